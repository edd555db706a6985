import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import * as core from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

core.use([
  BarChart,
  LineChart,
  SankeyChart,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  MarkLineComponent,
  AriaComponent,
  LabelLayout,
  SVGRenderer,
]);

export const init = core.init;
export type { EChartsOption } from "echarts";

/** The chart as an SVG document of this size, on a background of its own. */
export function drawing(
  option: core.EChartsCoreOption,
  width: number,
  height: number,
  background: string,
): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ ...option, backgroundColor: background, tooltip: { show: false } });
  const text = chart.renderToSVGString();
  chart.dispose();
  return text;
}
