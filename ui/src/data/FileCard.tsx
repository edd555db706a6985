import { ActionButton, Picker, PickerItem } from "@react-spectrum/s2";
import Close from "@react-spectrum/s2/icons/Close";
import { useEffect, useState } from "react";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { DayOrder, FileClass, FilePreview, TableName, Target } from "../core/types";
import { choice } from "../forms/wide";
import { useSpeech } from "../i18n";
import { Notes } from "./Notes";
import { useColumnName } from "./names";

const classes: FileClass[] = ["accounts", "people", "activities", "members", "combined"];
const orders: DayOrder[] = ["dayFirst", "monthFirst"];
const nothing = "(nothing)";
/** So many columns are shown. */
const most = 120;

interface FileCardProps {
  file: FilePreview;
  onChange: (given: Partial<FilePreview>) => void;
  onRemove: (() => void) | undefined;
}

/** One file: what its records are, what each column is taken for, and its first rows. */
export function FileCard({ file, onChange, onRemove }: FileCardProps) {
  const { t, list } = useSpeech();
  const name = useColumnName();
  const targets = useTargets(file.class);
  const table = file.class === "combined" ? "accounts" : (file.class as TableName | "members");
  const lacking = file.missing.map((attribute) => name(table, attribute));
  // A table of thousands of columns is no table to look at; the rest is taken as its names say.
  const columns = file.columns.slice(0, most);
  const unclear = file.columns.filter(({ days }) => days && days.order === null);
  const begin = (place: number, order: DayOrder) =>
    onChange({
      columns: file.columns.map((other, at) => (at === place ? { ...other, days: { order } } : other)),
    });
  const takeFor = (place: number, attribute: string | null) =>
    onChange({
      columns: file.columns.map((other, at) =>
        at === place
          ? { ...other, attribute }
          : other.attribute === attribute
            ? { ...other, attribute: null }
            : other,
      ),
    });
  return (
    <section className="import-file" aria-label={file.file}>
      <div className="import-file-head">
        <h3>{file.file}</h3>
        <Picker
          aria-label={t("import.class", { file: file.file })}
          size="S"
          selectedKey={file.class}
          onSelectionChange={(key) => onChange({ class: key as FileClass })}
        >
          {classes.map((of) => (
            <PickerItem key={of} id={of}>
              {t(`import.class.${of}`)}
            </PickerItem>
          ))}
        </Picker>
        {onRemove ? (
          <ActionButton
            isQuiet
            size="S"
            aria-label={t("import.remove", { file: file.file })}
            onPress={onRemove}
          >
            <Close />
          </ActionButton>
        ) : null}
      </div>
      {lacking.length > 0 ? (
        <p className="import-wrong">
          {t("import.missing", { columns: list(lacking), count: lacking.length })}
        </p>
      ) : null}
      {unclear.length > 0 ? (
        <p className="import-wrong" data-testid="unclear-days">
          {t("import.unclearDays", {
            columns: list(unclear.map(({ header }) => header)),
            count: unclear.length,
          })}
        </p>
      ) : null}
      {file.remembered ? (
        <p className="hint import-remembered">
          {t("import.remembered")}{" "}
          <button type="button" className="link" onClick={() => onChange({ class: file.class })}>
            {t("import.anew")}
          </button>
        </p>
      ) : null}
      <Notes notes={file.notes} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys. */}
      <section className="import-table" tabIndex={0} aria-label={t("import.rows", { file: file.file })}>
        <table>
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name.
                  key={`${place}-${column.header}`}
                  scope="col"
                  data-left-out={column.attribute === null || undefined}
                >
                  <span className="import-header">
                    {column.header || t("import.unnamed", { number: place + 1 })}
                  </span>
                  {targets.length > 0 ? (
                    <Picker
                      aria-label={t("import.takenFor", { column: column.header })}
                      size="S"
                      styles={choice}
                      value={column.attribute ?? nothing}
                      onChange={(key) => takeFor(place, key === nothing ? null : String(key))}
                    >
                      {[
                        <PickerItem key={nothing} id={nothing}>
                          {t("import.leaveOut")}
                        </PickerItem>,
                        ...own(file.class, column.header, column.attribute, targets).map((attribute) => (
                          <PickerItem key={attribute} id={attribute}>
                            {t("import.ownAttribute", { name: attribute.replace(/^custom\./, "") })}
                          </PickerItem>
                        )),
                        ...targets.map((target) => (
                          <PickerItem key={target.attribute} id={target.attribute}>
                            {`${name(table, target.attribute)}${target.required ? " *" : ""}`}
                          </PickerItem>
                        )),
                      ]}
                    </Picker>
                  ) : column.attribute ? (
                    <span className="import-match">{name(table, column.attribute)}</span>
                  ) : null}
                  {column.days ? (
                    <Picker
                      aria-label={t("import.days", { column: column.header })}
                      size="S"
                      styles={choice}
                      placeholder={t("import.chooseDays")}
                      value={column.days.order}
                      onChange={(order) => order && begin(place, order as DayOrder)}
                    >
                      {orders.map((order) => (
                        <PickerItem key={order} id={order}>
                          {t(`import.days.${order}`)}
                        </PickerItem>
                      ))}
                    </Picker>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview never move.
              <tr key={row}>
                {cells.slice(0, most).map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cells.
                  <td key={place} data-left-out={file.columns[place]?.attribute === null || undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {file.columns.length > most ? (
        <p className="hint">{t("import.moreColumns", { count: file.columns.length - most })}</p>
      ) : null}
    </section>
  );
}

/** The attribute of one's own that a column may become, beside the known ones. */
function own(of: FileClass, header: string, attribute: string | null, targets: Target[]): string[] {
  const mine = attribute && !targets.some((target) => target.attribute === attribute) ? attribute : null;
  if (mine) return [mine];
  const named = header.trim();
  if (!named || of === "members") return [];
  return [of === "activities" ? named : `custom.${named}`];
}

function useTargets(of: FileClass): Target[] {
  const [targets, setTargets] = useState<Target[]>([]);
  useEffect(() => {
    api.importTargets(of).then(setTargets, complain);
  }, [of]);
  return targets;
}
