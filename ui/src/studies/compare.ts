import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import type { Compared, History, RunComparison, RunSide, Verdict } from "../core/types";
import { readAssumptions } from "./assumptions";
import { study } from "./study";

interface CompareState {
  open: boolean;
  a: RunSide;
  b: RunSide;
  /** The versions of the journeys that were asked for. */
  histories: Record<string, History>;
  /** The two journeys as they are drawn, and what differs in them. */
  drawn: Compared | null;
}

const nobody: RunSide = { journey: "", version: null, scenario: null, preset: null };

export const useCompare = create<CompareState>(() => ({
  open: false,
  a: nobody,
  b: nobody,
  histories: {},
  drawn: null,
}));

export interface ComparedRuns {
  comparison: RunComparison;
  verdicts: Verdict[];
}

export const comparing = study<ComparedRuns>((event) =>
  event.type === "compared" ? { comparison: event.comparison, verdicts: event.verdicts } : null,
);

/** Opens the comparison with a version of the open journey, null its newest, against the journey as it is. */
export function compareWith(version: string | null): void {
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  comparing.use.setState({ answer: null });
  const b = { ...nobody, journey };
  useCompare.setState({ open: true, drawn: null, a: { ...b, version }, b });
  void readAssumptions();
  void versionsOf(journey);
}

export const closeComparing = () => useCompare.setState({ open: false });

export async function versionsOf(journey: string): Promise<void> {
  try {
    const history = await api.listVersions(journey);
    useCompare.setState(({ histories }) => ({ histories: { ...histories, [journey]: history } }));
  } catch (failure) {
    complain(failure);
  }
}

export function choose(side: "a" | "b", change: Partial<RunSide>): void {
  const before = useCompare.getState()[side];
  const moved = change.journey !== undefined && change.journey !== before.journey;
  const after: RunSide = { ...before, ...(moved ? { version: null } : {}), ...change };
  useCompare.setState(side === "a" ? { a: after, drawn: null } : { b: after, drawn: null });
  comparing.use.setState({ answer: null });
  if (moved) void versionsOf(after.journey);
}

/** Runs both sides under the same draws, and draws them. */
export async function runCompare(): Promise<void> {
  await edits.saved();
  const { a, b } = useCompare.getState();
  const of = ({ journey, version }: RunSide) => ({ journey, version });
  void api.compareVersions(of(a), of(b)).then(
    (drawn) => useCompare.setState({ drawn }),
    (failure) => complain(failure),
  );
  await comparing.run((on) => api.compare(a, b, on));
}
