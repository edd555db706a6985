import {
  ActionButton,
  ActionMenu,
  AlertDialog,
  Button,
  DialogContainer,
  MenuItem,
  Text,
} from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import { useState } from "react";
import { flushDesk, keyOf, type Records, recordsOf, useDesk } from "../core/desk";
import type { Collection, WorkspaceRecord } from "../core/types";
import { editWorkspace } from "../core/workspace";
import { useSpeech } from "../i18n";
import { RecordForm } from "./RecordForm";
import { UsedBy } from "./UsedBy";

/** The six roles that every workspace has. */
const defaultRoles = [
  "Decision Maker",
  "Influencer",
  "Practitioner",
  "Executive Steering Committee",
  "Champion",
  "Other",
];

/** The records of a collection: a list, and the form of the one that is chosen. */
export function RecordsView({ of }: { of: Collection }) {
  const { t } = useSpeech();
  const state = useDesk();
  const records = recordsOf(state, of);
  const [chosen, setChosen] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Records[Collection] | null>(null);
  const record = records.find((one) => keyOf(of, one) === chosen) ?? records[0];
  const key = record && keyOf(of, record);

  const create = async () => {
    await flushDesk();
    const name = freeName(t(`new.${of}`), records);
    const view = await editWorkspace({ do: "create", of, name });
    if (view?.created) setChosen(view.created);
  };
  const copy = async (source: Records[Collection]) => {
    await flushDesk();
    const name = freeName(t("records.copyOf", { name: source.name }), records);
    const made = await editWorkspace({ do: "create", of, name });
    if (!made?.created) return;
    const draft = "status" in source ? { status: "draft" } : {};
    const own = of === "role" ? {} : of === "eventType" ? { type: made.created } : { id: made.created };
    const next = { [of]: { ...source, ...draft, ...own, name } } as unknown as WorkspaceRecord;
    if (await editWorkspace({ do: "set", key: made.created, record: next })) setChosen(made.created);
  };
  return (
    <div className="records">
      <div className="records-list">
        <ActionButton size="S" data-testid="new-record" onPress={() => void create()}>
          <Add />
          <Text>{t(`new.${of}`)}</Text>
        </ActionButton>
        {of === "role" ? (
          <ul aria-label={t("records.always")}>
            {defaultRoles.map((role) => (
              <li key={role} className="record record-fixed">
                <span>{role}</span>
                <small>{t("records.always")}</small>
              </li>
            ))}
          </ul>
        ) : null}
        <ul aria-label={t(`section.${of}`)}>
          {records.map((one) => {
            const id = keyOf(of, one);
            return (
              <li key={id} className="record" data-open={id === key || undefined} data-record={id}>
                <button
                  type="button"
                  aria-current={id === key ? "true" : undefined}
                  onClick={() => setChosen(id)}
                >
                  <span>{one.name}</span>
                  {"status" in one ? (
                    <small className="chip" data-status={one.status}>
                      {t(`status.${one.status}`)}
                    </small>
                  ) : null}
                </button>
                <ActionMenu
                  isQuiet
                  size="S"
                  menuSize="S"
                  aria-label={t("journeys.more", { name: one.name })}
                  onAction={(action) => (action === "delete" ? setDeleting(one) : void copy(one))}
                >
                  <MenuItem id="copy">{t("journeys.duplicate")}</MenuItem>
                  <MenuItem id="delete">{t("journeys.delete")}</MenuItem>
                </ActionMenu>
              </li>
            );
          })}
        </ul>
      </div>
      <div className="records-form" data-testid="record-form">
        {record && key ? (
          <RecordForm
            key={`${of}/${key}`}
            of={of}
            record={record}
            id={key}
            renamed={setChosen}
            usedBy={<UsedBy of={of} record={key} revision={state.view?.revision ?? 0} />}
          />
        ) : (
          <div className="records-empty">
            <p>{t(`empty.${of}`)}</p>
            <Button variant="accent" size="S" onPress={() => void create()}>
              {t(`new.${of}`)}
            </Button>
          </div>
        )}
      </div>
      <DialogContainer onDismiss={() => setDeleting(null)}>
        {deleting ? (
          <AlertDialog
            variant="destructive"
            title={t("records.delete", { name: deleting.name })}
            primaryActionLabel={t("dialog.delete.go")}
            cancelLabel={t("dialog.cancel")}
            onPrimaryAction={() =>
              void flushDesk().then(() => editWorkspace({ do: "remove", of, key: keyOf(of, deleting) }))
            }
          >
            {t("records.deleteText")}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </div>
  );
}

/** The name, with a number when it's taken. */
export function freeName(name: string, records: { name: string }[]): string {
  const names = new Set(records.map((record) => record.name));
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name} ${count}`;
    if (!names.has(candidate)) return candidate;
  }
}
