import { token } from "../style/theme";
import type { EChartsOption } from "./engine";
import { box, font, plain, soft } from "./looks";

/** A curve over days. */
export interface Curve {
  name: string;
  mean: (number | null)[];
  band?: Band;
  /** What it was before, drawn behind it. */
  ghost?: (number | null)[];
}

/** What lies around a curve. */
export interface Band {
  low: (number | null)[];
  high: (number | null)[];
}

interface Words {
  day: (day: number) => string;
  value: (value: number) => string;
  band: string;
  title: string;
  ghost?: string;
}

const colours = ["chart-1", "chart-2", "chart-3", "chart-4"];
/** Beside the colours, so that curves are told apart without them. */
const patterns: ("solid" | number[])[] = ["solid", [8, 4], [2, 3], [10, 3, 2, 3]];
/** The room for the names of curves, in px. */
const names = 116;

/**
 * Curves with their bands, a line at the threshold, and one at the day shown on the canvas. Several are named at their
 * ends, and have pale bands, since these lie over each other.
 */
export function curves(
  all: Curve[],
  words: Words,
  marks: { threshold?: number; day: number | null; max?: number },
): EChartsOption {
  const days = all[0]?.mean.length ?? 0;
  const text = soft();
  const several = all.length > 1;
  const opacity = 0.16 / all.length;
  const series = all.flatMap((curve, index) => {
    const colour = token(colours[index % colours.length] ?? "chart-1");
    const hidden = {
      type: "line",
      symbol: "none",
      silent: true,
      lineStyle: { opacity: 0 },
      stack: `band ${index}`,
    } as const;
    const { band } = curve;
    const spread = band?.high.map((high, day) => {
      const low = band.low[day] ?? null;
      return high === null || low === null ? null : high - low;
    });
    return [
      ...(band
        ? [
            { ...hidden, name: "", data: band.low },
            { ...hidden, name: words.band, data: spread, areaStyle: { color: colour, opacity } },
          ]
        : []),
      ...(curve.ghost
        ? [
            {
              type: "line" as const,
              name: "",
              data: curve.ghost,
              symbol: "none",
              silent: true,
              lineStyle: { width: 1.5, color: token("text-soft"), type: [2, 3] as number[] },
            },
          ]
        : []),
      {
        type: "line" as const,
        name: curve.name,
        data: curve.mean,
        symbol: "none",
        color: colour,
        lineStyle: { width: 2.5, color: colour, type: patterns[index % patterns.length] ?? "solid" },
        ...(several ? ending(curve.name) : {}),
        ...(index === 0 ? { markLine: lines(marks, text, words) } : {}),
      },
    ];
  });
  return {
    animation: false,
    grid: { left: 8, right: several ? names : 14, top: 14, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: Array.from({ length: days }, (_unused, day) => String(day)),
      boundaryGap: false,
      axisLine: { lineStyle: { color: token("line-strong") } },
      axisTick: { show: false },
      axisLabel: { ...text, interval: Math.max(1, Math.round(days / 6)) - 1, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: marks.max,
      axisLabel: { ...text, formatter: words.value },
      splitLine: { lineStyle: { color: token("chart-grid") } },
      ...(marks.max === undefined ? { splitNumber: 4 } : { interval: marks.max / 4 }),
    },
    tooltip: {
      trigger: "axis",
      ...box(),
      // Named, the place of the tooltip isn't looked up in the style of the page with each drawing.
      appendTo: (chart: HTMLElement) => chart,
      formatter: (rows: unknown) => tip(rows, all, words),
    },
    series,
  };
}

/** The name of a curve where it ends. */
function ending(name: string) {
  const looks = { color: token("text"), fontFamily: font, fontSize: 12 };
  return {
    endLabel: {
      ...looks,
      show: true,
      formatter: name,
      // Names that would lie over each other are moved by the height of their lines.
      lineHeight: 16,
      width: names - 8,
      overflow: "truncate" as const,
    },
    labelLayout: { moveOverlap: "shiftY" as const },
  };
}

function lines({ threshold, day }: { threshold?: number; day: number | null }, text: object, words: Words) {
  const data = [];
  if (threshold !== undefined) {
    data.push({
      yAxis: threshold,
      label: { show: false },
      lineStyle: { color: token("green"), type: "dashed" as const, width: 1.5 },
    });
  }
  if (day !== null) {
    data.push({
      xAxis: day,
      label: { ...text, formatter: words.day(day), position: "insideEndTop" as const },
      lineStyle: { color: token("line-strong"), type: "solid" as const, width: 1 },
    });
  }
  return { symbol: "none", silent: true, animation: false, data };
}

function tip(rows: unknown, all: Curve[], words: Words): string {
  const [first] = Array.isArray(rows) ? (rows as { dataIndex: number }[]) : [];
  if (!first) return "";
  const day = first.dataIndex;
  const told = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : words.value(value);
  const body = all.map(({ name, mean, band, ghost }) => {
    const spread = !band
      ? ""
      : ` <span style="opacity:.75">(${told(band.low[day])} – ${told(band.high[day])})</span>`;
    const before = ghost
      ? `<div style="opacity:.75">${plain(words.ghost ?? "")}: ${told(ghost[day])}</div>`
      : "";
    return `<div>${plain(name)}: <b>${told(mean[day])}</b>${spread}</div>${before}`;
  });
  return `<b>${plain(words.day(day))}</b>${body.join("")}`;
}
