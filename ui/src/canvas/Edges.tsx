import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useDocument } from "../core/document";
import { indexed, useResults } from "../core/results";
import { startsJourney, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Plus } from "../panels/glyphs";
import { useNames } from "../panels/names";
import { useDrag } from "./drag";
import { into, markRadius } from "./geometry";
import { type Drawn, drawn } from "./lines";

/** All edges, marks, pills and ⊕ in one layer below the cards. */
export function Edges() {
  const exits = useDocument((state) => state.journey?.exits);
  const ends = useDocument((state) => state.journey?.ends);
  const lanes = useDocument((state) => state.journey?.lanes);
  const places = useDocument((state) => state.journey?.places);
  const nodes = useDocument((state) => state.journey?.nodes);
  const header = useDocument((state) => state.journey?.header);
  const dragged = useDrag((state) => state.places);
  const names = useNames();
  const report = useResults((state) => state.view?.report);
  const { locale, number } = useSpeech();
  const countOf = (key: string) => {
    const accounts = report ? indexed(report).exits.get(key)?.accounts.mean : undefined;
    return accounts === undefined ? "" : number(accounts);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with the language only.
  const lines = useMemo(
    () =>
      exits && ends && lanes && places && nodes && header
        ? drawn({ exits, ends, lanes, places, nodes, header }, dragged, names.exit, countOf)
        : [],
    [exits, ends, lanes, places, nodes, header, dragged, locale, report],
  );
  return (
    <ViewportPortal>
      <svg className="edges" aria-hidden="true">
        <Flows lines={lines} />
        {lines.map(({ key, line }) => (
          <path key={key} className="edge" d={line.d} />
        ))}
        {lines.map(({ key, end }) => (end ? <EndMark key={key} x={end.x} y={end.y} /> : null))}
        <StartMarks />
      </svg>
      {lines.map(({ key, line, ...one }) => (
        <ExitTools
          key={key}
          {...one}
          x={line.plus.x}
          y={line.plus.y}
          pillX={line.pill.x}
          room={line.pillRoom}
        />
      ))}
    </ViewportPortal>
  );
}

/** The share of accounts on each edge, as its width. */
function Flows({ lines }: { lines: Drawn[] }) {
  const report = useResults((state) => state.view?.report);
  if (!report) return null;
  const { exits, most } = indexed(report);
  return lines.map(({ key, line }) => {
    const flow = exits.get(key)?.accounts.mean ?? 0;
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
function StartMarks() {
  const catalogue = useWindow((state) => state.catalogue);
  const nodes = useDocument((state) => state.journey?.nodes);
  const places = useDocument((state) => state.journey?.places);
  const dragged = useDrag((state) => state.places);
  return Object.values(nodes ?? {}).map(({ id, kind }) => {
    const place = dragged[id] ?? places?.[id];
    if (!place || !startsJourney(catalogue, kind)) return null;
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

interface ExitToolsProps extends Omit<Drawn, "key" | "line"> {
  x: number;
  y: number;
  pillX: number;
  room: number;
}

/** The path's name and the ⊕ of one exit; after a run also how many took it. */
const ExitTools = memo(
  function ExitTools({ node, exit, name, x, y, pillX, room, end }: ExitToolsProps) {
    const { t, number } = useSpeech();
    const names = useNames();
    const key = `${node}/${exit.path ?? ""}`;
    const title = useDocument((state) => {
      const of = state.journey?.nodes[node];
      return of ? names.node(of) : node;
    });
    const report = useResults((state) => state.view?.report);
    const flow = report ? indexed(report).exits.get(key)?.accounts.mean : undefined;
    const open = useWindow(({ menu }) => menu?.node === node && menu.path === exit.path);
    const chosen = useWindow(({ selection }) => selection.includes(node));
    const at = { node, path: exit.path };
    return (
      <>
        {name ? (
          <span
            className="pill exit-pill"
            style={{ maxWidth: room, transform: `translate(${pillX}px, ${y}px) translateY(-50%)` }}
          >
            <span title={name}>{name}</span>
            {flow === undefined ? null : <b className="figures">{number(flow)}</b>}
          </span>
        ) : flow === undefined ? null : (
          <span
            className="exit-flow figures"
            style={{ transform: `translate(${x}px, ${y - 13}px) translate(-50%, -100%)` }}
          >
            {number(flow)}
          </span>
        )}
        <button
          type="button"
          className="plus nodrag nopan"
          data-exit={key}
          data-end={end ? true : undefined}
          data-open={open || undefined}
          tabIndex={chosen ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={
            name ? t("canvas.addOn", { node: title, path: name }) : t("canvas.add", { node: title })
          }
          style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
          onClick={() => useWindow.setState({ menu: at })}
        >
          <Plus />
        </button>
      </>
    );
  },
  (a, b) =>
    a.x === b.x &&
    a.y === b.y &&
    a.pillX === b.pillX &&
    a.room === b.room &&
    a.name === b.name &&
    a.exit === b.exit &&
    a.node === b.node,
);
