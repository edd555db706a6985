import type { Journey } from "../core/document";
import type { EndMark, Exit, Place } from "../core/types";
import { heightOf, into, type Line, line, markRadius, outOf, type Point, pillWidth } from "./geometry";

/** What is drawn for one exit: an edge to a card, or a line to an end mark. */
export interface Drawn {
  key: string;
  node: string;
  exit: Exit;
  name: string;
  line: Line;
  end: Point | null;
}

/** The lines of all exits, with the cards where the drag has them. */
export function drawn(
  journey: Pick<Journey, "nodes" | "header" | "exits" | "ends" | "lanes" | "places">,
  dragged: Record<string, Place>,
  nameOf: (exit: Exit) => string,
  /** What stands beside the name in its pill. */
  countOf: (key: string) => string = () => "",
  /** Of which exits; without it of all. */
  wanted: (node: string, to: string | null) => boolean = () => true,
): Drawn[] {
  const placeOf = (id: string) => dragged[id] ?? journey.places[id];
  const cards = Object.entries(journey.places).map(([id, place]) => ({
    ...(dragged[id] ?? place),
    height: heightOf(journey.nodes[id], journey.header.kind),
  }));
  const incoming = new Map<string, number>();
  for (const exits of Object.values(journey.exits))
    for (const { to } of exits) if (to) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  const keyed = (places: EndMark[]) => new Map(places.map((of) => [`${of.from}/${of.path ?? ""}`, of]));
  const marks = keyed(journey.ends);
  const lanes = keyed(journey.lanes);
  const all: Drawn[] = [];
  for (const [node, exits] of Object.entries(journey.exits)) {
    const place = placeOf(node);
    if (!place) continue;
    const from = outOf(place);
    const before = journey.places[node];
    exits.forEach((exit, index) => {
      if (!wanted(node, exit.to)) return;
      const key = `${node}/${exit.path ?? ""}`;
      const name = exit.path === null ? "" : nameOf(exit);
      const fan = exits.length > 1;
      const target = exit.to ? placeOf(exit.to) : undefined;
      const mark = marks.get(key);
      // An end mark follows its card while that is dragged.
      const end = target
        ? null
        : mark
          ? { x: mark.x + place.x - (before?.x ?? place.x), y: mark.y + place.y - (before?.y ?? place.y) }
          : { x: from.x + 150, y: from.y + (index - (exits.length - 1) / 2) * 60 };
      const to = target ? into(target) : { x: (end?.x ?? 0) - markRadius, y: end?.y ?? 0 };
      // A lane of its own holds between cards that stand where the layout has them.
      const moved = dragged[node] || (exit.to && dragged[exit.to]);
      const lane = moved ? undefined : lanes.get(key)?.y;
      const join = exit.to ? (incoming.get(exit.to) ?? 0) > 1 : false;
      all.push({
        key,
        node,
        exit,
        name,
        end,
        line: line({ from, to, fan, join, lane, pill: pillWidth(name, countOf(key)) }, cards),
      });
    });
  }
  return all;
}
