import * as api from "../core/api";
import { complain } from "../core/failures";
import { useData } from "./store";

/** So many rows can be marked at once. */
export const mostMarked = 10_000;

const nothing: ReadonlySet<string> = new Set();

/** Marks a row, or takes its mark away; further rows are marked from here. */
export function turnMark(key: string): void {
  useData.setState(({ marked, active }) => {
    const next = new Set(marked);
    if (!next.delete(key)) next.add(key);
    return { marked: next, anchor: active.row };
  });
}

/** Marks the rows from the one where marking began to this one. */
export async function markTo(row: number): Promise<void> {
  const { anchor, active } = useData.getState();
  const begin = anchor ?? active.row;
  useData.setState({ anchor: begin });
  await mark(Math.min(begin, row), Math.abs(row - begin) + 1);
}

export const markAll = (found: number) => mark(0, found);

export function unmark(): void {
  useData.setState({ marked: nothing, anchor: null });
}

/** Rows are named by their keys, of which only those in view are at hand. */
async function mark(from: number, count: number): Promise<void> {
  const { looking } = useData.getState();
  try {
    const { rows } = await api.rows(looking, from, Math.min(count, mostMarked));
    if (useData.getState().looking !== looking) return;
    useData.setState({ marked: new Set(rows.flatMap(([key]) => (key ? [key] : []))) });
  } catch (failure) {
    complain(failure);
  }
}
