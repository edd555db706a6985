import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import type { TableIntent, TablesView } from "./types";
import { useWindow } from "./window";

interface TablesState {
  /** What can be taken back; null until somebody asked. */
  view: TablesView | null;
  /** Counts the changes of the tables, so that what is shown is asked for anew. */
  edition: number;
}

export const useTables = create<TablesState>(() => ({ view: null, edition: 0 }));

/** Edits go one after the other, in the order of the gestures. */
let last: Promise<unknown> = Promise.resolve();

/** Edits the tables by hand; false when it was refused. */
export const editTables = (intent: TableIntent) => change(() => api.editTables(intent));
export const undoTables = () => change(api.undoTables);
export const redoTables = () => change(api.redoTables);

/** What can be taken back, as the program knows it. */
export async function askTables(): Promise<void> {
  try {
    useTables.setState({ view: await api.tables() });
  } catch (failure) {
    complain(failure);
  }
}

/**
 * A large workspace is shown while the program still reads its records. Waits for them, then brings up to date what hangs
 * on them; answers with what went wrong.
 */
export async function recordsRead(): Promise<unknown> {
  if (useWindow.getState().start?.accounts !== null) return null;
  try {
    await api.tables();
  } catch (failure) {
    return failure;
  }
  await tablesChanged();
  const open = useDocument.getState().journey?.id;
  if (open) await edits.open(open);
  return null;
}

/** After the tables were replaced: counts and rows are asked for again. */
export async function tablesChanged(): Promise<void> {
  try {
    const [start, view] = await Promise.all([api.start(), api.tables()]);
    useWindow.setState({ start });
    useTables.setState(({ edition }) => ({ view, edition: edition + 1 }));
  } catch (failure) {
    complain(failure);
  }
}

function change(ask: () => Promise<TablesView>): Promise<boolean> {
  const next = last.then(async () => {
    try {
      const view = await ask();
      const { accounts, people } = view;
      // Counts of conditions belong to one start, so a new one makes them old.
      useWindow.setState(({ start }) => ({ start: start && { ...start, accounts, people } }));
      useTables.setState(({ edition }) => ({ view, edition: edition + 1 }));
      return true;
    } catch (failure) {
      complain(failure);
      return false;
    }
  });
  last = next;
  return next;
}
