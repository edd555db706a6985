import { token } from "../style/theme";
import type { EChartsOption } from "./engine";
import { box, font, plain } from "./looks";

export interface Flow {
  from: string;
  to: string;
  name: string;
  value: number;
  label: string;
}

interface Named {
  name: string;
}

interface Link {
  source: string;
  target: string;
}

/** A piece of a flow between two columns that lie side by side. */
interface Piece extends Link {
  value: number;
  /** The flow that it belongs to. */
  flow: Flow;
}

/**
 * A journey's flow; nodes are told apart by id and shown by name. A flow that passes by other steps has a lane of its
 * own in each of their columns, so that it is never drawn over them.
 */
export function sankey(nodes: { id: string; name: string; end: boolean }[], flows: Flow[]): EChartsOption {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const columns = columnsOf(flows);
  const last = Math.max(1, ...columns.values());
  const room = Math.max(44, Math.floor((Math.max(window.innerWidth, least) - 60) / (last + 1)) - 8);
  const pieces = flows.flatMap((flow) => piecesOf(flow, columns));
  const lanes = pieces.filter(({ source }) => !names.has(source));
  const band = { color: token("flow"), opacity: 0.34 };
  return {
    animation: false,
    tooltip: {
      trigger: "item",
      ...box(),
      formatter: (row: unknown) => {
        const { data } = row as { data: Named & Partial<Piece> };
        const { flow } = data;
        if (flow) return `${plain(flow.name)}: <b>${plain(flow.label)}</b>`;
        return plain(names.get(data.name) ?? "");
      },
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: room,
        top: 34,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 34,
        layoutIterations: 48,
        draggable: false,
        emphasis: { focus: "adjacency" },
        data: [
          ...nodes.map(({ id, end }) => ({
            name: id,
            depth: columns.get(id) ?? 0,
            itemStyle: { color: token(end ? "line-strong" : "chart-1"), borderWidth: 0 },
          })),
          // A lane looks like the band that runs through it.
          ...lanes.map(({ source, flow }) => ({
            name: source,
            flow,
            itemStyle: { ...band, borderWidth: 0 },
            label: { show: false },
          })),
        ],
        links: pieces,
        lineStyle: { ...band, curveness: 0.5 },
        // Above its bar a name has the room up to the next one, in two lines.
        label: {
          color: token("text"),
          fontFamily: font,
          fontSize: 11,
          lineHeight: 13,
          position: "top",
          align: "left",
          verticalAlign: "bottom",
          offset: [-6, 0],
          formatter: ({ name }: { name: string }) => wrapped(names.get(name) ?? "", room),
        },
      },
    ],
  };
}

/** A narrower window scrolls the picture; the style of the funnel says the same. */
const least = 900;

/** A letter of the labels in px, on average. */
const letter = 5.2;

/** A name in two lines at most, broken between words; what doesn't fit is left out. */
export function wrapped(name: string, width: number): string {
  const most = Math.max(3, Math.floor(width / letter));
  const lines: string[] = [""];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const short = (line: string, more: boolean) =>
    line.length > most || (more && line.length >= most)
      ? `${line.slice(0, most - 1).trimEnd()}…`
      : more
        ? `${line}…`
        : line;
  return lines
    .slice(0, 2)
    .map((line, at) => short(line, at === 1 && lines.length > 2))
    .join("\n");
}

/** A flow cut at each column that it passes by. */
function piecesOf(flow: Flow, columns: Map<string, number>): Piece[] {
  const { from, to, value } = flow;
  const [first, last] = [columns.get(from) ?? 0, columns.get(to) ?? 0];
  const stops = [from];
  for (let column = first + 1; column < last; column++)
    stops.push(`lane ${column} ${from} ${to} ${flow.name}`);
  stops.push(to);
  return stops.slice(1).map((target, at) => ({ source: stops[at] ?? from, target, value, flow }));
}

/** The column of each step, from 0: one right of the last one that leads to it. */
function columnsOf(flows: Flow[]): Map<string, number> {
  const before = new Map<string, string[]>();
  for (const { from, to } of flows) before.set(to, [...(before.get(to) ?? []), from]);
  const known = new Map<string, number>();
  const of = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const column = 1 + Math.max(-1, ...(before.get(id) ?? []).map(of));
    known.set(id, column);
    return column;
  };
  for (const { from, to } of flows) {
    of(from);
    of(to);
  }
  return known;
}
