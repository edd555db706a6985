import { cardOf, type Film, type Hop, hereAt, moving } from "./film";

/** Points along an edge, evenly spread: x and y in turn. */
export type Way = Float32Array | null;

/** What the canvas needs to know of the stage. */
export interface Scene {
  film: Film;
  ways: Way[];
  /** Left, top, width and height of each card. */
  cards: { x: number; y: number; width: number; height: number }[];
}

export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Colours {
  dot: string;
  many: string;
  onMany: string;
  fill: string;
  followed: string;
  surface: string;
}

/** More dots than these are drawn together, where they are close to each other. */
export const GROUPED = 200;
const POINTS = 48;
/** How many places of an edge dots are gathered at. */
const PLACES = 9;

/** Measures a drawn edge. */
export function wayOf(path: SVGPathElement): Way {
  const length = path.getTotalLength();
  if (!(length > 0)) return null;
  const way = new Float32Array(POINTS * 2);
  for (let at = 0; at < POINTS; at += 1) {
    const point = path.getPointAtLength((length * at) / (POINTS - 1));
    way[at * 2] = point.x;
    way[at * 2 + 1] = point.y;
  }
  return way;
}

/** Draws one moment. It hangs on the time alone, so every moment can be drawn at once. */
export function draw(
  context: CanvasRenderingContext2D,
  { film, ways, cards }: Scene,
  view: View,
  time: number,
  followed: number | null,
  colours: Colours,
  number: (value: number) => string,
): void {
  const ratio = devicePixelRatio || 1;
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
  cards.forEach((card, index) => {
    fillCard(context, card, hereAt(film, index, time), film, colours);
  });
  let dots = 0;
  let own: Hop | null = null;
  moving(film, time, (hop) => {
    dots += 1;
    if (hop.account === followed) own = hop;
  });
  // What is small stays visible where the whole board is small.
  const size = Math.max(1, 0.62 / view.scale);
  if (dots > GROUPED) many(context, film, ways, time, size, view.scale, colours, number);
  else single(context, film, ways, time, size, colours);
  if (followed !== null) mine(context, film, ways, cards, time, own, followed, size, colours);
  cards.forEach((card, index) => {
    countCard(context, card, hereAt(film, index, time), colours, view.scale, number);
  });
}

function fillCard(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Scene["cards"][number],
  here: number,
  film: Film,
  colours: Colours,
) {
  if (here <= 0) return;
  const share = Math.sqrt(here / film.most);
  context.fillStyle = colours.fill;
  context.globalAlpha = 0.2;
  context.beginPath();
  context.roundRect(x, y, width, height, 10);
  context.save();
  context.clip();
  context.fillRect(x, y + height * (1 - share), width, height * share);
  context.restore();
  context.globalAlpha = 1;
}

