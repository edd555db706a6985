import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { editTables } from "../core/tables";
import type { Looking, Rows } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { GridRow, type Reports, type Shape } from "./GridRow";
import { markAll, markTo, turnMark, unmark } from "./marks";
import { useColumnName } from "./names";
import { look, useData } from "./store";
import { useLongList } from "./useLongList";

const height = 32;
const headHeight = 35;
/** Columns whose cells are no one's own, or name a row. */
const fixed = ["accountKey.sourceKey", "b2b.personKey.sourceKey"];
const noneHidden: string[] = [];

interface RowsGridProps {
  looking: Looking;
  head: Rows | null;
  row: (index: number) => (string | null)[] | undefined;
}

/** A table of any length, or why there is nothing to see of it. */
export function RowsGrid({ looking, head, row }: RowsGridProps) {
  const { t } = useSpeech();
  const reading = useWindow((state) => state.start?.accounts === null);
  if (!head)
    return (
      <p className="grid-wait" role="status">
        {reading ? t("data.reading") : ""}
      </p>
    );
  if (head.found === 0)
    return <p className="data-none">{t(head.all === 0 ? "data.empty" : "data.notFound")}</p>;
  return <Grid looking={looking} head={head} row={row} />;
}

/**
 * Only the rows in view are drawn, and they are asked for as they come into view. The grid is one stop of the keyboard;
 * arrows move inside it, Enter edits a cell, Space marks a row. A real `<table>` cannot leave rows out, hence the roles.
 */
function Grid({ looking, head, row }: RowsGridProps & { head: Rows }) {
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const { active, marked } = useData();
  const [editing, setEditing] = useState(false);
  const { found } = head;
  const shape = useShape(looking, head);
  const { columns, markable } = shape;
  const list = useLongList(box, found, height, headHeight);

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

  const stand = (row: number, column: number) => {
    if (active.row !== row || active.column !== column)
      useData.setState({ active: { row, column, key: null } });
  };
  const edit = () => columns[active.column]?.editable && setEditing(true);
  const commit = (value: string | null) => {
    setEditing(false);
    box.current?.focus();
    const at = columns[active.column];
    if (value === null || !active.key || !at) return;
    if (value.trim() === (row(active.row)?.[at.place] ?? "")) return;
    const of = looking.table === "accounts" ? "accounts" : "people";
    void editTables({ do: "setCell", of, key: active.key, column: at.column, value });
  };
  const press = (row: number, column: number, key: string | null, event: PointerEvent) => {
    if (markable && event.shiftKey) {
      // Not the text between the two.
      event.preventDefault();
      void markTo(row);
    } else if (markable && key && (event.ctrlKey || event.metaKey)) turnMark(key);
    if (active.row === row && active.column === column) return;
    setEditing(false);
    stand(row, column);
  };
  const on = useReports({ press, edit, commit });

  const move = (event: KeyboardEvent) => {
    if (editing || (event.target as Element).closest("button, input")) return;
    const control = event.ctrlKey || event.metaKey;
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
    if (step) go(step, event.shiftKey);
    else if (event.key === "Enter" || event.key === "F2") edit();
    else if (markable && event.key === " " && active.key) turnMark(active.key);
    else if (markable && event.key === "a" && control) void markAll(found);
    else if (event.key === "Escape" && marked.size > 0) unmark();
    else return;
    event.preventDefault();
    // All rows, not all cards of the journey.
    if (control) event.stopPropagation();
  };
  const go = ([down, right]: [number, number], marking: boolean) => {
    const next = {
      row: Math.min(Math.max(active.row + down, 0), found - 1),
      column: Math.min(Math.max(active.column + right, 0), columns.length - 1),
    };
    if (markable && marking && down !== 0) void markTo(next.row);
    else useData.setState({ anchor: null });
    stand(next.row, next.column);
    list.show(next.row);
    box.current
      ?.querySelectorAll('[role="columnheader"]')
      [next.column]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
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
      <div className="grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: shape.template }}>
        {columns.map(({ column, label }) => (
          <Header key={column} column={column} label={label} looking={looking} />
        ))}
      </div>
      <div role="rowgroup" style={{ height: list.total, position: "relative" }}>
        {list.rows.map(({ index, start }) => {
          const cells = row(index);
          return (
            <GridRow
              key={index}
              index={index}
              start={start}
              cells={cells}
              shape={shape}
              active={index === active.row ? active.column : null}
              editing={editing && index === active.row}
              marked={marked.has(cells?.[0] ?? "")}
              on={on}
            />
          );
        })}
      </div>
    </div>
  );
}

function useShape(looking: Looking, head: Rows): Shape {
  const { number, locale } = useSpeech();
  const name = useColumnName();
  const { table } = looking;
  const hidden = useData((state) => state.hidden[table]) ?? noneHidden;
  // Another page of the same table names the same columns in a list of its own.
  const names = head.columns.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and numbers change with the language alone.
  return useMemo(() => {
    const columns = names.split("\n").flatMap((column, place) => {
      if (hidden.includes(column)) return [];
      const editable = table !== "activities" && !fixed.includes(column) && !column.startsWith("account.");
      return [{ column, label: name(table, column), place, editable }];
    });
    const template = `repeat(${columns.length}, minmax(140px, 240px))`;
    return { columns, template, height, markable: table !== "activities", number };
  }, [names, hidden, table, locale]);
}

/** The same object for ever that reports to what is drawn now. */
function useReports(reports: Reports): Reports {
  const now = useRef(reports);
  useEffect(() => {
    now.current = reports;
  });
  return useMemo(
    () => ({
      press: (...pressed) => now.current.press(...pressed),
      edit: () => now.current.edit(),
      commit: (value) => now.current.commit(value),
    }),
    [],
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
