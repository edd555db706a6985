import { create } from "zustand";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { pathsInside } from "./geometry";

/** The splits by people whose paths are hidden. Folding is the window's own: the document doesn't know of it. */
export const useFold = create<{ folded: ReadonlySet<string> }>(() => ({ folded: new Set() }));

export const useFolded = (node: string) => useFold((state) => state.folded.has(node));

function splits(): string[] {
  const journey = useDocument.getState().journey;
  if (!journey) return [];
  const all = Object.values(journey.nodes);
  return all.filter((node) => pathsInside(node, journey.header.kind).length > 0).map(({ id }) => id);
}

/** Of the selection what can be folded. */
export function foldable(): string[] {
  const { selection } = useWindow.getState();
  return splits().filter((id) => selection.includes(id));
}

export const anyFoldable = () => splits().length > 0;

/** Folds these splits, or unfolds them when all are folded. */
export function toggle(nodes: string[]): void {
  useFold.setState(({ folded }) => {
    const next = new Set(folded);
    const all = nodes.every((id) => folded.has(id));
    for (const id of nodes) {
      if (all) next.delete(id);
      else next.add(id);
    }
    return { folded: next };
  });
}

export const toggleAll = () => toggle(splits());
