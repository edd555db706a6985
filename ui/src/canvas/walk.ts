import type { Journey } from "../core/document";

export type Arrow = "ArrowRight" | "ArrowLeft" | "ArrowUp" | "ArrowDown";

/** The card that an arrow key leads to: along the flow to the right and left, to the neighbouring path up and down. */
export function walk(journey: Journey, from: string, arrow: Arrow): string | null {
  if (arrow === "ArrowRight") return journey.exits[from]?.find(({ to }) => to !== null)?.to ?? null;
  if (arrow === "ArrowLeft") return before(journey, from)[0] ?? null;
  return beside(journey, from, arrow === "ArrowDown" ? 1 : -1);
}

function before(journey: Journey, node: string): string[] {
  return Object.entries(journey.exits)
    .filter(([, exits]) => exits.some(({ to }) => to === node))
    .map(([id]) => id);
}

/** The nearest card above or below; sideways distance counts double, so that columns are kept. */
function beside(journey: Journey, from: string, direction: 1 | -1): string | null {
  const here = journey.places[from];
  if (!here) return null;
  let best: string | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [id, place] of Object.entries(journey.places)) {
    const down = (place.y - here.y) * direction;
    if (id === from || down < 20) continue;
    const far = down + 2 * Math.abs(place.x - here.x);
    if (far < shortest) {
      shortest = far;
      best = id;
    }
  }
  return best;
}
