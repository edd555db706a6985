import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { editTables } from "../core/tables";
import type { Looking, Rows } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { markAll, markTo, turnMark, unmark } from "./marks";
import { useColumnName } from "./names";
import { look, useData } from "./store";

const height = 32;
/** Columns whose cells are no one's own, or name a row. */
const fixed = ["accountKey.sourceKey", "b2b.personKey.sourceKey"];

interface RowsGridProps {
  looking: Looking;
  head: Rows | null;
  row: (index: number) => (string | null)[] | undefined;
}

/**
 * A table of any length: only the rows in view are drawn, and they are asked for as they come into view. It is one stop
 * of the keyboard; arrows move inside it, Enter edits a cell. A real `<table>` cannot leave rows out, hence the roles.
 */
export function RowsGrid({ looking, head, row }: RowsGridProps) {
  const { t, number } = useSpeech();
  const name = useColumnName();
  const box = useRef<HTMLDivElement>(null);
  const active = useData((state) => state.active);
  const hidden = useData((state) => state.hidden[looking.table]) ?? [];
  const marked = useData((state) => state.marked);
  const reading = useWindow((state) => state.start?.accounts === null);
  const [editing, setEditing] = useState(false);
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
    setEditing(false);
  }, [looking]);
  // The row's key is known once its page is there; tools beside the table name the row by it.
  const key = row(active.row)?.[0] ?? null;
  useEffect(() => {
    if (key !== active.key) useData.setState({ active: { ...active, key } });
  }, [key, active]);

  if (!head)
    return (
      <p className="grid-wait" role="status">
        {reading ? t("data.reading") : ""}
      </p>
    );
  const places = head.columns.flatMap((column, place) => (hidden.includes(column) ? [] : [place]));
  const columns = places.map((place) => head.columns[place] ?? "");
  const stand = (row: number, column: number) =>
    useData.setState((state) =>
      state.active.row === row && state.active.column === column
        ? state
        : { active: { row, column, key: null } },
    );
  const markable = looking.table !== "activities";
  const editable = (column: string | undefined) =>
    looking.table !== "activities" &&
    column !== undefined &&
    !fixed.includes(column) &&
    !column.startsWith("account.");
  const edit = () => editable(columns[active.column]) && setEditing(true);
  const commit = (value: string | null) => {
    setEditing(false);
    box.current?.focus();
    const column = columns[active.column];
    const before = row(active.row)?.[places[active.column] ?? 0] ?? "";
    if (value === null || value.trim() === before || !active.key || !column) return;
    void editTables({
      do: "setCell",
      of: looking.table === "accounts" ? "accounts" : "people",
      key: active.key,
      column,
      value,
    });
  };
  if (found === 0) return <p className="data-none">{t(head.all === 0 ? "data.empty" : "data.notFound")}</p>;

  const move = (event: KeyboardEvent) => {
    if (editing || (event.target as Element).closest("button, input")) return;
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      edit();
      return;
    }
    if (markable && event.key === " " && active.key) {
      event.preventDefault();
      turnMark(active.key);
      return;
    }
    if (markable && event.key === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void markAll(found);
      return;
    }
    if (event.key === "Escape" && marked.size > 0) {
      event.preventDefault();
      unmark();
      return;
    }
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
    if (markable && event.shiftKey && step[0] !== 0) void markTo(next.row);
    else useData.setState({ anchor: null });
    stand(next.row, next.column);
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
      aria-multiselectable={markable || undefined}
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
              aria-selected={markable ? marked.has(cells?.[0] ?? "") : undefined}
              style={{ transform: `translateY(${item.start}px)`, height, gridTemplateColumns: template }}
            >
              {columns.map((column, place) => {
                const cell = cells?.[places[place] ?? 0];
                const here = item.index === active.row && place === active.column;
                return (
                  <div
                    key={column}
                    role="gridcell"
                    tabIndex={-1}
                    id={`cell-${item.index}-${place}`}
                    className="grid-cell"
                    data-active={here || undefined}
                    aria-readonly={!editable(column)}
                    title={cell ?? undefined}
                    onPointerDown={(event) => {
                      if (markable && event.shiftKey) {
                        // Not the text between the two.
                        event.preventDefault();
                        void markTo(item.index);
                      } else if (markable && (event.ctrlKey || event.metaKey)) {
                        if (cells?.[0]) turnMark(cells[0]);
                      }
                      if (!here) {
                        setEditing(false);
                        stand(item.index, place);
                      }
                    }}
                    onDoubleClick={edit}
                  >
                    {here && editing ? (
                      <CellInput label={name(looking.table, column)} value={cell ?? ""} commit={commit} />
                    ) : cells ? (
                      shown(cell, column, number)
                    ) : (
                      "…"
                    )}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The cell while it is written: Enter or leaving it takes the text, Escape gives up. */
function CellInput({
  label,
  value,
  commit,
}: {
  label: string;
  value: string;
  commit: (value: string | null) => void;
}) {
  const [typed, setTyped] = useState(value);
  const done = useRef(false);
  const end = (text: string | null) => {
    if (done.current) return;
    done.current = true;
    commit(text);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here.
      autoFocus
      className="grid-input"
      aria-label={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => end(typed)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") end(typed);
        else if (event.key === "Escape") end(null);
        else return;
        event.preventDefault();
      }}
    />
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
