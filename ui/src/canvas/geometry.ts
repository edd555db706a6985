import { sizes } from "../core/sizes";
import type { Header, Node, Place } from "../core/types";

/** Half of the diameter of start and end marks. */
export const markRadius = 16;
/** How far a line runs straight before it bends, and how wide a bend is. */
const lead = 10;
const bend = 34;
/** How far a passing line keeps from a card: below it there's room for the numbers of a run. */
const above = 18;
const below = 34;

export interface Point {
  x: number;
  y: number;
}

/** One drawn edge: the line, and where its pill begins and its ⊕ is centred. */
export interface Line {
  d: string;
  pill: Point;
  /** What is left for the pill between the line's bend and the ⊕. */
  pillRoom: number;
  plus: Point;
}

export interface Ends {
  from: Point;
  to: Point;
  /** Several edges leave the source, so this one bends right behind it. */
  fan: boolean;
  /** Several edges reach the target, so this one bends right before it. */
  join: boolean;
  /** The height at which the layout wants it to run. */
  lane?: number | undefined;
  /** Width of the pill with the path's name; 0 without. */
  pill: number;
}

export const outOf = (place: Place): Point => ({ x: place.x + sizes.width, y: place.y + sizes.port });
export const into = (place: Place): Point => ({ x: place.x, y: place.y + sizes.port });

/** A card where it stands, with its height. */
export interface Box extends Place {
  height: number;
}

/** The paths that a split by people holds inside its card: those of an account journey have no exits. */
export function pathsInside(node: Node, journey: Header["kind"]): { id: string; label?: string | null }[] {
  if (journey === "person" || (node.kind !== "splitPeople" && node.kind !== "variantSplitPeople")) return [];
  const paths = Array.isArray(node.paths) ? (node.paths as { id: string; label?: string | null }[]) : [];
  return node.kind === "splitPeople" && node.other ? [...paths, { id: "other" }] : paths;
}

export function heightOf(node: Node | undefined, journey: Header["kind"]): number {
  return sizes.height + (node ? sizes.pathRow * pathsInside(node, journey).length : 0);
}

/** The types of the actions of one path of a split by people. */
export function actionsInside(node: Node, path: string): string[] {
  type Typed = { actions?: { type?: string }[] | null };
  const paths = (Array.isArray(node.paths) ? node.paths : []) as ({ id: string } & Typed)[];
  const of = path === "other" ? (node.other as Typed | null) : paths.find(({ id }) => id === path);
  return (of?.actions ?? []).map(({ type }) => type ?? "");
}

/** The cards whose left edges lie between two, found without looking at all of them. */
export type Near = (from: number, to: number) => Box[];

/** Cards in the order of their left edges, to be asked for those near a line. */
export function near(cards: Iterable<Box>): Near {
  const sorted = [...cards].sort((a, b) => a.x - b.x);
  const first = (x: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.x ?? 0) < x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (from, to) => sorted.slice(first(from), first(to));
}

/** Draws a line that keeps clear of the cards between its ends. */
export function line(ends: Ends, cards: Near | Box[]): Line {
  const { from, to, fan, pill } = ends;
  if (to.x - from.x < 2 * lead + bend) return backwards(ends);
  const lane = clearLane(ends, cards);
  const first = lane === from.y ? from.x + lead / 2 : from.x + lead + bend;
  const last = lane === to.y ? to.x - 4 : to.x - lead - bend;
  let d = `M${from.x} ${from.y}`;
  if (lane !== from.y) d += curve(from.x + lead, from.y, first, lane);
  if (last > first) d += `H${last}`;
  if (lane !== to.y) d += curve(Math.max(first, last), lane, to.x - lead, to.y);
  d += `H${to.x}`;
  const start = fan ? Math.max(first, from.x + lead + 12) : first;
  const room = Math.max(first, last) - start;
  // On long edges the ⊕ stays near the source, where the eye looks for what comes next.
  const after = pill > 0 ? Math.min(pill + 20, room - 14) : Math.min(room / 2, 100);
  const x = start + Math.max(after, 12);
  return { d, pill: { x: start, y: lane }, pillRoom: Math.max(28, x - start - 16), plus: { x, y: lane } };
}

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const middle = (x0 + x1) / 2;
  return `L${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`;
}

/** A target that was dragged to the left of its source. */
function backwards({ from, to }: Ends): Line {
  const reach = 70;
  const d = `M${from.x} ${from.y}C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return { d, pill: { x: from.x + 14, y: from.y }, pillRoom: 108, plus: middle };
}

/** The height at which the long part of the line runs: the nearest that crosses no card. */
function clearLane({ from, to, fan, join, lane }: Ends, cards: Near | Box[]): number {
  const preferred = lane ?? (fan || !join ? to.y : from.y);
  const left = from.x + lead;
  const right = to.x - lead;
  const [low, high] = [Math.max(left + bend / 2 - sizes.width, from.x - 1), right - bend / 2];
  const between = Array.isArray(cards) ? cards.filter(({ x }) => x > low && x < high) : cards(low, high);
  const crosses = (y: number) =>
    between.some((place) => y > place.y - above && y < place.y + place.height + below);
  if (!crosses(preferred)) return preferred;
  const candidates = [from.y, to.y];
  for (const place of between) candidates.push(place.y - above, place.y + place.height + below);
  candidates.sort((a, b) => Math.abs(a - preferred) - Math.abs(b - preferred));
  return candidates.find((y) => !crosses(y)) ?? preferred;
}

/** A longer name takes two lines, and is told whole where the pointer rests. */
const widest = 220;

/** A guess of a pill's width from its words, so that lines can be drawn without measuring. */
export function pillWidth(words: string, count = "", marked = false): number {
  if (!words) return 0;
  const name = Math.min(widest, Math.round(20 + words.length * 6.3));
  return name + (count ? 6 + count.length * 7 : 0) + (marked ? 16 : 0);
}
