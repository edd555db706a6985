import type { Trigger } from "../core/types";

/** The forms of a trigger, by the key that tells them apart. */
export const triggerForms = [
  "event",
  "stage",
  "status",
  "completeness",
  "engagement",
  "accountAttribute",
  "moment",
  "assigned",
  "removed",
  "personAttribute",
] as const;
export type TriggerForm = (typeof triggerForms)[number];

export type LooseTrigger = Partial<Trigger> & Record<string, unknown>;

/** Which form a trigger has; null where it doesn't say yet. */
export function formOf(trigger: LooseTrigger): TriggerForm | null {
  const { event, change, membership, moment, attribute, on } = trigger;
  if (typeof event === "string") return "event";
  if (typeof change === "string") return change as TriggerForm;
  if (typeof membership === "string") return membership as TriggerForm;
  if (typeof moment === "string") return "moment";
  if (typeof attribute === "string") return on === "people" ? "personAttribute" : "accountAttribute";
  return null;
}

/** The forms that a listen of a journey may wait for: persons on their own know nothing of accounts. */
export function offeredForms(kind: "account" | "person"): TriggerForm[] {
  const ofPeople: TriggerForm[] = ["event", "assigned", "removed", "personAttribute"];
  return kind === "person" ? ofPeople : [...triggerForms];
}

/** A trigger of a form as it's first put down; it keeps its label and, among people, its filter. */
export function freshTrigger(form: TriggerForm, before: LooseTrigger, interest: string | null): LooseTrigger {
  const label = before.label ? { label: before.label } : {};
  const on = isOfPeople(form) ? "people" : "accounts";
  const filter = on === "people" && before.filter ? { filter: before.filter } : {};
  const group = interest ? { solutionInterest: interest } : {};
  switch (form) {
    case "event":
      return { on, ...label, event: "directMarketing.emailClicked", where: [], ...filter };
    case "stage":
    case "status":
      return { on, ...label, change: form, ...group };
    case "completeness":
    case "engagement":
      return { on, ...label, change: form, ...group, to: { atLeast: 70 } };
    case "assigned":
    case "removed":
      return { on, ...label, membership: form, ...group, ...filter };
    case "moment":
      return { on, ...label, moment: "web" };
    case "accountAttribute":
      return { on, ...label, attribute: "account.accountOrganization.industry" };
    case "personAttribute":
      return { on, ...label, attribute: "person.extendedWorkDetails.jobTitle", ...filter };
  }
}

export function isOfPeople(form: TriggerForm): boolean {
  return form === "event" || form === "assigned" || form === "removed" || form === "personAttribute";
}

/** A record without a key, or with another value there; empty values are left out. */
export function withKey<Value extends Record<string, unknown>>(
  record: Value,
  key: string,
  value: unknown,
): Value {
  const { [key]: _before, ...rest } = record;
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return (empty ? rest : key in record ? { ...record, [key]: value } : { ...rest, [key]: value }) as Value;
}
