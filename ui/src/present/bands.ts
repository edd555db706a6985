import { type Box, line, pillWidth } from "../canvas/geometry";
import type { PlayedBoard } from "../core/types";

/** Where a card stands on the stage, and which part of the board that is. */
export interface Stood extends Box {
  band: number;
}

export interface DrawnEdge {
  /** Empty for an edge that is never drawn. */
  d: string;
  /** Where its name begins, and how wide it may be. */
  name: { x: number; y: number; room: number } | null;
  end: { x: number; y: number } | null;
}

export interface Stage {
  cards: Stood[];
  edges: DrawnEdge[];
  /** The centre of the start mark. */
  start: { x: number; y: number };
  width: number;
  height: number;
}

const margin = 28;
/** Left of a row there is room for the start mark and for lines that come from the row above. */
const lead = 84;
const between = 74;
const mark = 16;
/** Right of a row there is room for a line to bend. */
const turnRoom = 68;
/** Lines from row to row keep so far from each other. */
const apart = 11;

/** Lays the board out in rows, as many as let it be largest in a room of so many pixels. */
export function staged(board: PlayedBoard, room: { width: number; height: number }): Stage {
  const columns = columnsOf(board);
  const count = Math.max(1, ...columns) + 1;
  let best: Stage | null = null;
  let largest = 0;
  for (let bands = 1; bands <= Math.min(6, count); bands += 1) {
    const stage = inBands(
      board,
      columns.map((column) => Math.floor((column * bands) / count)),
      bands,
    );
    const scale = Math.min(room.width / stage.width, room.height / stage.height);
    // A row more must be worth the jumps of the eye.
    if (scale > largest * 1.08) {
      largest = scale;
      best = stage;
    }
  }
  return best ?? inBands(board, columns, 1);
}

/** The column of each card, by its left edge. */
function columnsOf({ cards, sizes }: PlayedBoard): number[] {
  const order = cards.map((card, index) => ({ x: card.x, index })).sort((a, b) => a.x - b.x);
  const columns = cards.map(() => 0);
  let column = 0;
  let left = order[0]?.x ?? 0;
  for (const { x, index } of order) {
    if (x - left > sizes.width / 2) {
      column += 1;
      left = x;
    }
    columns[index] = column;
  }
  return columns;
}

