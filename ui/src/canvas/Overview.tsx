import { useReactFlow, useStore } from "@xyflow/react";
import { memo, type PointerEvent, useMemo } from "react";
import { useDocument } from "../core/document";
import { sizes } from "../core/sizes";
import { usePaths } from "./Crowd";

/** A whole large journey at the corner of the board, with the part that is seen; a press or a drag goes there. */
export function Overview({ label }: { label: string }) {
  const flow = useReactFlow();
  const places = useDocument((state) => state.journey?.places);
  const box = useMemo(() => {
    const all = Object.values(places ?? {});
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
  return (
    <div className="overview minimap">
      <svg
        role="img"
        aria-label={label}
        viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`}
        onPointerDown={go}
        onPointerMove={go}
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
