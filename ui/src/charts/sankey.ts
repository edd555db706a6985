import { token } from "../style/theme";
import { plain } from "./bars";
import type { EChartsOption } from "./engine";

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

const font = "Source Sans 3 Variable, sans-serif";

/** A journey's flow; nodes are told apart by id and shown by name. */
export function sankey(nodes: { id: string; name: string; end: boolean }[], flows: Flow[]): EChartsOption {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const room = Math.max(44, Math.floor((window.innerWidth - 60) / depth(flows)) - 8);
  return {
    animation: false,
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: token("surface"),
      borderColor: token("line"),
      textStyle: { color: token("text"), fontFamily: font, fontSize: 13 },
      formatter: (row: unknown) => {
        const { dataType, data } = row as { dataType: string; data: Named & Link };
        if (dataType === "node") return plain(names.get(data.name) ?? data.name);
        const flow = flows.find(({ from, to }) => from === data.source && to === data.target);
        return flow ? `${plain(flow.name)}: <b>${plain(flow.label)}</b>` : "";
      },
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: room,
        top: 20,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 22,
        layoutIterations: 48,
        draggable: false,
        emphasis: { focus: "adjacency" },
        data: nodes.map(({ id, end }) => ({
          name: id,
          itemStyle: { color: token(end ? "line-strong" : "chart-1"), borderWidth: 0 },
        })),
        links: flows.map(({ from, to, value }) => ({ source: from, target: to, value })),
        lineStyle: { color: token("flow"), opacity: 0.34, curveness: 0.5 },
        // Above its bar a name has the room up to the next one.
        label: {
          color: token("text"),
          fontFamily: font,
          fontSize: 11,
          position: "top",
          align: "left",
          offset: [-6, 0],
          width: room,
          overflow: "truncate",
          formatter: ({ name }: { name: string }) => names.get(name) ?? name,
        },
      },
    ],
  };
}

/** How many columns the flow has. */
function depth(flows: Flow[]): number {
  const after = new Map<string, string[]>();
  for (const { from, to } of flows) after.set(from, [...(after.get(from) ?? []), to]);
  const known = new Map<string, number>();
  const of = (id: string): number => {
    const found = known.get(id) ?? 1 + Math.max(0, ...(after.get(id) ?? []).map(of));
    known.set(id, found);
    return found;
  };
  return Math.max(1, ...[...after.keys()].map(of));
}
