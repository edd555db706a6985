import { token } from "../style/theme";
import type { EChartsOption } from "./engine";
import { box, dotted, font, patterns, plain, soft, striped, unpatterned } from "./looks";

export interface Part {
  name: string;
  /** By row. */
  values: number[];
  /** A token of the theme. */
  colour: string;
  pattern?: "striped" | "crosswise" | "dotted";
}

interface Looks {
  /** Parts of a row follow each other; else they lie below each other. */
  stacked?: boolean;
  value: (value: number) => string;
  max?: number;
}

/** Lying bars of several parts for each row, with a key above. Parts differ by colour and by pattern. */
export function parts(rows: string[], all: Part[], { stacked = false, value, max }: Looks): EChartsOption {
  const decals = { striped: striped(), crosswise: striped(-Math.PI / 4), dotted: dotted() };
  return {
    animation: false,
    aria: patterns,
    grid: { left: 4, right: 24, top: 30, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 18,
      itemHeight: 11,
      selectedMode: false,
      textStyle: { color: token("text"), fontFamily: font, fontSize: 12 },
    },
    xAxis: {
      type: "value",
      ...(max === undefined ? { splitNumber: 4 } : { max, interval: max / 4 }),
      axisLabel: { ...soft(), formatter: value },
      splitLine: { lineStyle: { color: token("chart-grid") } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token("line-strong") } },
      axisLabel: { ...soft(), interval: 0, width: 200, overflow: "truncate" },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      ...box(),
      formatter: (hits: unknown) => {
        const at = (hits as { dataIndex: number }[])[0]?.dataIndex ?? -1;
        const told = all.map(
          ({ name, values }) => `<div>${plain(name)}: <b>${plain(value(values[at] ?? 0))}</b></div>`,
        );
        return `<b>${plain(rows[at] ?? "")}</b>${told.join("")}`;
      },
    },
    series: all.map(({ name, values, colour, pattern }) => ({
      type: "bar",
      name,
      data: values,
      barMaxWidth: stacked ? 22 : 11,
      barGap: "10%",
      itemStyle: { color: token(colour), decal: pattern ? decals[pattern] : unpatterned },
      ...(stacked ? { stack: "all" } : {}),
    })),
  };
}
