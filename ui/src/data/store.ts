import { create } from "zustand";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { Looking, TableName } from "../core/types";
import { useWindow } from "../core/window";

interface DataState {
  /** Whether the tables are shown instead of the journey. */
  open: boolean;
  looking: Looking;
  /** The paths of the files that wait for their import; null: nothing is being imported. */
  files: string[] | null;
  /** Counts the changes of the tables, so that what is shown is asked for anew. */
  edition: number;
}

const everything = (table: TableName): Looking => ({ table, search: "", sort: null });

export const useData = create<DataState>(() => ({
  open: false,
  looking: everything("accounts"),
  files: null,
  edition: 0,
}));

export function showData(open: boolean): void {
  // Keys that change the selected cards must find none while these are out of sight.
  if (open) useWindow.setState({ selection: [], menu: null });
  useData.setState({ open });
}

export function showTable(table: TableName): void {
  useData.setState({ looking: everything(table) });
}

export function look(change: Partial<Looking>): void {
  useData.setState(({ looking }) => ({ looking: { ...looking, ...change } }));
}

/** Offers files for an import, on the screen of the tables. */
export function offer(files: string[]): void {
  if (files.length === 0) return;
  showData(true);
  useData.setState({ files });
}

/** After the tables have changed: counts and rows are asked for again. */
export async function tablesChanged(): Promise<void> {
  try {
    const start = await api.start();
    useWindow.setState({ start });
  } catch (failure) {
    complain(failure);
  }
  useData.setState(({ edition }) => ({ edition: edition + 1 }));
}
