import { token } from "../style/theme";
import type { EChartsOption } from "./engine";
import { box, font, plain, soft } from "./looks";

export interface Bar {
  name: string;
  value: number;
  /** In words, at the end of the bar. */
  label: string;
}

interface Looks {
  /** Bars lie, so that long names can be read. */
  lying?: boolean;
  /** A token of the theme. */
  colour?: string;
}

/** Bars with their values in words. */
export function bars(all: Bar[], { lying = false, colour = "chart-1" }: Looks = {}): EChartsOption {
  const text = soft();
  const names = {
    type: "category" as const,
    data: all.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token("line-strong") } },
    axisLabel: { ...text, interval: 0, width: lying ? 160 : undefined, overflow: "truncate" as const },
    ...(lying ? { inverse: true } : {}),
  };
  const values = {
    type: "value" as const,
    axisLabel: { show: false },
    splitLine: { show: false },
  };
  return {
    animation: false,
    grid: { left: 4, right: lying ? 90 : 8, top: lying ? 4 : 22, bottom: 4, containLabel: true },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    tooltip: {
      trigger: "item",
      ...box(),
      formatter: (row: unknown) => {
        const { dataIndex } = row as { dataIndex: number };
        const of = all[dataIndex];
        return of ? `${plain(of.name)}: <b>${plain(of.label)}</b>` : "";
      },
    },
    series: [
      {
        type: "bar",
        data: all.map(({ value }) => value),
        barMaxWidth: 44,
        itemStyle: { color: token(colour), borderRadius: lying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        label: {
          show: true,
          position: lying ? "right" : "top",
          color: token("text"),
          fontFamily: font,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => all[dataIndex]?.label ?? "",
        },
      },
    ],
  };
}
