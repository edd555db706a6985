import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { ask } from "../core/live";
import type { Compared, History } from "../core/types";

interface VersionsState {
  /** Of the journey that it belongs to; null while it is read. */
  history: History | null;
  journey: string | null;
  /** Two states side by side; `a` and `b` are versions, null the present. */
  compared: { a: string | null; b: string | null; answer: Compared } | null;
}

export const useVersions = create<VersionsState>(() => ({ history: null, journey: null, compared: null }));

const journeyNow = () => useDocument.getState().journey?.id ?? null;

async function take(run: (journey: string) => Promise<History>): Promise<void> {
  const journey = journeyNow();
  if (!journey) return;
  try {
    await edits.saved();
    const history = await run(journey);
    if (journeyNow() === journey) useVersions.setState({ history, journey });
  } catch (failure) {
    complain(failure);
  }
}

export const readHistory = () => take(api.listVersions);
/** What is named is what later edits are set against. */
export const nameNow = (name: string) =>
  take((journey) => api.nameVersion(journey, null, name)).then(() => ask(true));
export const rename = (version: string, name: string) =>
  take((journey) => api.nameVersion(journey, version, name));

export async function restore(version: string): Promise<void> {
  await edits.restore(version);
  await readHistory();
}

/** Null stands for the journey as it is now. */
export async function compare(a: string | null, b: string | null): Promise<void> {
  const journey = journeyNow();
  if (!journey) return;
  try {
    await edits.saved();
    const answer = await api.compareVersions({ journey, version: a }, { journey, version: b });
    useVersions.setState({ compared: { a, b, answer } });
  } catch (failure) {
    complain(failure);
  }
}

export const closeCompare = () => useVersions.setState({ compared: null });
