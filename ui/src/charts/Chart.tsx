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
  const drawn = useRef<Drawing>(null);
  const newest = useRef({ option, pick });
  newest.current = { option, pick };
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    let stop = () => {};
    void import("./engine").then(({ init }) => {
      if (gone) return;
      const chart = init(element, null, { renderer: "svg" });
      chart.setOption(newest.current.option);
      drawn.current = chart;
      chart.on("click", ({ seriesIndex, dataIndex, data }) =>
        newest.current.pick?.({ series: seriesIndex ?? 0, index: dataIndex, data }),
      );
      // Between the points of a curve the nearest day is meant.
      chart.getZr().on("click", ({ offsetX, offsetY, target }) => {
        const at = [offsetX, offsetY];
        const { option, pick } = newest.current;
        if (target || !pick || !hasDays(option) || !chart.containPixel("grid", at)) return;
        const [day] = chart.convertFromPixel({ seriesIndex: 0 }, at) as number[];
        if (day !== undefined) pick({ series: 0, index: Math.round(day), data: null });
      });
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      stop = () => {
        watch.disconnect();
        drawn.current = null;
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  // Later pictures of the same form are drawn over the first one: to begin anew costs many times as much, and Live draws
  // with each edit. The numbers beside them are drawn first; the picture follows with the next frame.
  const before = useRef(option);
  useEffect(() => {
    const element = place.current;
    const earlier = before.current;
    before.current = option;
    if (!element || !drawn.current || earlier === option) return;
    const same = form(earlier) === form(option);
    element.ariaBusy = "true";
    return afterFrame(() => {
      drawn.current?.setOption(option, same ? { replaceMerge: "series" } : { notMerge: true });
      element.ariaBusy = null;
    });
  }, [option]);
  return (
    <div className="chart" data-pick={pick ? true : undefined} role="img" aria-label={label} ref={place} />
  );
}

/** Does something with the frame after the next one, when the page has been drawn as it is; the answer keeps it from
 * being done. */
function afterFrame(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

type Drawing = ReturnType<typeof import("./engine").init>;

/** What a picture is made of; only its numbers and words may differ where this is the same. */
const form = ({ series, xAxis, yAxis }: EChartsOption) =>
  JSON.stringify([series, xAxis, yAxis].map((parts) => [parts ?? []].flat().map(({ type }) => type)));

const hasDays = (option: EChartsOption) => !Array.isArray(option.xAxis) && option.xAxis?.type === "category";
