import { create } from "zustand";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { show } from "../core/screen";
import type { Looking, TableName } from "../core/types";

interface DataState {
  looking: Looking;
  /** The paths of the files that wait for their import; null: nothing is being imported. */
  files: string[] | null;
  /** Columns that are left out, by table. */
  hidden: Partial<Record<TableName, string[]>>;
  /** The cell on which the keyboard stands: its row among those shown, its key once that is known. */
  active: { row: number; column: number; key: string | null };
  /** The keys of the rows that are marked, and the row from which further ones are. */
  marked: ReadonlySet<string>;
  anchor: number | null;
}

const everything = (table: TableName): Looking => ({ table, search: "", sort: null });
const top = {
  active: { row: 0, column: 0, key: null },
  marked: new Set<string>(),
  anchor: null,
};

export const useData = create<DataState>(() => ({
  looking: everything("accounts"),
  files: null,
  hidden: {},
  ...top,
}));

export function showTable(table: TableName): void {
  useData.setState({ looking: everything(table), ...top });
}

export function look(change: Partial<Looking>): void {
  useData.setState(({ looking }) => ({ looking: { ...looking, ...change }, ...top }));
}

/** Shows all rows again, in the order that was chosen. */
export function lookAtAll(): void {
  useData.setState(({ looking: { table, sort } }) => ({ looking: { table, search: "", sort }, ...top }));
}

/** Offers files for an import, on the screen of the tables. */
export function offer(files: string[]): void {
  if (files.length === 0) return;
  show("data");
  useData.setState({ files });
}

/** The columns that were shown last. */
export async function askViews(): Promise<void> {
  try {
    const views = await api.tableViews();
    const hidden = Object.entries(views).map(([table, { hidden }]) => [table, hidden]);
    useData.setState({ hidden: Object.fromEntries(hidden) });
  } catch (failure) {
    complain(failure);
  }
}

export function hide(table: TableName, columns: string[]): void {
  useData.setState(({ hidden }) => ({ hidden: { ...hidden, [table]: columns } }));
  void api.saveTableView(table, { hidden: columns }).catch(complain);
}
