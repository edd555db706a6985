import { useEffect, useRef } from "react";
import type { EChartsOption } from "./engine";

/** What was clicked: the series by its place, the point by its place in it. */
export interface Picked {
  series: number;
  index: number;
  data: unknown;
}

interface ChartProps {
  option: EChartsOption;
  /** What the picture shows, in one sentence. */
  label: string;
  /** Takes a click; the same must be reachable by keyboard, in the table behind the chart. */
  pick?: ((picked: Picked) => void) | undefined;
}

/** A chart that fills its place. The drawing code is loaded with the first one. */
export function Chart({ option, label, pick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const taker = useRef(pick);
  taker.current = pick;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    let stop = () => {};
    void import("./engine").then(({ init }) => {
      if (gone) return;
      const chart = init(element, null, { renderer: "svg" });
      chart.setOption(option);
      chart.on("click", ({ seriesIndex, dataIndex, data }) =>
        taker.current?.({ series: seriesIndex ?? 0, index: dataIndex, data }),
      );
      // Between the points of a curve the nearest day is meant.
      chart.getZr().on("click", ({ offsetX, offsetY, target }) => {
        const at = [offsetX, offsetY];
        if (target || !taker.current || !hasDays(option) || !chart.containPixel("grid", at)) return;
        const [day] = chart.convertFromPixel({ seriesIndex: 0 }, at) as number[];
        if (day !== undefined) taker.current({ series: 0, index: Math.round(day), data: null });
      });
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      stop = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      stop();
    };
  }, [option]);
  return (
    <div className="chart" data-pick={pick ? true : undefined} role="img" aria-label={label} ref={place} />
  );
}

const hasDays = (option: EChartsOption) => !Array.isArray(option.xAxis) && option.xAxis?.type === "category";
