import type { Catalogue } from "../core/types";
import { messageFor, type Speech } from "../i18n";
import { any, compareWords } from "./condition/sentence";

/** What a listen waits for, in words. */
export function triggerWords(speech: Speech, catalogue: Catalogue | null, trigger: unknown): string {
  const { t } = speech;
  if (typeof trigger !== "object" || trigger === null) return "";
  const it = trigger as Record<string, unknown>;
  if (typeof it.label === "string" && it.label.trim()) return it.label.trim();
  if (typeof it.event === "string") return eventName(speech, catalogue, it.event);
  if (typeof it.change === "string") return fromTo(speech, t("trigger.change", { what: it.change }), it);
  if (typeof it.membership === "string") {
    const what = t(it.membership === "removed" ? "trigger.removed" : "trigger.assigned");
    const roles = Array.isArray(it.role) ? it.role : [];
    return roles.length > 0 ? t("trigger.inRoles", { what, roles: any(speech, roles) }) : what;
  }
  if (typeof it.attribute === "string") {
    const info = catalogue?.attributes.find(({ path }) => path === it.attribute);
    return fromTo(speech, t("trigger.attribute", { attribute: speech.text(info?.name) || it.attribute }), it);
  }
  if (typeof it.moment === "string") {
    const id = messageFor("moment", it.moment);
    return t("trigger.moment", { moment: id ? t(id) : it.moment });
  }
  return "";
}

/** What changes, with what it was and what it must be now. */
function fromTo(speech: Speech, what: string, it: Record<string, unknown>): string {
  const from = compareWords(speech, it.from);
  const to = compareWords(speech, it.to);
  if (from && to) return speech.t("trigger.fromTo", { what, from, to });
  if (to) return speech.t("trigger.became", { what, to });
  return from ? speech.t("trigger.was", { what, from }) : what;
}

export function eventName(speech: Speech, catalogue: Catalogue | null, type: string): string {
  return speech.text(catalogue?.eventTypes.find((event) => event.type === type)?.name) || type;
}
