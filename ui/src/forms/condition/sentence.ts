import type { Catalogue } from "../../core/types";
import { useWindow } from "../../core/window";
import { messageFor, type Speech, useSpeech } from "../../i18n";
import { type Names, useNames } from "../../panels/names";
import { eventName } from "../triggerWords";
import { childrenOf, isBlank, junctionOf, type Loose } from "./tree";

export interface Teller {
  speech: Speech;
  names: Names;
  catalogue: Catalogue | null;
}

/** A condition as one sentence in the user's language. */
export function useConditionSentence(): (condition: unknown) => string {
  const speech = useSpeech();
  const names = useNames();
  const catalogue = useWindow((state) => state.catalogue);
  return (condition) =>
    isBlank(condition) ? "" : tell({ speech, names, catalogue }, condition as Loose, true);
}

function tell(teller: Teller, condition: Loose, outermost = false): string {
  const { t, list } = teller.speech;
  const junction = junctionOf(condition);
  if (!junction) return leaf(teller, condition);
  const children = childrenOf(condition);
  const parts = children.map((child) => tell(teller, child)).filter((part) => part !== "");
  if (parts.length === 0) return "";
  if (junction === "none") return t("condition.noneOf", { parts: list(parts, "disjunction") });
  const joined = list(parts, junction === "any" ? "disjunction" : "conjunction");
  return outermost || parts.length === 1 ? joined : `(${joined})`;
}

function leaf(teller: Teller, condition: Loose): string {
  const { speech, names, catalogue } = teller;
  const { t } = speech;
  const within = (key: string) => (condition[key] ?? {}) as Loose;
  if ("attribute" in condition) return attribute(teller, condition);
  if ("hasPerson" in condition) {
    const inner = tell(teller, within("hasPerson"), true);
    return inner ? t("condition.hasPerson", { inner }) : t("condition.hasAnyPerson");
  }
  if ("memberOfAccountList" in condition) {
    const { is, list } = within("memberOfAccountList");
    return t(is === false ? "condition.notOnList" : "condition.onList", {
      list: names.reference("accountList", list),
    });
  }
  if ("roleInAccount" in condition) {
    const { is, role } = within("roleInAccount");
    return t(is === false ? "condition.notRole" : "condition.role", { roles: any(speech, role) });
  }
  if ("eventHistory" in condition) {
    const { eventType, withinDays, atLeast, inactive, where } = within("eventHistory");
    const event = withFields(teller, eventName(speech, catalogue, String(eventType ?? "")), where);
    const days =
      typeof withinDays === "number" ? t("condition.within", { days: withinDays }) : t("condition.ever");
    return inactive === true
      ? t("condition.inactive", { event, days })
      : t("condition.event", { event, days, count: typeof atLeast === "number" ? atLeast : 1 });
  }
  const key = "matchedBuyingGroup" in condition ? "matchedBuyingGroup" : "memberOfBuyingGroup";
  return buyingGroup(teller, key, within(key));
}

function attribute({ speech, catalogue }: Teller, condition: Loose): string {
  const path = String(condition.attribute ?? "");
  const name =
    speech.text(catalogue?.attributes.find((info) => info.path === path)?.name) ||
    path.replace(/^\w+\.(custom\.)?/, "");
  const info = catalogue?.operators.find(({ op }) => op === condition.op);
  const op = speech.text(info?.name) || String(condition.op ?? "");
  if (info?.values === "none") return `${name} ${op}`;
  const { value } = condition;
  if (info?.values === "two" && Array.isArray(value)) {
    return `${name} ${op} ${speech.list(value.map((one) => scalar(speech, one)))}`;
  }
  return `${name} ${op} ${any(speech, value)}`;
}

/** An event with what its fields must hold. */
export function withFields(teller: Teller, event: string, where: unknown): string {
  const rows = Array.isArray(where) ? (where as Loose[]) : [];
  if (rows.length === 0) return event;
  const { speech, names, catalogue } = teller;
  const parts = rows.map((row) => {
    const field = String(row.field ?? "");
    const id = messageFor("field", field);
    const info = catalogue?.operators.find(({ op }) => op === row.op);
    const named = (one: unknown) =>
      field === "email" || field === "destination" ? names.reference(field, one) : one;
    const values = [row.value ?? []].flat().map(named);
    const what = `${id ? speech.t(id).toLocaleLowerCase(speech.locale) : field} ${speech.text(info?.name)}`;
    return info?.values === "none" ? what : `${what} ${any(speech, values)}`;
  });
  return speech.t("condition.where", { event, parts: speech.list(parts) });
}

export function any(speech: Speech, value: unknown): string {
  const values = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return values.length > 0
    ? speech.list(
        values.map((one) => scalar(speech, one)),
        "disjunction",
      )
    : "…";
}

function scalar(speech: Speech, value: unknown): string {
  if (typeof value === "number") return speech.number(value, 2);
  if (typeof value === "boolean") return speech.t(value ? "word.yes" : "word.no");
  return String(value);
}

function buyingGroup(
  { speech, names }: Teller,
  key: "matchedBuyingGroup" | "memberOfBuyingGroup",
  it: Loose,
): string {
  const { t, list } = speech;
  const group = it.solutionInterest
    ? t("condition.groupOf", { interest: names.reference("solutionInterest", it.solutionInterest) })
    : t("condition.anyGroup");
  const parts: string[] = [];
  if (Array.isArray(it.role) && it.role.length > 0)
    parts.push(t("condition.asRole", { roles: any(speech, it.role) }));
  for (const score of ["completeness", "engagement"] as const) {
    const value = compareWords(speech, it[score]);
    if (value) parts.push(t(`condition.${score}`, { value }));
  }
  if (Array.isArray(it.stage) && it.stage.length > 0) {
    const stages = it.stage.map((stage) => names.reference("stage", stage));
    parts.push(t("condition.stage", { stages: any(speech, stages) }));
  }
  if (Array.isArray(it.status) && it.status.length > 0)
    parts.push(t("condition.status", { statuses: any(speech, it.status) }));
  for (const people of Array.isArray(it.people) ? (it.people as Loose[]) : []) {
    const op = ["atLeast", "atMost", "exactly"].find((one) => one in people);
    const count = op ? Number(people[op]) : 1;
    const role = names.reference("role", people.role);
    parts.push(
      t("condition.people", { role, value: compare(speech, { op: op ?? "atLeast", number: count }) }),
    );
  }
  if (it.removed === true) parts.push(t("condition.removed"));
  const negated = it.is === false;
  const id = `condition.${key}${negated ? "Not" : ""}` as const;
  const base = t(id, { group });
  return parts.length > 0 ? t("condition.with", { base, parts: list(parts) }) : base;
}

function compare(speech: Speech, { op, number }: { op: string; number: number | null }): string {
  const id = messageFor("compare", op);
  return id ? speech.t(id, { number: speech.number(number, 2) }) : `${op} ${number ?? ""}`;
}

/** A comparison in words; empty where nothing is compared. */
export function compareWords(speech: Speech, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const [op, operand] = Object.entries(value)[0] ?? [];
  if (op === undefined) return "";
  if (op === "is") return any(speech, operand);
  if (op === "between" && Array.isArray(operand)) {
    const [low, high] = operand.map((one) => scalar(speech, one));
    return speech.t("compare.between", { low: low ?? "", high: high ?? "" });
  }
  const first = [operand].flat()[0];
  const id = messageFor("compare", op);
  return id ? speech.t(id, { number: scalar(speech, first) }) : scalar(speech, first);
}
