import { useReactFlow, ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { type Journey, useDocument } from "../core/document";
import { findingsOf } from "../core/problems";
import { sizes } from "../core/sizes";
import { jumpTo, kindOf, useWindow } from "../core/window";
import { heightOf } from "./geometry";

/** All cards as rectangles in the colours of their families, one path for each: what large journeys look like from afar. */
export const Crowd = memo(function Crowd() {
  const paths = usePaths();
  const flow = useReactFlow();
  const at = (event: { clientX: number; clientY: number }) =>
    cardAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  return (
    <ViewportPortal>
      <svg
        className="crowd"
        aria-hidden="true"
        data-testid="crowd"
        onClick={(event) => {
          const card = at(event);
          if (card) jumpTo(card);
        }}
      >
        {paths.map(([family, d]) => (
          <path key={family} className={family} d={d} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

/** The card at a point of the canvas. */
function cardAt({ x, y }: { x: number; y: number }): string | null {
  const journey = useDocument.getState().journey;
  if (!journey) return null;
  for (const [id, place] of Object.entries(journey.places)) {
    const height = heightOf(journey.nodes[id], journey.header.kind);
    if (x >= place.x && x <= place.x + sizes.width && y >= place.y && y <= place.y + height) return id;
  }
  return null;
}

/** The outlines of the cards by family, then of those with errors and of the selected. */
export function usePaths(): [string, string][] {
  const nodes = useDocument((state) => state.journey?.nodes);
  const places = useDocument((state) => state.journey?.places);
  const problems = useDocument((state) => state.journey?.problems);
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  const catalogue = useWindow((state) => state.catalogue);
  const selection = useWindow((state) => state.selection);
  const families = useMemo(() => {
    const paths = new Map<string, string>();
    const findings = problems ? findingsOf(problems) : undefined;
    const add = (to: string, d: string) => paths.set(to, (paths.get(to) ?? "") + d);
    for (const node of Object.values(nodes ?? {})) {
      const place = places?.[node.id];
      if (!place) continue;
      const d = outline(place, heightOf(node, kind));
      add(node.disabled ? "off" : (kindOf(catalogue, node.kind)?.family ?? "flow"), d);
      if (findings?.get(node.id)?.worst === "error") add("wrong", d);
    }
    return [...paths];
  }, [nodes, places, problems, kind, catalogue]);
  return useMemo(() => {
    const chosen = selection.flatMap((id) => {
      const place = places?.[id];
      return place ? [outline(place, heightOf(nodes?.[id], kind))] : [];
    });
    return [...families, ["chosen", chosen.join("")]];
  }, [families, selection, places, nodes, kind]);
}

const outline = ({ x, y }: Journey["places"][string], height: number) =>
  `M${x} ${y}h${sizes.width}v${height}h${-sizes.width}z`;
