import { useLive } from "./live";
import { exitKey, indexed, useResults } from "./results";
import type { LiveNumbers, Report } from "./types";

/** What the canvas shows of a run, or of the journey as it is being edited. */
export interface Counts {
  nodes: Map<string, { entered: number | null; here: number | null }>;
  exits: Map<string, number>;
  /** The most that any exit has; at least 1. */
  most: number;
}

const ofReports = new WeakMap<Report, Counts>();
const ofLive = new WeakMap<LiveNumbers, Counts>();

function ofReport(report: Report): Counts {
  const known = ofReports.get(report);
  if (known) return known;
  const { nodes, exits, most } = indexed(report);
  const made: Counts = {
    nodes: new Map(
      [...nodes].map(([id, { entered, here }]) => [id, { entered: entered.mean, here: here.mean }]),
    ),
    exits: new Map([...exits].map(([key, { accounts }]) => [key, accounts.mean ?? 0])),
    most,
  };
  ofReports.set(report, made);
  return made;
}

export function countsOf(numbers: LiveNumbers): Counts {
  const known = ofLive.get(numbers);
  if (known) return known;
  const exits = new Map<string, number>();
  for (const { from, path, to, accounts } of numbers.edges) {
    const key = exitKey(from, path);
    // What ends inside a node has a row of its own without path and target; it isn't on the edge.
    if (to !== null || !exits.has(key)) exits.set(key, accounts);
  }
  const made: Counts = {
    nodes: new Map(numbers.nodes.map(({ id, entered, here }) => [id, { entered, here }])),
    exits,
    most: Math.max(1, ...exits.values()),
  };
  ofLive.set(numbers, made);
  return made;
}

/** Live's numbers where it is on, else those of the run that is shown; null without either. */
export function useCounts(): Counts | null {
  return useCount((counts) => counts);
}

/** One thing of the counts; who reads a number is drawn anew when that number changes, and not with each answer. */
export function useCount<Value>(of: (counts: Counts) => Value): Value | null {
  const on = useLive((state) => state.on);
  const live = useLive(({ view }) => (on && view ? of(countsOf(view.numbers)) : null));
  const run = useResults(({ view }) => (!on && view ? of(ofReport(view.report)) : null));
  return on ? live : run;
}
