import type { Node as FlowNode } from "@xyflow/react";
import { useMemo, useRef } from "react";
import { flowOrder, useDocument } from "../core/document";
import { findingsOf } from "../core/problems";
import { sizes } from "../core/sizes";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { useDrag } from "./drag";
import { useFold } from "./fold";
import { heightOf } from "./geometry";
import { crowd, inSight, useSight } from "./sight";

/** More selected cards than these aren't kept on the board while they are out of sight. */
const fewSelected = 60;

interface Cards {
  /** In reading order; of large journeys those in sight, and what is selected. A card that did not change stays the
   * same object, so it isn't redrawn. */
  nodes: FlowNode[];
  /** So many are in sight that they are drawn as one picture; `nodes` are none then. */
  crowded: boolean;
}

export function useCards(): Cards {
  const all = useStillCards();
  const sight = useSight(all.length);
  const dragged = useDrag((state) => state.places);
  const selection = useWindow((state) => state.selection);
  const still = useMemo((): Cards => {
    if (!sight) return { nodes: all, crowded: false };
    const seen = all.filter(({ position, width = 0, height = 0 }) =>
      inSight(sight, { ...position, width, height }),
    );
    if (seen.length > crowd) return { nodes: [], crowded: true };
    if (selection.length > fewSelected) return { nodes: seen, crowded: false };
    // What is selected stays, with the keyboard on it and to be dragged along.
    const kept = new Set([...seen.map(({ id }) => id), ...selection]);
    return { nodes: all.filter(({ id }) => kept.has(id)), crowded: false };
  }, [all, sight, selection]);
  // A drag asks for a frame at each move of the pointer, so only what it moves is made anew.
  return useMemo(() => {
    if (Object.keys(dragged).length === 0) return still;
    const nodes = still.nodes.map((card) => {
      const position = dragged[card.id];
      return position ? { ...card, position } : card;
    });
    return { ...still, nodes };
  }, [still, dragged]);
}

function useStillCards(): FlowNode[] {
  const nodes = useDocument((state) => state.journey?.nodes);
  const exits = useDocument((state) => state.journey?.exits);
  const places = useDocument((state) => state.journey?.places);
  const problems = useDocument((state) => state.journey?.problems);
  const journey = useDocument((state) => state.journey?.header.kind) ?? "account";
  const selection = useWindow((state) => state.selection);
  const catalogue = useWindow((state) => state.catalogue);
  const folded = useFold((state) => state.folded);
  const names = useNames();
  const { t, locale } = useSpeech();
  const kept = useRef(new Map<string, FlowNode>());
  const order = useMemo(() => (nodes && exits ? flowOrder({ nodes, exits }) : []), [nodes, exits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with the language and the catalogue only.
  const words = useMemo(() => {
    const findings = problems ? findingsOf(problems) : undefined;
    return new Map(
      Object.values(nodes ?? {}).map((node) => {
        const words = { title: names.node(node), doing: names.doing(node) };
        const count = findings?.get(node.id)?.all.length ?? 0;
        const card =
          count > 0 ? t("canvas.cardWrong", { ...words, findings: count }) : t("canvas.card", words);
        return [node.id, node.disabled ? t("canvas.cardOff", { card }) : card];
      }),
    );
  }, [nodes, problems, locale, catalogue]);
  return useMemo(() => {
    const selected = new Set(selection);
    const cards: FlowNode[] = [];
    for (const id of order) {
      const node = nodes?.[id];
      const position = places?.[id];
      if (!node || !position) continue;
      const height = folded.has(id) ? sizes.height : heightOf(node, journey);
      const now: FlowNode = {
        id,
        type: "card",
        position,
        data: {},
        selected: selected.has(id),
        ariaLabel: words.get(id) ?? id,
        ariaRole: "group",
        width: sizes.width,
        height,
        // Said here, neither is looked up on the page: that would have it laid out once more after each edit.
        measured: { width: sizes.width, height },
        handles: [],
      };
      const before = kept.current.get(id);
      const card = before && alike(before, now) ? before : now;
      kept.current.set(id, card);
      cards.push(card);
    }
    return cards;
  }, [order, nodes, places, selection, words, folded, journey]);
}

const alike = (a: FlowNode, b: FlowNode) =>
  a.ariaLabel === b.ariaLabel &&
  a.selected === b.selected &&
  a.height === b.height &&
  a.position.x === b.position.x &&
  a.position.y === b.position.y;
