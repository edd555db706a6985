import { flowOrder, type Journey, useDocument } from "../core/document";
import { select, useWindow } from "../core/window";
import { behind } from "./carry";

export function selectAll(): void {
  const journey = useDocument.getState().journey;
  if (journey) select(...flowOrder(journey));
}

/** The selected cards with all that only they lead to: the rest of their path, up to where it meets others. */
export function selectPath(): void {
  const journey = useDocument.getState().journey;
  const { selection } = useWindow.getState();
  if (journey) select(...restOfPath(journey, selection));
}

export function restOfPath(journey: Journey, from: string[]): string[] {
  const reached = new Set(from.flatMap((id) => [...behind(journey, id)]));
  const kept = new Set(from);
  // In flow order a card comes after all that lead to it.
  for (const id of flowOrder(journey)) {
    if (!reached.has(id) || kept.has(id)) continue;
    if (before(journey, id).every((one) => kept.has(one))) kept.add(id);
  }
  return flowOrder(journey).filter((id) => kept.has(id));
}

function before(journey: Journey, node: string): string[] {
  return Object.keys(journey.exits).filter((id) => journey.exits[id]?.some(({ to }) => to === node));
}
