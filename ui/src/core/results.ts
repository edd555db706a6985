import { create } from "zustand";
import * as api from "./api";
import type { Journey } from "./document";
import { complain } from "./failures";
import type { EdgeFigures, NodeFigures, Report, RunLine, RunView } from "./types";

interface ResultsState {
  /** The last finished run of the open journey. */
  view: RunView | null;
  running: Running | null;
  /** The day shown on the canvas; null: the end of the horizon. */
  day: number | null;
  tab: ResultsTab;
  /** Whether the drawer takes the whole window. */
  large: boolean;
}

export type ResultsTab =
  | "live"
  | "fill"
  | "roles"
  | "funnel"
  | "time"
  | "cost"
  | "accounts"
  | "why"
  | "matters";

export interface Running {
  run: string | null;
  done: number;
  of: number;
  seconds: number | null;
}

export const useResults = create<ResultsState>(() => ({
  view: null,
  running: null,
  day: null,
  tab: "fill",
  large: false,
}));

/** Whether the journey is no longer the one that was run; its name, description and places don't matter. */
export function changedSince(run: RunView | RunLine, journey: Journey | null): boolean {
  if (!journey) return false;
  // Of a run of an older program only the revision is known, which counts on with undo too.
  return run.digest === null ? run.revision !== journey.revision : run.digest !== journey.digest;
}

export const exitKey = (node: string, path: string | null) => `${node}/${path ?? ""}`;

/** Runs the journey over the whole data; the result replaces the last one unless the journey was left meanwhile. */
export async function simulate(journey: string): Promise<void> {
  if (useResults.getState().running) return;
  useResults.setState({ running: { run: null, done: 0, of: 1, seconds: null } });
  try {
    await api.simulate(journey, (event) => {
      const running = useResults.getState().running;
      if (event.type === "started" && running) {
        useResults.setState({ running: { ...running, run: event.run } });
      } else if (event.type === "progress" && running) {
        const { done, of, seconds } = event;
        useResults.setState({ running: { ...running, done, of, seconds } });
      } else if (event.type === "finished") {
        show(event.view);
      } else if (event.type === "failed") {
        complain(event.failure);
      }
    });
  } catch (failure) {
    complain(failure);
  } finally {
    useResults.setState({ running: null });
  }
}

export async function cancel(): Promise<void> {
  const run = useResults.getState().running?.run;
  if (run) await api.cancel(run).catch(complain);
}

/** Brings back the journey's last run. */
export async function recall(journey: string): Promise<void> {
  useResults.setState({ view: null, day: null });
  const view = await api.lastRun(journey).catch(() => null);
  if (view) show(view);
}

let shownFor: string | null = null;

/** Names the open journey, so that a run of another one isn't shown on it. */
export function showFor(journey: string | null): void {
  shownFor = journey;
}

function show(view: RunView) {
  if (view.journey === shownFor) useResults.setState({ view, day: null });
}

/** A report's rows by what they belong to; made once for each report. */
export interface Indexed {
  nodes: Map<string, NodeFigures>;
  exits: Map<string, EdgeFigures>;
  most: number;
}

const indexes = new WeakMap<Report, Indexed>();

export function indexed(report: Report): Indexed {
  const known = indexes.get(report);
  if (known) return known;
  const exits = new Map<string, EdgeFigures>();
  for (const edge of report.edges) {
    const key = exitKey(edge.from, edge.path);
    // What ends inside a node has a row of its own without path and target; it isn't on the edge.
    if (edge.to !== null || !exits.has(key)) exits.set(key, edge);
  }
  const made: Indexed = {
    nodes: new Map(report.nodes.map((node) => [node.id, node])),
    exits,
    most: Math.max(1, ...report.edges.map((edge) => edge.accounts.mean ?? 0)),
  };
  indexes.set(report, made);
  return made;
}

/** How many are at a node on a day; at the horizon without one. */
export function hereOn(report: Report, node: string, day: number | null): number | null {
  if (day === null) return indexed(report).nodes.get(node)?.here.mean ?? null;
  return report.daily[day]?.here[node] ?? 0;
}
