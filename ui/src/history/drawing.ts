import { heightOf } from "../canvas/geometry";
import { sizes } from "../core/sizes";
import type { Exit, JourneyDifference, Node, Place, Update } from "../core/types";

export type Mark = "added" | "removed" | "changed" | "moved";

export interface DrawnCard {
  id: string;
  node: Node;
  place: Place;
  height: number;
  mark: Mark | null;
}

export interface DrawnEdge {
  id: string;
  from: Place;
  /** Null: the end mark. */
  to: Place;
  end: boolean;
  exit: Exit;
  mark: "added" | "removed" | null;
}

export interface Drawing {
  cards: DrawnCard[];
  edges: DrawnEdge[];
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What each node's mark is; a node that was only moved says so, one that also changed says that. */
export function marksOf(differences: JourneyDifference[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { what, node, path } of differences) {
    if (!node) continue;
    const mark: Mark =
      what === "moved" ? "moved" : !path && (what === "added" || what === "removed") ? what : "changed";
    if (!marks.has(node.id) || (marks.get(node.id) === "moved" && mark !== "moved")) marks.set(node.id, mark);
  }
  return marks;
}

/** One state, with the edges that the other doesn't have marked. */
export function drawingOf(
  state: Update,
  marks: Map<string, Mark>,
  other: Update,
  missing: "added" | "removed",
): Drawing {
  const kind = state.header?.kind ?? "account";
  const cards: DrawnCard[] = [];
  for (const [id, node] of Object.entries(state.nodes)) {
    const place = state.places[id];
    if (node && place)
      cards.push({ id, node, place, height: heightOf(node, kind), mark: marks.get(id) ?? null });
  }
  return framed(cards, edgesOf(state, other, missing));
}

/** Both states in one picture: the second one, and what the first one had more. */
export function together(a: Update, b: Update, marks: Map<string, Mark>): Drawing {
  const before = drawingOf(a, marks, b, "removed");
  const after = drawingOf(b, marks, a, "added");
  const gone = before.cards.filter(({ mark }) => mark === "removed");
  return framed([...after.cards, ...gone], [...after.edges, ...before.edges.filter(({ mark }) => mark)]);
}

function edgesOf(state: Update, other: Update, missing: "added" | "removed"): DrawnEdge[] {
  const edges: DrawnEdge[] = [];
  for (const [id, exits] of Object.entries(state.exits)) {
    const place = state.places[id];
    if (!exits || !place) continue;
    for (const exit of exits) {
      const from = { x: place.x + sizes.width, y: place.y + sizes.port };
      const target = exit.to ? state.places[exit.to] : null;
      const mark = state.ends?.find((end) => end.from === id && end.path === exit.path);
      const to = target
        ? { x: target.x, y: target.y + sizes.port }
        : mark
          ? { x: mark.x - 16, y: mark.y }
          : null;
      if (!to) continue;
      const same = other.exits[id]?.some(({ path, to }) => path === exit.path && to === exit.to);
      edges.push({
        id: `${missing}/${id}/${exit.path ?? ""}`,
        from,
        to,
        end: !target,
        exit,
        mark: same ? null : missing,
      });
    }
  }
  return edges;
}

function framed(cards: DrawnCard[], edges: DrawnEdge[]): Drawing {
  const xs = [...cards.map(({ place }) => place.x), ...edges.map(({ to }) => to.x)];
  const ys = [...cards.map(({ place }) => place.y), ...edges.map(({ to }) => to.y - 20)];
  const left = Math.min(0, ...xs) - 40;
  const top = Math.min(...ys, Number.POSITIVE_INFINITY) - 40;
  const right = Math.max(
    ...cards.map(({ place }) => place.x + sizes.width),
    ...edges.map(({ to }) => to.x + 40),
    0,
  );
  const bottom = Math.max(
    ...cards.map(({ place, height }) => place.y + height),
    ...edges.map(({ to }) => to.y + 20),
    0,
  );
  const whole = Number.isFinite(top) ? top : 0;
  return { cards, edges, left, top: whole, width: right - left + 40, height: bottom - whole + 40 };
}

/** A line that leaves and arrives level. */
export function curve({ from, to }: Pick<DrawnEdge, "from" | "to">): string {
  const reach = Math.max(24, Math.abs(to.x - from.x) / 2);
  return `M${from.x} ${from.y}C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`;
}
