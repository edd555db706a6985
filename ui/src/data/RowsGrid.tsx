import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Looking } from "../core/types";
import { useSpeech } from "../i18n";
import { useColumnName } from "./names";
import { look } from "./store";
import { useRows } from "./useRows";

const height = 32;

/**
 * A table of any length: only the rows in view are drawn, and they are asked for as they come into view. It is one stop
 * of the keyboard; arrows move inside it. A real `<table>` cannot leave rows out, hence the roles.
 */
export function RowsGrid({ looking, edition }: { looking: Looking; edition: number }) {
  const { t, number } = useSpeech();
  const name = useColumnName();
  const { head, row } = useRows(looking, edition);
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const found = head?.found ?? 0;
  const virtual = useVirtualizer({
    count: found,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another table or order is read from its top.
  useEffect(() => {
    box.current?.scrollTo({ top: 0, left: 0 });
    setActive({ row: 0, column: 0 });
  }, [looking]);

  if (!head) return <div className="grid-wait" />;
  const columns = head.columns;
  if (found === 0) return <p className="data-none">{t(head.all === 0 ? "data.empty" : "data.notFound")}</p>;

  const move = (event: KeyboardEvent) => {
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [20, 0],
      PageUp: [-20, 0],
      Home: [event.ctrlKey ? -found : 0, -columns.length],
      End: [event.ctrlKey ? found : 0, columns.length],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = {
      row: Math.min(Math.max(active.row + step[0], 0), found - 1),
      column: Math.min(Math.max(active.column + step[1], 0), columns.length - 1),
    };
    setActive(next);
    virtual.scrollToIndex(next.row);
    box.current
      ?.querySelectorAll('[role="columnheader"]')
      [next.column]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const template = `repeat(${columns.length}, minmax(140px, 240px))`;
  return (
    <div
      ref={box}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={t(`data.${looking.table}`)}
      aria-rowcount={found + 1}
      aria-colcount={columns.length}
      aria-activedescendant={`cell-${active.row}-${active.column}`}
      onKeyDown={move}
      data-testid="rows"
    >
      <div className="grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <Header key={column} column={column} label={name(looking.table, column)} looking={looking} />
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map((item) => {
          const cells = row(item.index);
          return (
            <div
              key={item.key}
              className="grid-row"
              role="row"
              aria-rowindex={item.index + 2}
              style={{ transform: `translateY(${item.start}px)`, height, gridTemplateColumns: template }}
            >
              {columns.map((column, place) => (
                <div
                  key={column}
                  role="gridcell"
                  tabIndex={-1}
                  id={`cell-${item.index}-${place}`}
                  className="grid-cell"
                  data-active={(item.index === active.row && place === active.column) || undefined}
                  title={cells?.[place] ?? undefined}
                  onPointerDown={() => setActive({ row: item.index, column: place })}
                >
                  {cells ? shown(cells[place], column, number) : "…"}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Header({ column, label, looking }: { column: string; label: string; looking: Looking }) {
  const { t } = useSpeech();
  const sort = looking.sort?.column === column ? looking.sort : null;
  const next = !sort ? { column, descending: false } : sort.descending ? null : { column, descending: true };
  return (
    <div
      role="columnheader"
      className="grid-cell grid-header"
      aria-sort={sort ? (sort.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" title={t("data.sortBy", { column: label })} onClick={() => look({ sort: next })}>
        <span>{label}</span>
        <span aria-hidden="true">{sort ? (sort.descending ? "↓" : "↑") : ""}</span>
      </button>
    </div>
  );
}

/** Amounts are easier to read in groups of three digits; keys and postal codes stay as they are. */
function shown(cell: string | null | undefined, column: string, number: (value: number) => string): string {
  if (!cell) return "";
  const isAmount = column.endsWith(".amount") || column.endsWith("numberOfEmployees");
  return isAmount && /^-?\d+(\.\d+)?$/.test(cell) ? number(Number(cell)) : cell;
}