function countCard(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Scene["cards"][number],
  here: number,
  colours: Colours,
  scale: number,
  number: (value: number) => string,
) {
  if (here <= 0) return;
  // The number stands on the card's lower edge, large enough to be read where the whole board is small.
  const type = Math.max(18, Math.min(40, 13 / scale));
  context.font = `700 ${type}px 'Source Sans 3 Variable', 'Source Sans 3', sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const text = number(here);
  const wide = Math.max(type * 1.4, context.measureText(text).width + type * 0.8);
  context.fillStyle = colours.many;
  context.beginPath();
  context.roundRect(x + width - wide - 6, y + height - type * 0.7, wide, type * 1.3, type * 0.65);
  context.fill();
  context.fillStyle = colours.onMany;
  context.fillText(text, x + width - wide / 2 - 6, y + height - type * 0.02);
}

function single(
  context: CanvasRenderingContext2D,
  film: Film,
  ways: Way[],
  time: number,
  size: number,
  colours: Colours,
) {
  context.fillStyle = colours.dot;
  context.beginPath();
  moving(film, time, (hop) => {
    const way = ways[hop.edge];
    if (!way) return;
    const [x, y] = place(way, part(hop, time));
    // Side by side, so that several at once are seen as several.
    const beside = (((hop.account * 37) % 17) - 8) * 1.1;
    context.moveTo(x + 6 * size, y + beside);
    context.arc(x, y + beside, 6 * size, 0, 2 * Math.PI);
  });
  context.fill();
}

function many(
  context: CanvasRenderingContext2D,
  film: Film,
  ways: Way[],
  time: number,
  size: number,
  scale: number,
  colours: Colours,
  number: (value: number) => string,
) {
  const counts = new Map<number, { count: number; sum: number }>();
  moving(film, time, (hop) => {
    const way = ways[hop.edge];
    if (!way) return;
    const at = part(hop, time);
    // Where an edge is short on the screen, its dots are gathered at fewer places.
    const places = Math.max(1, Math.min(PLACES, Math.floor((reach(way) * scale) / 64)));
    const key = hop.edge * PLACES + Math.min(places - 1, Math.floor(at * places));
    const group = counts.get(key);
    if (group) {
      group.count += 1;
      group.sum += at;
    } else counts.set(key, { count: 1, sum: at });
  });
  context.textAlign = "center";
  context.textBaseline = "middle";
  // The largest are drawn last, so that their numbers can be read.
  for (const [key, { count, sum }] of [...counts].sort((a, b) => a[1].count - b[1].count)) {
    const way = ways[Math.floor(key / PLACES)];
    if (!way) continue;
    const [x, y] = place(way, sum / count);
    const radius = (5 + 2.2 * Math.sqrt(count)) * Math.sqrt(size);
    context.fillStyle = count > 1 ? colours.many : colours.dot;
    context.beginPath();
    context.arc(x, y, Math.min(radius, 46), 0, 2 * Math.PI);
    context.fill();
    if (count < 5) continue;
    context.fillStyle = colours.onMany;
    context.font = `700 ${Math.min(radius, 30)}px 'Source Sans 3 Variable', 'Source Sans 3', sans-serif`;
    context.fillText(number(count), x, y + 1);
  }
}

/** The followed account: a ring where it is. */
function mine(
  context: CanvasRenderingContext2D,
  film: Film,
  ways: Way[],
  cards: Scene["cards"],
  time: number,
  hop: Hop | null,
  followed: number,
  size: number,
  colours: Colours,
) {
  let x = 0;
  let y = 0;
  const way = hop ? ways[hop.edge] : null;
  if (hop && way) [x, y] = place(way, part(hop, time));
  else {
    const at = cardOf(film, followed, time);
    const card = at === null ? undefined : cards[at];
    if (!card) return;
    context.strokeStyle = colours.followed;
    context.lineWidth = 5;
    context.beginPath();
    context.roundRect(card.x - 3, card.y - 3, card.width + 6, card.height + 6, 12);
    context.stroke();
    [x, y] = [card.x + card.width, card.y];
  }
  context.beginPath();
  context.arc(x, y, 11 * size, 0, 2 * Math.PI);
  context.fillStyle = colours.followed;
  context.strokeStyle = colours.surface;
  context.lineWidth = 3 * size;
  context.fill();
  context.stroke();
}

/** How far it is from one end of an edge to the other. */
const reach = (way: Float32Array) =>
  Math.hypot((way[POINTS * 2 - 2] ?? 0) - (way[0] ?? 0), (way[POINTS * 2 - 1] ?? 0) - (way[1] ?? 0));

const part = ({ start, end }: Hop, time: number) => (end > start ? (time - start) / (end - start) : 1);

function place(way: Float32Array, part: number): [number, number] {
  const at = Math.min(1, Math.max(0, part)) * (POINTS - 1);
  const low = Math.floor(at);
  const high = Math.min(POINTS - 1, low + 1);
  const rest = at - low;
  const mix = (axis: number) => (way[low * 2 + axis] ?? 0) * (1 - rest) + (way[high * 2 + axis] ?? 0) * rest;
  return [mix(0), mix(1)];
}
