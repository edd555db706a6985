import type { FieldInfo } from "../core/types";
import { useWindow } from "../core/window";
import { shortName } from "../forms/AttributeField";
import { useConditionSentence } from "../forms/condition/sentence";
import { durationWords, endWords, timeoutWords } from "../forms/time";
import { triggerWords } from "../forms/triggerWords";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";

/** Says the value of a setting in words; nothing where it isn't set. */
export function useWords(): (field: FieldInfo, value: unknown) => string {
  const speech = useSpeech();
  const names = useNames();
  const sentence = useConditionSentence();
  const catalogue = useWindow((state) => state.catalogue);
  return ({ input }, value) => {
    if (value === null || value === undefined || value === "") return "";
    switch (input.type) {
      case "text":
        // The value of an attribute may be a number, or true or false.
        if (typeof value === "number") return speech.number(value, 2);
        return typeof value === "boolean" ? speech.t(value ? "word.yes" : "word.no") : String(value);
      case "texts":
        return Array.isArray(value) ? speech.list(value.map(String)) : "";
      case "number":
        return speech.number(Number(value), 2);
      case "boolean":
        return speech.t(value ? "word.yes" : "word.no");
      case "attribute":
        return (
          speech.text(catalogue?.attributes.find(({ path }) => path === value)?.name) ||
          shortName(String(value))
        );
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
}
