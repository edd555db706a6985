import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useCount, useCounts } from "../core/counts";
import { type Journey, useDocument } from "../core/document";
import { findingsOf } from "../core/problems";
import type { Exit } from "../core/types";
import { startsJourney, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { useCarry } from "./carry";
import { useDrag } from "./drag";
import { ExitTools } from "./ExitTools";
import { into, markRadius } from "./geometry";
import { Landing, Places } from "./Landing";
import { type Draw, type Drawn, drawing } from "./lines";
import { crowd, lineInSight, useSight } from "./sight";

/** All edges, marks, pills and ⊕ in one layer below the cards. */
export function Edges() {
  const draw = useDrawing();
  const ids = useDrag(movingIds);
  const carrying = useCarry((state) => state.load !== null);
  const all = useMemo(() => draw?.({}) ?? [], [draw]);
  const cards = useDocument((state) => Object.keys(state.journey?.places ?? {}).length);
  const sight = useSight(cards);
  const lines = useMemo(() => (sight ? all.filter((line) => lineInSight(sight, line)) : all), [all, sight]);
  // While cards are dragged, their lines are drawn by themselves, and the others rest.
  const still = useMemo(() => {
    if (ids === "") return lines;
    const moving = new Set(ids.split(" "));
    return lines.filter(({ node, exit }) => !moving.has(node) && !(exit.to && moving.has(exit.to)));
  }, [lines, ids]);
  // From afar there is nothing to read or to press on a line.
  if (sight && lines.length > crowd) {
    return (
      <ViewportPortal>
        <svg className="edges" aria-hidden="true">
          <path className="edge" d={lines.map(({ line }) => line.d).join("")} />
        </svg>
      </ViewportPortal>
    );
  }
  return (
    <ViewportPortal>
      <Layer lines={still} moving={ids} />
      {ids === "" ? null : <Moving draw={draw} ids={ids} />}
      {carrying ? (
        <>
          <Places lines={lines} />
          <Landing lines={lines} />
        </>
      ) : null}
    </ViewportPortal>
  );
}

const movingIds = ({ places }: { places: Journey["places"] }) => Object.keys(places).join(" ");

/** Draws the lines with some cards elsewhere. */
function useDrawing(): Draw | null {
  const exits = useDocument((state) => state.journey?.exits);
  const ends = useDocument((state) => state.journey?.ends);
  const lanes = useDocument((state) => state.journey?.lanes);
  const places = useDocument((state) => state.journey?.places);
  const nodes = useDocument((state) => state.journey?.nodes);
  const header = useDocument((state) => state.journey?.header);
  const problems = useDocument((state) => state.journey?.problems);
  const names = useNames();
  const { locale, number } = useSpeech();
  // A count takes room in the pill of its path. Where the counts are as long as before, the lines stay where they are.
  const rooms = useCount((counts) => {
    const named = Object.entries(exits ?? {}).flatMap(([node, all]) =>
      all.filter(({ path }) => path !== null).map(({ path }) => `${node}/${path}`),
    );
    const room = (key: string) => number(counts.exits.get(key)).replace(/\d/g, "0");
    return JSON.stringify(named.filter((key) => counts.exits.has(key)).map((key) => [key, room(key)]));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with the language only.
  return useMemo(() => {
    if (!exits || !ends || !lanes || !places || !nodes || !header) return null;
    const of = new Map<string, string>(rooms === null ? [] : JSON.parse(rooms));
    const journey = { exits, ends, lanes, places, nodes, header };
    const marked = (node: string, { path }: Exit) =>
      path !== null && findingsOf(problems ?? []).get(node)?.exits[path] !== undefined;
    return drawing(journey, names.exit, (key) => of.get(key) ?? "", marked);
  }, [exits, ends, lanes, places, nodes, header, locale, rooms, problems]);
}

function Moving({ draw, ids }: { draw: Draw | null; ids: string }) {
  const places = useDrag((state) => state.places);
  const moving = useMemo(() => new Set(ids.split(" ")), [ids]);
  const lines = draw?.(places, moving) ?? [];
  return <Layer lines={lines} moving={ids} own />;
}

interface LayerProps {
  lines: Drawn[];
  /** The ids of the cards that are dragged, parted by spaces. */
  moving: string;
  /** Draws the start mark of what is dragged instead of the others. */
  own?: boolean;
}

const Layer = memo(function Layer({ lines, moving, own }: LayerProps) {
  return (
    <>
      <svg className="edges" aria-hidden="true">
        <Flows lines={lines} />
        {lines.map(({ key, line, exit }) => (
          <path key={key} className="edge" data-edge={key} data-unused={exit.unused} d={line.d} />
        ))}
        {lines.map(({ key, end }) => (end ? <EndMark key={key} x={end.x} y={end.y} /> : null))}
        <StartMarks moving={moving} own={own ?? false} />
      </svg>
      {lines.map(({ key, line, from: _from, to: _to, ...one }) => (
        <ExitTools
          key={key}
          {...one}
          x={line.plus.x}
          y={line.plus.y}
          pillX={line.pill.x}
          room={line.pillRoom}
        />
      ))}
    </>
  );
});

/** The share of accounts on each edge, as its width. */
function Flows({ lines }: { lines: Drawn[] }) {
  const counts = useCounts();
  if (!counts) return null;
  const { exits, most } = counts;
  return lines.map(({ key, line }) => {
    const flow = exits.get(key) ?? 0;
    if (flow <= 0) return null;
    return (
      <path key={key} className="flow" d={line.d} style={{ strokeWidth: 2 + 14 * Math.sqrt(flow / most) }} />
    );
  });
}

function EndMark({ x, y }: { x: number; y: number }) {
  return (
    <g className="end" transform={`translate(${x} ${y})`}>
      <circle r={markRadius} />
      <rect x="-5" y="-5" width="10" height="10" rx="1.5" />
    </g>
  );
}

/** A disc with a triangle before each card that starts the journey. */
function StartMarks({ moving, own }: { moving: string; own: boolean }) {
  const catalogue = useWindow((state) => state.catalogue);
  const nodes = useDocument((state) => state.journey?.nodes);
  const places = useDocument((state) => state.journey?.places);
  const dragged = useDrag((state) => (own ? state.places : nowhere));
  const ids = new Set(moving.split(" "));
  return Object.values(nodes ?? {}).map(({ id, kind }) => {
    const place = dragged[id] ?? places?.[id];
    if (!place || !startsJourney(catalogue, kind) || ids.has(id) !== own) return null;
    const { y } = into(place);
    return (
      <g key={id} className="start">
        <path className="edge" d={`M${place.x - 44} ${y}H${place.x}`} />
        <g transform={`translate(${place.x - 60} ${y})`}>
          <circle r={markRadius} />
          <path d="M-4 -6.5 7 0 -4 6.5Z" />
        </g>
      </g>
    );
  });
}

const nowhere: Journey["places"] = {};
