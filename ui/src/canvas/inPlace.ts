import { create } from "zustand";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import type { Node } from "../core/types";
import { view } from "./view";

/** What is being written on the canvas itself. */
export type InPlace = { node: string; what: "label" | "note" } | { node: string; what: "path"; path: string };

export const useInPlace = create<{ at: InPlace | null }>(() => ({ at: null }));

export function write(at: InPlace): void {
  useInPlace.setState({ at });
}

/** Ends the writing: null forgets what was written. */
export function written(node: Node, text: string | null, refocus: boolean): void {
  const { at } = useInPlace.getState();
  if (!at || at.node !== node.id) return;
  useInPlace.setState({ at: null });
  if (text !== null) {
    const value = text.trim() === "" ? null : text.trim();
    const after = at.what === "path" ? named(node, at.path, value) : { ...node, [at.what]: value };
    void edits.send({ do: "set", node: after });
  }
  if (refocus) requestAnimationFrame(() => view.focus(node.id));
}

interface NamedPath {
  id: string;
  label?: string | null;
}

const pathsOf = (node: Node | undefined) => (Array.isArray(node?.paths) ? (node.paths as NamedPath[]) : []);

function named(node: Node, path: string, label: string | null): Node {
  return { ...node, paths: pathsOf(node).map((one) => (one.id === path ? { ...one, label } : one)) };
}

/** Whether a path has a name of the user's; the fixed exits have not. */
export function isNamed(node: string, path: string | null): path is string {
  const of = useDocument.getState().journey?.nodes[node];
  return path !== null && pathsOf(of).some(({ id }) => id === path);
}
