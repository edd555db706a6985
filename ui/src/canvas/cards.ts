import type { Node as FlowNode } from "@xyflow/react";
import { useMemo, useRef } from "react";
import { flowOrder, useDocument } from "../core/document";
import { sizes } from "../core/sizes";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { useDrag } from "./drag";
import { heightOf } from "./geometry";

/** The cards for the canvas in reading order. A card that did not change stays the same object, so it isn't redrawn. */
export function useCards(): FlowNode[] {
  const nodes = useDocument((state) => state.journey?.nodes);
  const exits = useDocument((state) => state.journey?.exits);
  const places = useDocument((state) => state.journey?.places);
  const problems = useDocument((state) => state.journey?.problems);
  const journey = useDocument((state) => state.journey?.header.kind) ?? "account";
  const dragged = useDrag((state) => state.places);
  const selection = useWindow((state) => state.selection);
  const names = useNames();
  const { t } = useSpeech();
  const kept = useRef(new Map<string, FlowNode>());
  const order = useMemo(() => (nodes && exits ? flowOrder({ nodes, exits }) : []), [nodes, exits]);
  const cards: FlowNode[] = [];
  for (const id of order) {
    const node = nodes?.[id];
    const position = dragged[id] ?? places?.[id];
    if (!node || !position) continue;
    const findings = problems?.filter((problem) => problem.node === id).length ?? 0;
    const words = { title: names.node(node), doing: names.doing(node) };
    const ariaLabel = findings > 0 ? t("canvas.cardWrong", { ...words, findings }) : t("canvas.card", words);
    const selected = selection.includes(id);
    const height = heightOf(node, journey);
    const before = kept.current.get(id);
    const same =
      before?.ariaLabel === ariaLabel &&
      before.selected === selected &&
      before.height === height &&
      before.position.x === position.x &&
      before.position.y === position.y;
    const now: FlowNode = same
      ? before
      : {
          id,
          type: "card",
          position,
          data: {},
          selected,
          ariaLabel,
          ariaRole: "group",
          width: sizes.width,
          height,
        };
    kept.current.set(id, now);
    cards.push(now);
  }
  return cards;
}
