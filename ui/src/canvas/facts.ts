import { useDocument } from "../core/document";
import type { Node } from "../core/types";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { pathsInside } from "./geometry";
import { useWords } from "./words";

export interface Fact {
  key: string;
  name: string;
  value: string;
}

/** The one or two settings that a card shows, in words. */
export function useFacts(node: Node | undefined): Fact[] {
  const speech = useSpeech();
  const names = useNames();
  const words = useWords();
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  const info = node ? names.info(node) : undefined;
  if (!node || !info) return [];
  const settings = "type" in info ? ((node.action ?? {}) as Record<string, unknown>) : node;
  // A split by people shows its paths themselves.
  const inside = pathsInside(node, kind).length;
  const shown = info.fields.filter((field) => field.fact && !(inside > 0 && field.input.type === "paths"));
  if (inside > 0 && shown.length === 0)
    return [{ key: "paths", name: "", value: speech.t("card.paths", { count: inside }) }];
  return shown
    .map((field) => ({
      key: field.key,
      name: speech.text(field.name),
      value: words(field, settings[field.key]),
    }))
    .filter((fact) => fact.value !== "")
    .slice(0, 2);
}
