import { flowOrder, type Journey } from "../core/document";
import type { ExitPlace } from "../core/window";

/** The open exit that comes last in flow order, where a journey is drawn on. */
export function lastOpenExit(journey: Journey): ExitPlace | null {
  for (const node of flowOrder(journey).reverse()) {
    const open = journey.exits[node]?.find(({ to }) => to === null);
    if (open) return { node, path: open.path };
  }
  return null;
}