function inBands(board: PlayedBoard, bandOf: number[], bands: number): Stage {
  const { sizes } = board;
  const boxes = Array.from({ length: bands }, () => ({
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  }));
  const cover = (band: number, left: number, top: number, right: number, bottom: number) => {
    const box = boxes[band];
    if (!box) return;
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  };
  board.cards.forEach((card, index) => {
    cover(bandOf[index] ?? 0, card.x, card.y, card.x + sizes.width, card.y + card.height);
  });
  for (const { from, end, lane } of board.edges) {
    const band = from === null ? undefined : bandOf[from];
    const box = band === undefined ? undefined : boxes[band];
    if (band === undefined || !box) continue;
    if (end) cover(band, box.left, end[1] - mark, end[0] + mark, end[1] + mark);
    if (lane !== null) cover(band, box.left, lane - 4, box.right, lane + 4);
  }
  const crossing = board.edges.filter(
    ({ from, to }) => from !== null && to !== null && bandOf[from] !== bandOf[to],
  ).length;
  const side = bands > 1 ? crossing * apart + 22 : 0;
  const moved: { dx: number; dy: number }[] = [];
  let y = margin;
  for (const box of boxes) {
    moved.push({ dx: margin + lead + side - box.left, dy: y - box.top });
    y += (Number.isFinite(box.top) ? box.bottom - box.top : 0) + between + crossing * apart;
  }
  const cards: Stood[] = board.cards.map((card, index) => {
    const band = bandOf[index] ?? 0;
    const { dx, dy } = moved[band] ?? { dx: 0, dy: 0 };
    return { x: card.x + dx, y: card.y + dy, height: card.height, band };
  });
  const right = Math.max(0, ...boxes.map((box, band) => box.right + (moved[band]?.dx ?? 0)));
  const bottoms = boxes.map((box, band) => box.bottom + (moved[band]?.dy ?? 0));
  let crossed = 0;
  const leaving = new Map<number, number>();
  const coming = new Map<number, number>();
  for (const { from, to, end } of board.edges) {
    if (from !== null && (to !== null || end)) leaving.set(from, (leaving.get(from) ?? 0) + 1);
    if (to !== null) coming.set(to, (coming.get(to) ?? 0) + 1);
  }
  const edges = board.edges.map(({ from, to, end, lane, name }): DrawnEdge => {
    const source = from === null ? undefined : cards[from];
    const target = to === null ? undefined : cards[to];
    if (!source) {
      if (!target) return { d: "", name: null, end: null };
      const at = target.y + sizes.port;
      return { d: `M${target.x - 48} ${at}H${target.x}`, name: null, end: null };
    }
    const out = { x: source.x + sizes.width, y: source.y + sizes.port };
    const { dx, dy } = moved[source.band] ?? { dx: 0, dy: 0 };
    const own = (band: number) => cards.filter((card) => card.band === band);
    const pill = pillWidth(name.en);
    const fan = (leaving.get(from ?? 0) ?? 0) > 1;
    const join = (coming.get(to ?? -1) ?? 0) > 1;
    if (!target) {
      if (!end) return { d: "", name: null, end: null };
      const at = { x: end[0] + dx, y: end[1] + dy };
      const drawn = line(
        { from: out, to: { x: at.x - mark, y: at.y }, fan, join: false, pill },
        own(source.band),
      );
      return {
        d: drawn.d,
        name: pill > 0 ? { ...drawn.pill, room: at.x - mark - drawn.pill.x } : null,
        end: at,
      };
    }
    const into = { x: target.x, y: target.y + sizes.port };
    if (target.band === source.band) {
      const drawn = line(
        { from: out, to: into, fan, join, lane: lane === null ? undefined : lane + dy, pill },
        own(source.band),
      );
      return {
        d: drawn.d,
        name: pill > 0 ? { ...drawn.pill, room: into.x - drawn.pill.x } : null,
        end: null,
      };
    }
    // To the right edge, down between the rows, to the left edge, and in from there.
    const number = crossed;
    crossed += 1;
    const far = right + turnRoom + number * apart;
    const near = margin + 6 + (side - 22) - number * apart + 10;
    const turn = (bottoms[source.band] ?? 0) + 34 + number * apart;
    const wanted = lane === null ? out.y : lane + dy;
    const first = line(
      { from: out, to: { x: far - 12, y: wanted }, fan, join: false, lane: wanted, pill },
      own(source.band),
    );
    const last = line(
      { from: { x: near + 12, y: into.y }, to: into, fan: false, join: false, pill: 0 },
      own(target.band),
    );
    const d = `${first.d}${corner(far - 12, wanted, far, wanted, far, wanted + 12)}V${turn - 12}${corner(far, turn - 12, far, turn, far - 12, turn)}H${near + 12}${corner(near + 12, turn, near, turn, near, turn + 12)}V${into.y - 12}${corner(near, into.y - 12, near, into.y, near + 12, into.y)}${last.d.replace(/^M[-\d.]+ [-\d.]+/, "")}`;
    return { d, name: pill > 0 ? { ...first.pill, room: far - first.pill.x } : null, end: null };
  });
  const entered = board.edges.find(({ from }) => from === null)?.to;
  const entry = cards[entered ?? 0];
  return {
    cards,
    edges,
    start: { x: (entry?.x ?? 0) - 48, y: (entry?.y ?? 0) + sizes.port },
    width: right + margin + side + (bands > 1 ? turnRoom - 22 : 0),
    height: Math.max(...bottoms) + margin,
  };
}

const corner = (_x: number, _y: number, x1: number, y1: number, x2: number, y2: number) =>
  `Q${x1} ${y1} ${x2} ${y2}`;
