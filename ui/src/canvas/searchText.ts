import type { FieldInfo, Node } from "../core/types";
import { actionOf, kindOf, useWindow } from "../core/window";
import { useConditionSentence } from "../forms/condition/sentence";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { useWords } from "./words";

type Settings = Record<string, unknown>;
const isRecord = (value: unknown): value is Settings => typeof value === "object" && value !== null;

/** All that can be read of a node, on its card or in its settings, as one text to search in. */
export function useSearchText(): (node: Node) => string {
  const { text } = useSpeech();
  const names = useNames();
  const words = useWords();
  const sentence = useConditionSentence();
  const catalogue = useWindow((state) => state.catalogue);
  const settings = (fields: FieldInfo[], of: Settings) =>
    fields.map((field) => `${text(field.name)} ${words(field, of[field.key])}`);
  const action = (value: unknown): string[] => {
    if (!isRecord(value)) return [];
    const info = actionOf(catalogue, value.type);
    return [text(info?.name), ...settings(info?.fields ?? [], value)];
  };
  const actionsOf = (value: unknown) =>
    isRecord(value) && Array.isArray(value.actions) ? value.actions.flatMap(action) : [];
  // What a path holds beyond its name: its condition, its prompt, its actions.
  const path = (value: unknown): string[] =>
    isRecord(value)
      ? [
          value.condition ? sentence(value.condition) : "",
          typeof value.prompt === "string" ? value.prompt : "",
          ...actionsOf(value),
        ]
      : [];
  return (node) => {
    const kind = kindOf(catalogue, node.kind);
    return [
      names.node(node),
      names.doing(node),
      node.note ?? "",
      ...settings(kind?.fields ?? [], node),
      ...action(node.action),
      ...(Array.isArray(node.paths) ? node.paths.flatMap(path) : []),
      ...actionsOf(node.other),
    ].join(" ");
  };
}
