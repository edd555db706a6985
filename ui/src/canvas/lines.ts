import type { Journey } from "../core/document";
import type { EndMark, Exit, Place } from "../core/types";
import {
  heightOf,
  into,
  type Line,
  line,
  markRadius,
  type Near,
  near,
  outOf,
  type Point,
  pillWidth,
} from "./geometry";

/** What is drawn for one exit: an edge to a card, or a line to an end mark. */
export interface Drawn {
  key: string;
  node: string;
  exit: Exit;
  name: string;
  line: Line;
  /** Where the line begins and ends. */
  from: Point;
  to: Point;
  /** The middle of the mark at which the journey ends; none where a card follows. */
  end: Point | null;
}

type Shown = Pick<Journey, "nodes" | "header" | "exits" | "ends" | "lanes" | "places">;

/** Draws lines with the cards where the drag has them: all, or only those of some cards. */
export type Draw = (dragged: Record<string, Place>, of?: Set<string>) => Drawn[];

/** The lines of all exits, with the cards where the drag has them. */
export function drawn(
  journey: Shown,
  dragged: Record<string, Place>,
  nameOf: (exit: Exit) => string,
  countOf?: (key: string) => string,
): Drawn[] {
  return drawing(journey, nameOf, countOf)(dragged);
}

/** What the lines of a journey stand on, looked up once, so that a drag draws its few lines anew in every frame. */
export function drawing(
  journey: Shown,
  nameOf: (exit: Exit) => string,
  /** What stands beside the name in its pill. */
  countOf: (key: string) => string = () => "",
  /** Whether the pill has the mark of a finding. */
  marked: (node: string, exit: Exit) => boolean = () => false,
): Draw {
  const box = (id: string, place: Place) => ({
    ...place,
    height: heightOf(journey.nodes[id], journey.header.kind),
  });
  const boxes = new Map(Object.entries(journey.places).map(([id, place]) => [id, box(id, place)]));
  const still = near(boxes.values());
  const before = new Map<string, string[]>();
  for (const [node, exits] of Object.entries(journey.exits))
    for (const { to } of exits) if (to) before.set(to, [...(before.get(to) ?? []), node]);
  const keyed = (places: EndMark[]) => new Map(places.map((of) => [`${of.from}/${of.path ?? ""}`, of]));
  const marks = keyed(journey.ends);
  const lanes = keyed(journey.lanes);

  return (dragged, of) => {
    const placeOf = (id: string) => dragged[id] ?? journey.places[id];
    const moved = Object.entries(dragged).map(([id, place]) => box(id, place));
    const out = new Set(Object.keys(dragged).map((id) => boxes.get(id)));
    const cards: Near =
      moved.length === 0
        ? still
        : (from, to) => [
            ...still(from, to).filter((card) => !out.has(card)),
            ...moved.filter(({ x }) => x >= from && x < to),
          ];
    const all: Drawn[] = [];
    const nodes = of ? new Set([...of, ...[...of].flatMap((id) => before.get(id) ?? [])]) : null;
    for (const node of nodes ?? Object.keys(journey.exits)) {
      const exits = journey.exits[node] ?? [];
      const place = placeOf(node);
      if (!place) continue;
      const from = outOf(place);
      const was = journey.places[node];
      exits.forEach((exit, index) => {
        if (of && !of.has(node) && !(exit.to && of.has(exit.to))) return;
        const key = `${node}/${exit.path ?? ""}`;
        const name = exit.path === null ? "" : nameOf(exit);
        const fan = exits.length > 1;
        const target = exit.to ? placeOf(exit.to) : undefined;
        const mark = marks.get(key);
        // An end mark follows its card while that is dragged.
        const end = target
          ? null
          : mark
            ? { x: mark.x + place.x - (was?.x ?? place.x), y: mark.y + place.y - (was?.y ?? place.y) }
            : { x: from.x + 150, y: from.y + (index - (exits.length - 1) / 2) * 60 };
        const to = target ? into(target) : { x: (end?.x ?? 0) - markRadius, y: end?.y ?? 0 };
        // A lane of its own holds between cards that stand where the layout has them.
        const away = dragged[node] || (exit.to && dragged[exit.to]);
        const lane = away ? undefined : lanes.get(key)?.y;
        const join = exit.to ? (before.get(exit.to)?.length ?? 0) > 1 : false;
        const ends = { from, to, fan, join, lane, pill: pillWidth(name, countOf(key), marked(node, exit)) };
        all.push({ key, node, exit, name, end, from, to, line: line(ends, cards) });
      });
    }
    return all;
  };
}
