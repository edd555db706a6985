import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { compareFromHere, switchLive, useLive } from "../core/live";
import type { Candidates, Exit, Node, Ranked, Vary } from "../core/types";
import { study } from "./study";

/** Something that may be otherwise in a candidate, as the dialog offers it. */
export interface Choice {
  id: string;
  /** The steps that it is about. */
  nodes: string[];
  what: "wait" | "timeout" | "swap" | "shares" | "day";
  on: boolean;
  /** What a number is now, and from where to where it is tried. */
  at?: string;
  unit?: string;
  now?: number;
  from?: number;
  to?: number;
  step?: number;
  /** For shares: the sets that are tried. */
  options?: Record<string, number>[];
}

interface SearchState {
  open: boolean;
  choices: Choice[];
  figure: string;
  aim: "most" | "least";
  budget: number | null;
  difference: number;
  confidence: number;
}

export const useSearch = create<SearchState>(() => ({
  open: false,
  choices: [],
  figure: "",
  aim: "most",
  budget: null,
  difference: 2,
  confidence: 0.95,
}));

export const searching = study<Candidates>((event) =>
  event.type === "candidates" ? event.candidates : null,
);

/** Opens the dialog with everything that may vary in the open journey. */
export function openSearch(figure: string): void {
  const journey = useDocument.getState().journey;
  if (!journey) return;
  searching.use.setState({ answer: null });
  useSearch.setState({ open: true, figure, choices: choicesOf(journey.nodes, journey.exits) });
}

export const closeSearch = () => useSearch.setState({ open: false });

/** The numbers and orders of a journey that a search can change. */
export function choicesOf(nodes: Record<string, Node>, exits: Record<string, Exit[]>): Choice[] {
  const found: Choice[] = [];
  for (const node of Object.values(nodes)) {
    // Nobody comes to a step that is switched off.
    if (node.disabled) continue;
    if (node.kind === "wait") found.push(...durations(node, "wait", node.for, "/for"));
    if (node.kind === "listen") {
      const timeout = node.timeout as { after?: unknown } | null | undefined;
      found.push(...durations(node, "timeout", timeout?.after, "/timeout/after"));
    }
    if (node.kind === "variantSplitAccounts" || node.kind === "variantSplitPeople") {
      const paths = (node.paths ?? []) as { percentage?: number }[];
      if (paths.length === 2) {
        const options = [30, 50, 70].map((share) => ({
          "/paths/0/percentage": share,
          "/paths/1/percentage": 100 - share,
        }));
        found.push({ id: `shares ${node.id}`, nodes: [node.id], what: "shares", on: false, options });
      }
    }
    const [only, ...others] = exits[node.id] ?? [];
    const next = only?.to ? nodes[only.to] : undefined;
    const after = next ? (exits[next.id] ?? []) : [];
    const simple = [node, next].every(
      (of) => of && !of.disabled && (of.kind === "action" || of.kind === "wait"),
    );
    if (only && others.length === 0 && next && simple && after.length <= 1)
      found.push({ id: `swap ${node.id}`, nodes: [node.id, next.id], what: "swap", on: false });
  }
  return found;
}

/** A duration of one part is a number that may vary. */
function durations(node: Node, what: "wait" | "timeout", duration: unknown, at: string): Choice[] {
  const parts = Object.entries((duration ?? {}) as Record<string, number>).filter(([, count]) => count > 0);
  const [part] = parts;
  if (!part || parts.length > 1) return [];
  const [unit, now] = part;
  const step = Math.max(1, Math.round(now / 2));
  const from = Math.max(1, now - step);
  return [
    {
      id: `${what} ${node.id}`,
      nodes: [node.id],
      what,
      on: false,
      at: `${at}/${unit}`,
      unit,
      now,
      from,
      to: now + step,
      step,
    },
  ];
}

export function varied(choices: Choice[]): Vary[] {
  return choices
    .filter(({ on }) => on)
    .map((choice): Vary => {
      const [first = "", second = ""] = choice.nodes;
      if (choice.what === "swap") return { swap: { first, second } };
      if (choice.what === "shares") return { options: { node: first, options: choice.options ?? [] } };
      const { at = "", from = 0, to = 0, step = 1 } = choice;
      return { number: { node: first, at, from, to, step } };
    });
}

/** How many journeys a search tries. */
export function combinations(choices: Choice[]): number {
  const ways = ({ what, now = 0, from = 0, to = 0, step = 1, options }: Choice) => {
    if (what === "swap") return 2;
    if (what === "shares") return (options?.length ?? 0) + 1;
    const tried = Math.floor((to - from) / step + 1e-9) + 1;
    const has = now >= from && now <= to && Math.abs((now - from) % step) < 1e-9;
    return Math.max(1, tried + (has ? 0 : 1));
  };
  return choices.filter(({ on }) => on).reduce((all, choice) => all * ways(choice), 1);
}

export async function runSearch(): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  await edits.saved();
  const { choices, figure, aim, budget, difference, confidence } = useSearch.getState();
  const vary = varied(choices);
  await searching.run((on) =>
    api.search(journey, { vary, figure, aim, difference, confidence, budget, most: 200 }, on),
  );
}

/** Makes a candidate of the journey, as one edit that can be undone; Live tells the difference. */
export async function apply(candidate: Ranked): Promise<void> {
  if (!useLive.getState().on) switchLive(true);
  await compareFromHere();
  if (await edits.send({ do: "together", intents: candidate.intents })) closeSearch();
}
