import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import { complain } from "../core/failures";
import { useResults } from "../core/results";
import type { Goals, Judged, RunLine } from "../core/types";

interface RunsState {
  journey: string | null;
  runs: RunLine[];
  goals: Goals;
  /** How the goals stand after the run that is shown; by the goal's id. */
  judged: Record<string, Judged>;
  /** Why they can't be judged. */
  unjudged: string | null;
}

const nothing: Omit<RunsState, "journey"> = { runs: [], goals: { goals: [] }, judged: {}, unjudged: null };

export const useRuns = create<RunsState>(() => ({ journey: null, ...nothing }));

const journeyNow = () => useDocument.getState().journey?.id ?? null;

/** The runs that are kept, the goals, and how they stand. */
export async function readRuns(): Promise<void> {
  const journey = journeyNow();
  if (!journey) return;
  if (useRuns.getState().journey !== journey) useRuns.setState({ journey, ...nothing });
  try {
    const [runs, goals] = await Promise.all([api.listRuns(journey), api.goals(journey)]);
    if (journeyNow() === journey) useRuns.setState({ runs, goals });
    await judgeGoals();
  } catch (failure) {
    complain(failure);
  }
}

async function judgeGoals(): Promise<void> {
  const run = useResults.getState().view?.run;
  if (!run) return useRuns.setState({ judged: {}, unjudged: null });
  try {
    const judged = await api.judge(run);
    useRuns.setState({ judged: Object.fromEntries(judged.map((of) => [of.goal, of])), unjudged: null });
  } catch (failure) {
    useRuns.setState({ judged: {}, unjudged: (failure as { message?: string }).message ?? "" });
  }
}

export async function openRun(run: string): Promise<void> {
  try {
    const view = await api.openRun(run);
    if (view.journey === journeyNow()) useResults.setState({ view, day: null });
    await judgeGoals();
  } catch (failure) {
    complain(failure);
  }
}

export async function saveGoals(goals: Goals): Promise<void> {
  const journey = journeyNow();
  if (!journey) return;
  try {
    useRuns.setState({ goals: await api.saveGoals(journey, goals) });
    await judgeGoals();
  } catch (failure) {
    complain(failure);
  }
}
