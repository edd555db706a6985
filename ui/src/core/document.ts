import { create } from "zustand";
import type { EndMark, Exit, Header, LiveView, Node, Place, Problem, Sentence, Update } from "./types";

/** The page's copy of the open journey. Only `merge` writes it. */
export interface Journey {
  id: string;
  revision: number;
  /** The same for all states that run alike. */
  digest: string;
  header: Header;
  nodes: Record<string, Node>;
  exits: Record<string, Exit[]>;
  places: Record<string, Place>;
  ends: EndMark[];
  /** The heights at which edges run that pass other rows. */
  lanes: EndMark[];
  problems: Problem[];
  undo: Sentence | null;
  redo: Sentence | null;
  /** What it does, where the answer to the last edit said so. */
  live: LiveView | null;
}

export interface DocumentState {
  journey: Journey | null;
  /** What is being typed and not yet answered, over the journey's own nodes. */
  drafts: Record<string, Node>;
  draftHeader: Header | null;
  /** Edits on their way; 0 means that everything is saved. */
  saving: number;
  /** The last edit was refused, so something on the screen isn't saved. */
  unsaved: boolean;
}

export const useDocument = create<DocumentState>(() => ({
  journey: null,
  drafts: {},
  draftHeader: null,
  saving: 0,
  unsaved: false,
}));

/** The journey after an update: records that did not change stay the same objects. */
export function merge(before: Journey | null, update: Update): Journey | null {
  const kept = update.whole || before?.id !== update.journey ? null : before;
  const header = headerAfter(kept?.header, update.header);
  if (!header) return before;
  return {
    id: update.journey,
    revision: update.revision,
    digest: update.digest,
    header,
    nodes: patch(kept?.nodes, update.nodes),
    exits: patch(kept?.exits, update.exits),
    places: patch(kept?.places, update.places),
    ends: update.ends ?? kept?.ends ?? [],
    lanes: update.lanes ?? kept?.lanes ?? [],
    problems: update.problems,
    undo: update.undo,
    redo: update.redo,
    live: update.live ?? null,
  };
}

/** A wait that became longer changes the journey's length and no setting of it; those stay the same object then. */
function headerAfter(before: Header | undefined, now: Header | null): Header | undefined {
  if (!before || !now) return now ?? before;
  const same = JSON.stringify(before.settings) === JSON.stringify(now.settings);
  return same ? { ...now, settings: before.settings } : now;
}

function patch<Value>(
  before: Record<string, Value> | undefined,
  changes: Record<string, Value | null>,
): Record<string, Value> {
  if (before && Object.keys(changes).length === 0) return before;
  const after = { ...before };
  for (const [id, value] of Object.entries(changes)) {
    if (value === null) delete after[id];
    else after[id] = value;
  }
  return after;
}

/** A node as the user sees it: with what is being typed. */
export function useNode(id: string): Node | undefined {
  return useDocument((state) => nodeIn(state, id));
}

/** The same, asked once. */
export function nodeIn({ drafts, journey }: DocumentState, id: string): Node | undefined {
  return drafts[id] ?? journey?.nodes[id];
}

/** The nodes in the order in which accounts meet them, what hangs in the air last. */
export function flowOrder(journey: Pick<Journey, "nodes" | "exits">): string[] {
  const incoming = new Map<string, number>(Object.keys(journey.nodes).map((id) => [id, 0]));
  for (const exits of Object.values(journey.exits))
    for (const { to } of exits) if (to && incoming.has(to)) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  const ready = [...incoming].filter(([, edges]) => edges === 0).map(([id]) => id);
  ready.sort((a, b) => (journey.exits[b]?.length ?? 0) - (journey.exits[a]?.length ?? 0));
  const order: string[] = [];
  // Depth first by exits from top to bottom, so that one path is read to its end before the next;
  // a merge waits for the last of its paths.
  const stack = ready.reverse();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    order.push(id);
    for (const { to } of [...(journey.exits[id] ?? [])].reverse()) {
      if (!to || !incoming.has(to)) continue;
      const left = (incoming.get(to) ?? 1) - 1;
      incoming.set(to, left);
      if (left === 0) stack.push(to);
    }
  }
  const seen = new Set(order);
  return [...order, ...Object.keys(journey.nodes).filter((id) => !seen.has(id))];
}
