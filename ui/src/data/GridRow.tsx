import { memo, type PointerEvent } from "react";
import { CellInput } from "./CellInput";

/** What all rows of a table share; the same object as long as nothing of it changes. */
export interface Shape {
  columns: { column: string; label: string; place: number; editable: boolean }[];
  template: string;
  height: number;
  markable: boolean;
  number: (value: number) => string;
}

/** What rows report; the same object for ever. */
export interface Reports {
  press: (row: number, column: number, key: string | null, event: PointerEvent) => void;
  edit: () => void;
  commit: (value: string | null) => void;
}

interface GridRowProps {
  index: number;
  /** Its distance from the top of all rows. */
  start: number;
  cells: (string | null)[] | undefined;
  shape: Shape;
  /** The column on which the keyboard stands; null: it is in another row. */
  active: number | null;
  editing: boolean;
  marked: boolean;
  on: Reports;
}

/** A row of the grid; while the table is scrolled, a row that stays in view is not drawn anew. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, start, cells, shape, active, editing, marked, on } = props;
  const { height, template } = shape;
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={shape.markable ? marked : undefined}
      style={{ transform: `translateY(${start}px)`, height, gridTemplateColumns: template }}
    >
      {shape.columns.map(({ column, label, place, editable }, at) => {
        const cell = cells?.[place];
        const here = at === active;
        return (
          <div
            key={column}
            role="gridcell"
            tabIndex={-1}
            id={`cell-${index}-${at}`}
            className="grid-cell"
            data-active={here || undefined}
            aria-readonly={!editable}
            title={cell ?? undefined}
            onPointerDown={(event) => on.press(index, at, cells?.[0] ?? null, event)}
            onDoubleClick={on.edit}
          >
            {here && editing ? (
              <CellInput label={label} value={cell ?? ""} commit={on.commit} />
            ) : cells ? (
              shown(cell, column, shape.number)
            ) : (
              "…"
            )}
          </div>
        );
      })}
    </div>
  );
});

/** Amounts are easier to read in groups of three digits; keys and postal codes stay as they are. */
function shown(cell: string | null | undefined, column: string, number: (value: number) => string): string {
  if (!cell) return "";
  const isAmount = column.endsWith(".amount") || column.endsWith("numberOfEmployees");
  return isAmount && /^-?\d+(\.\d+)?$/.test(cell) ? number(Number(cell)) : cell;
}
