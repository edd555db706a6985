import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { namedPaths, write } from "./inPlace";
import { pointedExit } from "./pointed";

interface PathAt {
  node: string;
  path: string;
}

/** The path that would be renamed: the one pointed at, of the ⊕ that has the keyboard, the first of the selected split, or the one on which the selected card stands. */
export function pathToRename(): PathAt | null {
  const pointed = pointedExit();
  if (pointed) {
    const { node, path } = pointed;
    return path !== null && namedPaths(node).includes(path) ? { node, path } : null;
  }
  const at = document.activeElement?.closest("[data-exit]")?.getAttribute("data-exit") ?? "";
  const cut = at.indexOf("/");
  const own = cut < 0 ? null : { node: at.slice(0, cut), path: at.slice(cut + 1) };
  if (own && namedPaths(own.node).includes(own.path)) return own;
  const { selection } = useWindow.getState();
  const [node] = selection;
  if (!node || selection.length > 1) return null;
  const [first] = namedPaths(node);
  return first === undefined ? incoming(node) : { node, path: first };
}

function incoming(node: string): PathAt | null {
  const exits = useDocument.getState().journey?.exits ?? {};
  for (const [from, ways] of Object.entries(exits))
    for (const { path, to } of ways)
      if (to === node && path !== null && namedPaths(from).includes(path)) return { node: from, path };
  return null;
}

export function renamePath(): void {
  const at = pathToRename();
  if (at) write({ ...at, what: "path" });
}
