import { create } from "zustand";
import { type Journey, useDocument } from "../core/document";
import * as edits from "../core/edits";
import type { ExitPlace } from "../core/window";
import { joins, startsJourney, useWindow } from "../core/window";
import type { MessageId } from "../i18n";
import type { Step } from "./choices";
import type { Point } from "./geometry";
import { placeOf } from "./places";
import { turnTo } from "./turn";

/** What is on its way to an edge: something new from the palette, or a card of the board. */
export type Load = { step: Step } | { node: string };

interface Carrying {
  load: Load | null;
  /** Where the pointer is, in px of the window. */
  at: Point;
  /** The exit on which it would be put now. */
  target: ExitPlace | null;
  /** Why it can't be put where the pointer is. */
  refusal: MessageId | null;
}

export const useCarry = create<Carrying>(() => ({
  load: null,
  at: { x: 0, y: 0 },
  target: null,
  refusal: null,
}));

export function lift(load: Load, at: Point): void {
  useCarry.setState({ load, at, target: null, refusal: null });
}

let looking: ReturnType<typeof setTimeout> | undefined;

/** How often it's looked what lies below the pointer, in ms: to know it, the browser must place everything. */
const glance = 40;

/** Follows the pointer. */
export function carryTo(at: Point): void {
  useCarry.setState({ at });
  looking ??= setTimeout(look, glance);
}

/** Looks what lies below the pointer. */
function look(): void {
  clearTimeout(looking);
  looking = undefined;
  const { load, at, target: before } = useCarry.getState();
  const journey = useDocument.getState().journey;
  if (!load || !journey) return;
  const found = exitAt(journey, at, load);
  const refusal = found && "node" in load ? refusalOf(journey, load.node, found) : null;
  const target = refusal === null ? found : null;
  const same = before?.node === target?.node && before?.path === target?.path;
  useCarry.setState({ target: same ? before : target, refusal: refusal === "there" ? null : refusal });
}

/** Puts the load where it is now. Answers whether there was a place for it. */
export function drop(): boolean {
  if (useCarry.getState().load) look();
  const { load, target } = useCarry.getState();
  letGo();
  if (!load || !target) return false;
  if ("node" in load) void edits.send({ do: "carry", node: load.node, from: target.node, path: target.path });
  else void insert(load.step, target);
  return true;
}

export function letGo(): void {
  clearTimeout(looking);
  looking = undefined;
  useCarry.setState({ load: null, target: null, refusal: null });
}

export async function insert({ kind, action }: Pick<Step, "kind" | "action">, at: ExitPlace): Promise<void> {
  const before = useDocument.getState().journey?.nodes ?? {};
  const after = await edits.send({ do: "insert", from: at.node, path: at.path, kind, action });
  const made = after && Object.keys(after.nodes).find((id) => !(id in before));
  if (made) turnTo(made);
}

/** The exit below a point of the window: its ⊕, its line or its end mark; for something new also a card's own exit. */
function exitAt(journey: Journey, { x, y }: Point, load: Load): ExitPlace | null {
  for (const element of document.elementsFromPoint(x, y)) {
    if (!element.closest(".board")) return null;
    const key =
      element.closest("[data-exit]")?.getAttribute("data-exit") ?? element.getAttribute("data-line");
    if (key) return placeOf(key);
    const card = element.closest("[data-node]")?.getAttribute("data-node");
    if (card && "node" in load && card === load.node) continue;
    // A card that is dragged may stand on another one; something new goes behind it.
    if (card) return "step" in load ? exitOf(journey, card) : null;
  }
  return null;
}

/** The exit of a card at which something new goes: the first that is open, or its first. */
export function exitOf(journey: Journey, node: string): ExitPlace | null {
  const exits = journey.exits[node] ?? [];
  const exit = exits.find(({ to }) => to === null) ?? exits[0];
  return exit ? { node, path: exit.path } : null;
}

/** Why a card can't be moved to an exit; `there`: it is there already. The program has the last word. */
export function refusalOf(journey: Journey, node: string, at: ExitPlace): MessageId | "there" | null {
  const exits = journey.exits[node] ?? [];
  const target = journey.exits[at.node]?.find(({ path }) => path === at.path)?.to ?? null;
  if (at.node === node || target === node) return "there";
  const { catalogue } = useWindow.getState();
  const kind = journey.nodes[node]?.kind ?? "";
  if (startsJourney(catalogue, kind)) return "failure.start-fixed";
  if (joins(catalogue, kind)) return "failure.merge-fixed";
  const ways = exits.filter(({ to }) => to !== null);
  if (ways.length < 2) return null;
  if (behind(journey, node).has(at.node)) return "failure.cycle";
  return target !== null && ways.length === exits.length ? "failure.no-open-exit" : null;
}

/** A card and all that accounts can come to from it. */
export function behind(journey: Journey, node: string): Set<string> {
  const seen = new Set<string>();
  const open = [node];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { to } of journey.exits[id] ?? []) if (to) open.push(to);
  }
  return seen;
}
