import { token } from "../style/theme";
import type { EChartsOption } from "./engine";
import { box, patterns, plain, soft, striped, unpatterned } from "./looks";

export interface Swing {
  name: string;
  /** The difference with the assumption moved down, and moved up. */
  low: number;
  high: number;
  lowWords: string;
  highWords: string;
}

/**
 * The greatest swings on top; down and up differ by colour and by hatching. Both begin at zero: where both lead to the
 * same side, the shorter one is drawn over the longer one.
 */
export function tornado(swings: Swing[], value: (amount: number) => string): EChartsOption {
  const text = soft();
  const looks = {
    low: { color: token("chart-3"), decal: striped() },
    high: { color: token("chart-1"), decal: unpatterned },
  };
  const longer = ({ low, high }: Swing) => (Math.abs(low) > Math.abs(high) ? "low" : "high");
  const end = (amount: number, alone: boolean) => ({
    ...text,
    // Of two that lead to the same side only the longer one ends where there is room.
    show: alone && amount !== 0,
    position: amount < 0 ? ("left" as const) : ("right" as const),
    formatter: value(amount),
  });
  const layer = (of: "behind" | "before") => ({
    type: "bar" as const,
    barMaxWidth: 16,
    barGap: "-100%",
    data: swings.map((swing) => {
      const side = (of === "behind") === (longer(swing) === "low") ? "low" : "high";
      const alone = of === "behind" || swing.low * swing.high < 0;
      return { value: swing[side], itemStyle: looks[side], label: end(swing[side], alone) };
    }),
  });
  return {
    animation: false,
    aria: patterns,
    grid: { left: 4, right: 16, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: "value",
      // Room for the words at the ends of the longest bars.
      boundaryGap: ["8%", "8%"],
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
      axisLabel: {
        ...text,
        interval: 0,
        width: Math.min(360, window.innerWidth * 0.3),
        overflow: "truncate",
      },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      ...box(),
      formatter: (rows: unknown) => {
        const [first] = rows as { dataIndex: number }[];
        const swing = swings[first?.dataIndex ?? -1];
        if (!swing) return "";
        return `<b>${plain(swing.name)}</b><div>${plain(swing.lowWords)}</div><div>${plain(swing.highWords)}</div>`;
      },
    },
    series: [layer("behind"), layer("before")],
  };
}
