import { create } from "zustand";
import { useWindow } from "../core/window";
import { view } from "./view";

interface Finding {
  open: boolean;
  query: string;
  /** The cards that hold what is sought, in flow order. */
  hits: string[];
  /** The one that is shown now. */
  at: string | null;
}

export const useFind = create<Finding>(() => ({ open: false, query: "", hits: [], at: null }));

/** Opens the search; when it's open, its field takes the keyboard again. */
export function find(): void {
  useFind.setState({ open: true });
  document.querySelector<HTMLInputElement>(".find input")?.select();
}

/** Goes to the next hit or the one before, round and round. */
export function step(by: 1 | -1): void {
  const { hits, at } = useFind.getState();
  if (hits.length === 0) return;
  const now = at === null ? -1 : hits.indexOf(at);
  const next = hits[(now < 0 ? (by > 0 ? 0 : hits.length - 1) : now + by + hits.length) % hits.length];
  if (next) show(next);
}

export function show(node: string): void {
  useFind.setState({ at: node });
  // The field of the search keeps the keyboard, so nothing is left here.
  useWindow.setState({ selection: [node] });
  view.reveal(node);
}

export function close(): void {
  const { at } = useFind.getState();
  useFind.setState({ open: false, query: "", hits: [], at: null });
  if (at) view.focus(at);
}
