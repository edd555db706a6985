import type { ActionInfo, Exit, KindInfo, Node, References } from "../core/types";
import { actionOf, kindOf, useWindow } from "../core/window";
import { messageFor, type Speech, useSpeech } from "../i18n";

/** What things are called on the screen. */
export interface Names {
  /** A node's label, or what it does. */
  node: (node: Node) => string;
  /** What a node does: its action, or its kind. */
  doing: (node: Node) => string;
  exit: (exit: Pick<Exit, "path" | "label">) => string;
  reference: (to: keyof References, id: unknown) => string;
  info: (node: Node) => KindInfo | ActionInfo | undefined;
}

export function useNames(): Names {
  const speech = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const references = useWindow((state) => state.start?.references);
  const info = (node: Node) => {
    const action = (node.action as { type?: unknown } | null | undefined)?.type;
    return actionOf(catalogue, action) ?? kindOf(catalogue, node.kind);
  };
  const doing = (node: Node) => speech.text(info(node)?.name) || node.kind;
  return {
    info,
    doing,
    node: (node) => node.label?.trim() || doing(node),
    exit: (exit) => exitName(speech, exit),
    reference: (to, id) =>
      references?.[to].find((named) => named.id === id)?.name ?? (typeof id === "string" ? id : ""),
  };
}

function exitName({ t }: Speech, { path, label }: Pick<Exit, "path" | "label">): string {
  // The fixed exits have names of the window's own language; the rest are the user's words.
  const fixed = path ? messageFor("exit", path) : null;
  if (fixed) return t(fixed);
  if (label?.trim()) return label.trim();
  // Paths that nobody has named yet are numbered by their ids: p1, p2, …
  const numbered = /^p(\d+)$/.exec(path ?? "");
  return numbered?.[1] ? t("exit.path", { number: numbered[1] }) : path || t("exit.only");
}
