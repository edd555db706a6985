import { token } from "../style/theme";
import { plain } from "./bars";
import type { EChartsOption } from "./engine";

export interface Swing {
  name: string;
  /** The difference with the assumption moved down, and moved up. */
  low: number;
  high: number;
  lowWords: string;
  highWords: string;
}

const font = "Source Sans 3 Variable, sans-serif";

/** The greatest swings on top; down and up differ by colour and by hatching. */
export function tornado(
  swings: Swing[],
  value: (amount: number) => string,
  names: { low: string; high: string },
): EChartsOption {
  const text = { color: token("text-soft"), fontFamily: font, fontSize: 12 };
  const hatched = {
    symbol: "rect",
    rotation: Math.PI / 4,
    color: token("surface"),
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
  };
  const side = (name: string, of: "low" | "high") => ({
    type: "bar" as const,
    name,
    stack: "swing",
    data: swings.map((swing) => swing[of]),
    barMaxWidth: 16,
    itemStyle: {
      color: token(of === "low" ? "chart-3" : "chart-1"),
      ...(of === "low" ? { decal: hatched } : {}),
    },
  });
  return {
    animation: false,
    aria: { enabled: true, decal: { show: false }, label: { enabled: false } },
    grid: { left: 4, right: 16, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: "value",
      axisLabel: { ...text, formatter: value },
      splitNumber: 4,
      splitLine: { lineStyle: { color: token("chart-grid") } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: swings.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: token("line-strong") } },
      axisLabel: { ...text, interval: 0, width: 300, overflow: "truncate" },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      confine: true,
      backgroundColor: token("surface"),
      borderColor: token("line"),
      textStyle: { color: token("text"), fontFamily: font, fontSize: 13 },
      formatter: (rows: unknown) => {
        const [first] = rows as { dataIndex: number }[];
        const swing = swings[first?.dataIndex ?? -1];
        if (!swing) return "";
        return `<b>${plain(swing.name)}</b><div>${plain(swing.lowWords)}</div><div>${plain(swing.highWords)}</div>`;
      },
    },
    series: [side(names.low, "low"), side(names.high, "high")],
  };
}
