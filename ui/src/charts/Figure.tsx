import { ActionMenu, MenuItem, ToastQueue } from "@react-spectrum/s2";
import { memo, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useSpeech } from "../i18n";
import { Chart, type Picked } from "./Chart";
import type { EChartsOption } from "./engine";
import { type Cells, giveChart, giveTable, tabbed } from "./save";

/** How a number of a table is written; rows and columns count from 0, without the head. */
export type Shown = (value: number, row: number, column: number) => string;

interface FigureProps {
  title: string;
  /** What stands beside the title. */
  note?: ReactNode;
  option: EChartsOption;
  /** What the picture shows, in one sentence. */
  label: string;
  /** Gives the numbers of the picture; the first row holds the names of the columns. They are asked for when they are
   * shown, copied or saved: Live draws its pictures with each edit. */
  cells: () => Cells;
  /** A number of the table in words, by its row and column; else it is written as it is. */
  show?: Shown | undefined;
  pick?: ((picked: Picked) => void) | undefined;
  /** The rows of the table lead on as the parts of the picture do. */
  pickRow?: ((row: number) => void) | undefined;
  testid: string;
  /** A table that says more than the numbers: it stands first, the picture in its place when asked for. */
  children?: ReactNode;
}

/** A chart with the table behind it, and both as files. */
export function Figure(props: FigureProps) {
  const { title, note, option, label, cells, show, pick, pickRow, testid, children } = props;
  const { t } = useSpeech();
  const [table, setTable] = useState(children !== undefined);
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });
  const act = useCallback(
    async (key: string) => {
      const { title, option, cells } = newest.current;
      if (key === "table") setTable((before) => !before);
      else if (key === "copy") {
        await navigator.clipboard.writeText(tabbed(cells()));
        ToastQueue.positive(t("chart.copied"), { timeout: 4000 });
      } else {
        const path =
          key === "csv" ? await giveTable(title, cells()) : await giveChart(title, option, key as "svg");
        if (path) ToastQueue.positive(t("export.saved", { path }), { timeout: 8000 });
      }
    },
    [t],
  );
  return (
    <figure className="figure" data-testid={testid}>
      <figcaption>
        <span className="figure-words">
          <b>{title}</b> {note}
        </span>
        <More title={title} table={table} act={act} />
      </figcaption>
      {!table ? (
        <Chart option={option} label={label} pick={pick} />
      ) : (
        (children ?? <CellsTable title={title} cells={cells()} show={show} pickRow={pickRow} />)
      )}
    </figure>
  );
}

interface MoreProps {
  title: string;
  table: boolean;
  act: (key: string) => Promise<void>;
}

/** Live draws its figures with each edit, but not this menu. */
const More = memo(function More({ title, table, act }: MoreProps) {
  const { t } = useSpeech();
  return (
    <ActionMenu
      isQuiet
      size="XS"
      menuSize="S"
      aria-label={t("chart.more", { title })}
      onAction={(key) => void act(String(key))}
    >
      <MenuItem id="table">{t(table ? "chart.picture" : "chart.table")}</MenuItem>
      <MenuItem id="copy">{t("chart.copy")}</MenuItem>
      <MenuItem id="csv">{t("chart.csv")}</MenuItem>
      <MenuItem id="svg">{t("chart.svg")}</MenuItem>
      <MenuItem id="png">{t("chart.png")}</MenuItem>
    </ActionMenu>
  );
});

interface CellsTableProps {
  title: string;
  cells: Cells;
  show?: Shown | undefined;
  pickRow?: ((row: number) => void) | undefined;
}

export function CellsTable({ title, cells, show, pickRow }: CellsTableProps) {
  const { number } = useSpeech();
  const [head, ...rows] = cells;
  const shown = (cell: string | number | null | undefined, row: number, column: number) =>
    typeof cell === "number" ? (show?.(cell, row, column) ?? number(cell, 2)) : (cell ?? "–");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys.
    <section className="scroll" tabIndex={0} aria-label={title}>
      <table className="table figures">
        <thead>
          <tr>
            {(head ?? []).map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their places.
              <th key={column} scope="col" className={column > 0 ? "n" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in their places.
            <tr key={at}>
              <th scope="row">
                {pickRow ? (
                  <button type="button" className="link" onClick={() => pickRow(at)}>
                    {shown(row[0], at, 0)}
                  </button>
                ) : (
                  shown(row[0], at, 0)
                )}
              </th>
              {row.slice(1).map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their places.
                <td key={column} className="n">
                  {shown(cell, at, column + 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
