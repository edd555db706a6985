import type { Catalogue } from "../core/types";
import type { Speech } from "../i18n";

/** What a listen waits for, in words. */
export function triggerWords(speech: Speech, catalogue: Catalogue | null, trigger: unknown): string {
  const { t } = speech;
  if (typeof trigger !== "object" || trigger === null) return "";
  const it = trigger as Record<string, unknown>;
  if (typeof it.event === "string") return eventName(speech, catalogue, it.event);
  if (typeof it.change === "string") return t("trigger.change", { what: it.change });
  if (typeof it.membership === "string")
    return t(it.membership === "removed" ? "trigger.removed" : "trigger.assigned");
  if (typeof it.attribute === "string") {
    const info = catalogue?.attributes.find(({ path }) => path === it.attribute);
    return t("trigger.attribute", { attribute: speech.text(info?.name) || it.attribute });
  }
  if (typeof it.moment === "string") return t("trigger.moment", { moment: it.moment });
  return "";
}

export function eventName(speech: Speech, catalogue: Catalogue | null, type: string): string {
  return speech.text(catalogue?.eventTypes.find((event) => event.type === type)?.name) || type;
}
