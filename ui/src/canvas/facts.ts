import { useDocument } from "../core/document";
import type { FieldInfo, Node } from "../core/types";
import { useWindow } from "../core/window";
import { useConditionSentence } from "../forms/condition/sentence";
import { durationWords, endWords, timeoutWords } from "../forms/time";
import { triggerWords } from "../forms/triggerWords";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { pathsInside } from "./geometry";

export interface Fact {
  key: string;
  name: string;
  value: string;
}

/** The one or two settings that a card shows, in words. */
export function useFacts(node: Node | undefined): Fact[] {
  const speech = useSpeech();
  const names = useNames();
  const sentence = useConditionSentence();
  const catalogue = useWindow((state) => state.catalogue);
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  const info = node ? names.info(node) : undefined;
  if (!node || !info) return [];
  const settings = "type" in info ? ((node.action ?? {}) as Record<string, unknown>) : node;
  const words = (field: FieldInfo): string => {
    const value = settings[field.key];
    if (value === null || value === undefined || value === "") return "";
    const { input } = field;
    switch (input.type) {
      case "text":
        return String(value);
      case "texts":
        return Array.isArray(value) ? speech.list(value.map(String)) : "";
      case "number":
        return speech.number(Number(value), 2);
      case "boolean":
        return speech.t(value ? "word.yes" : "word.no");
      case "choice":
        return speech.text(input.options.find((option) => option.value === value)?.name) || String(value);
      case "reference":
        return names.reference(input.to, value);
      case "duration":
        return durationWords(speech, value);
      case "dateTime":
        return typeof value === "string" ? speech.date(value) : "";
      case "mustEndOn":
        return endWords(speech, value);
      case "timeout":
        return timeoutWords(speech, value);
      case "triggers":
        return Array.isArray(value)
          ? speech.list(
              value.map((one) => triggerWords(speech, catalogue, one)),
              "disjunction",
            )
          : "";
      case "paths":
        return Array.isArray(value)
          ? value
              .map(({ id, label }: { id: string; label?: string }) =>
                names.exit({ path: id, label: label ?? null }),
              )
              .join(" · ")
          : "";
      case "condition":
        return sentence(value);
      default:
        return "";
    }
  };
  // A split by people shows its paths themselves.
  const inside = pathsInside(node, kind).length;
  const shown = info.fields.filter((field) => field.fact && !(inside > 0 && field.input.type === "paths"));
  if (inside > 0 && shown.length === 0)
    return [{ key: "paths", name: "", value: speech.t("card.paths", { count: inside }) }];
  return shown
    .map((field) => ({ key: field.key, name: speech.text(field.name), value: words(field) }))
    .filter((fact) => fact.value !== "")
    .slice(0, 2);
}
