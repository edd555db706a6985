import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import { recall, showFor } from "./results";
import { adopt } from "./sizes";
import type { ActionInfo, Catalogue, JourneySummary, KindInfo, Preferences, Start } from "./types";

/** An exit at which the menu of things to insert is open. */
export interface ExitPlace {
  node: string;
  path: string | null;
}

export type Dialog =
  | { ask: "newJourney" }
  | { ask: "duplicateJourney" | "deleteJourney"; structure: boolean; journey: JourneySummary }
  | { ask: "keepPath"; node: string };

interface WindowState {
  start: Start | null;
  catalogue: Catalogue | null;
  journeys: JourneySummary[];
  preferences: Preferences;
  selection: string[];
  panel: "properties" | "check" | "history" | "runs" | "goals" | "assumptions";
  drawer: boolean;
  /** In narrow windows, and where text is large: which of the two panels lies over the board. */
  over: "journeys" | "side" | null;
  dialog: Dialog | null;
  menu: ExitPlace | null;
  /** A node that the canvas should bring into view and focus; the count makes asking twice count twice. */
  jump: { node: string; count: number } | null;
}

export const useWindow = create<WindowState>(() => ({
  start: null,
  catalogue: null,
  journeys: [],
  preferences: { locale: "system", theme: "system" },
  selection: [],
  panel: "properties",
  drawer: false,
  over: null,
  dialog: null,
  menu: null,
  jump: null,
}));

/** First start: what the program offers, then the journey that was open last. Answers with what went wrong. */
export async function begin(): Promise<unknown> {
  try {
    const [start, catalogue] = await Promise.all([api.start(), api.catalogue()]);
    adopt(catalogue.sizes);
    const { journeys, preferences } = start;
    useWindow.setState({ start, catalogue, journeys, preferences });
    const last = journeys.find(({ id }) => id === start.last) ?? journeys[0];
    if (last) await openJourney(last.id);
  } catch (failure) {
    return failure;
  }
  return null;
}

export async function openJourney(id: string): Promise<void> {
  showFor(id);
  useWindow.setState({ selection: [], menu: null, panel: "properties", over: null });
  if (await edits.open(id)) {
    useDocument.setState({ drafts: {}, draftHeader: null });
    await recall(id);
    if (useDocument.getState().journey?.id === id) useWindow.setState({ drawer: true });
  }
}

/** After a journey was made, copied or deleted: the list, and one of it open. */
export async function journeysNow(journeys: JourneySummary[], open?: string): Promise<void> {
  useWindow.setState({ journeys });
  const present = useDocument.getState().journey?.id;
  const next = open ?? (journeys.some(({ id }) => id === present) ? undefined : journeys[0]?.id);
  if (next) await openJourney(next);
  else if (journeys.length === 0) {
    showFor(null);
    useDocument.setState({ journey: null, drafts: {}, draftHeader: null });
  }
}

/** Shows a panel over the board of a narrow window, or takes it away; in wide windows both panels are always there. */
export function turnOver(over: "journeys" | "side"): void {
  useWindow.setState((state) => ({ over: state.over === over ? null : over }));
}

export function select(...nodes: string[]): void {
  edits.leaveField();
  useWindow.setState({ selection: nodes });
}

/** Selects a node, shows its settings and brings it into view. */
export function jumpTo(node: string): void {
  select(node);
  useWindow.setState(({ jump }) => ({ jump: { node, count: (jump?.count ?? 0) + 1 } }));
}

export function prefer(change: Partial<Preferences>): void {
  const preferences = { ...useWindow.getState().preferences, ...change };
  useWindow.setState({ preferences });
  void api.savePreferences(preferences).catch(complain);
}

export function kindOf(catalogue: Catalogue | null, kind: string): KindInfo | undefined {
  return catalogue?.kinds.find((info) => info.kind === kind);
}

/** Whether a kind is the start of a journey: there is exactly one, and nothing leads into it. */
export function startsJourney(catalogue: Catalogue | null, kind: string): boolean {
  return kindOf(catalogue, kind)?.family === "audience";
}

/** Whether several paths may lead into a kind. */
export function joins(catalogue: Catalogue | null, kind: string): boolean {
  return kindOf(catalogue, kind)?.joins === true;
}

export function actionOf(catalogue: Catalogue | null, type: unknown): ActionInfo | undefined {
  return catalogue?.actions.find((info) => info.type === type);
}
