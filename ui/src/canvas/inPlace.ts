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

/** The node as it was sent last, until the answer is there. */
let sent: Node | null = null;

/** Ends the writing: null forgets what was written. */
export function written(node: Node, text: string | null, refocus: boolean): void {
  const { at } = useInPlace.getState();
  if (!at || at.node !== node.id) return;
  useInPlace.setState({ at: null });
  if (text !== null) {
    const value = text.trim() === "" ? null : text.trim();
    // What was written just before may not be answered yet, and must not be lost.
    const base = sent?.id === node.id ? sent : node;
    const after = at.what === "path" ? named(base, at.path, value) : { ...base, [at.what]: value };
    sent = after;
    void edits.send({ do: "set", node: after }).finally(() => {
      if (sent === after) sent = null;
    });
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

/** The paths of a node that have names of the user's, from top to bottom; the fixed exits have none. */
export const namedPaths = (node: string): string[] =>
  pathsOf(useDocument.getState().journey?.nodes[node]).map(({ id }) => id);

export const isNamed = (node: string, path: string | null): path is string =>
  path !== null && namedPaths(node).includes(path);

/** Goes on to the path below, or above, of the one that is being written. */
export function writeNext(by: 1 | -1): void {
  const { at } = useInPlace.getState();
  if (at?.what !== "path") return;
  const paths = namedPaths(at.node);
  const path = paths[paths.indexOf(at.path) + by];
  const { node } = at;
  // The name that was written is kept first.
  if (path) setTimeout(() => write({ node, what: "path", path }));
}
