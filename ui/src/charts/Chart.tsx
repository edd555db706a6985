import { useEffect, useRef } from "react";
import type { EChartsOption } from "./engine";

interface ChartProps {
  option: EChartsOption;
  /** What the picture shows, in one sentence. */
  label: string;
}

/** A chart that fills its place. The drawing code is loaded with the first one. */
export function Chart({ option, label }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    let stop = () => {};
    void import("./engine").then(({ init }) => {
      if (gone) return;
      const chart = init(element, null, { renderer: "svg" });
      chart.setOption(option);
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
  return <div className="chart" role="img" aria-label={label} ref={place} />;
}
