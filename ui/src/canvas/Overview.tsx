import { useReactFlow, useStore } from "@xyflow/react";
import { memo, type PointerEvent, useMemo, type WheelEvent } from "react";
import { useDocument } from "../core/document";
import { sizes } from "../core/sizes";
import { useSpeech } from "../i18n";
import { usePaths } from "./Crowd";

/** The whole journey at the corner of the board, with the part that is seen; a press or a drag goes there. */
export function Overview() {
  const { t } = useSpeech();
  const flow = useReactFlow();
  const places = useDocument((state) => state.journey?.places);
  const box = useMemo(() => {
    const all = Object.values(places ?? {});
    if (all.length === 0) return null;
    const left = Math.min(...all.map(({ x }) => x));
    const top = Math.min(...all.map(({ y }) => y));
    const width = Math.max(...all.map(({ x }) => x)) + sizes.width - left;
    const height = Math.max(...all.map(({ y }) => y)) + sizes.height - top;
    return { left, top, width, height };
  }, [places]);
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type !== "pointerdown" && event.buttons !== 1) return;
    const to = event.currentTarget.getScreenCTM()?.inverse();
    if (!to) return;
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(to);
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  const zoom = ({ deltaY }: WheelEvent) => void flow.zoomTo(flow.getZoom() * 2 ** (-deltaY / 300));
  if (!box) return null;
  return (
    <div className="overview">
      <svg
        role="img"
        aria-label={t("canvas.overview")}
        viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`}
        onPointerDown={go}
        onPointerMove={go}
        onWheel={zoom}
      >
        <Cards />
        <Seen />
      </svg>
    </div>
  );
}

const Cards = memo(function Cards() {
  const paths = usePaths();
  return paths.map(([family, d]) => <path key={family} className={family} d={d} />);
});

/** What is on the board. */
function Seen() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return <rect className="seen" x={-x / zoom} y={-y / zoom} width={width / zoom} height={height / zoom} />;
}
