import type { Condition } from "../../core/types";

export type Junction = "all" | "any" | "none";
export const junctions: Junction[] = ["all", "any", "none"];

/** The kinds of leaves, by the key that tells them apart in documents. */
export const leaves = [
  "attribute",
  "matchedBuyingGroup",
  "memberOfBuyingGroup",
  "eventHistory",
  "memberOfAccountList",
  "roleInAccount",
  "hasPerson",
] as const;
export type Leaf = (typeof leaves)[number];

/** A condition as the editor takes it: a record with one telling key. */
export type Loose = Record<string, unknown>;

export function junctionOf(condition: Loose): Junction | null {
  return junctions.find((junction) => Array.isArray(condition[junction])) ?? null;
}

export function leafOf(condition: Loose): Leaf | null {
  return leaves.find((leaf) => leaf in condition) ?? null;
}

export function childrenOf(condition: Loose): Loose[] {
  const junction = junctionOf(condition);
  return junction ? (condition[junction] as Loose[]) : [condition];
}

/** The condition with a group at its head and in every *has a person*, which is how the editor shows it. */
export function normal(condition: Loose): Loose {
  return junctionOf(condition) ? grouped(condition) : { all: [grouped(condition)] };
}

function grouped(condition: Loose): Loose {
  const junction = junctionOf(condition);
  if (junction) return { [junction]: childrenOf(condition).map(grouped) };
  const person = condition.hasPerson;
  return typeof person === "object" && person !== null ? { hasPerson: normal(person as Loose) } : condition;
}

/** Whether a condition asks anything at all. */
export function isBlank(condition: unknown): boolean {
  return typeof condition !== "object" || condition === null || childrenOf(condition as Loose).length === 0;
}

/** The leaves that are asked of persons. */
const ofPeople = new Set<Leaf>(["memberOfBuyingGroup", "eventHistory", "roleInAccount"]);

export function asksPeople(condition: Loose): boolean {
  const leaf = leafOf(condition);
  if (!leaf) return false;
  return leaf === "attribute" ? String(condition.attribute).startsWith("person.") : ofPeople.has(leaf);
}

/** How many leaves of an account's condition may be met by different persons. */
export function loosePeople(condition: Loose): number {
  if (!junctionOf(condition)) return asksPeople(condition) ? 1 : 0;
  return childrenOf(condition).reduce((sum, child) => sum + loosePeople(child), 0);
}

/** What can be asked of accounts and of people, the common first. */
export function offered(on: "accounts" | "people"): Leaf[] {
  return on === "accounts"
    ? [
        "attribute",
        "matchedBuyingGroup",
        "memberOfAccountList",
        "hasPerson",
        "eventHistory",
        "memberOfBuyingGroup",
      ]
    : [
        "attribute",
        "eventHistory",
        "memberOfBuyingGroup",
        "roleInAccount",
        "matchedBuyingGroup",
        "memberOfAccountList",
      ];
}

export interface Defaults {
  attribute: string;
  solutionInterest: string | null;
  list: string;
}

/** A leaf as it's first put down: complete enough to count matches at once. */
export function fresh(leaf: Leaf, { attribute, solutionInterest, list }: Defaults): Loose {
  const interest = solutionInterest ? { solutionInterest } : {};
  switch (leaf) {
    case "attribute":
      return { attribute, op: "is", value: [] };
    case "matchedBuyingGroup":
      return { matchedBuyingGroup: { ...interest, completeness: { atLeast: 70 } } };
    case "memberOfBuyingGroup":
      return { memberOfBuyingGroup: { is: true, ...interest } };
    case "eventHistory":
      return {
        eventHistory: { eventType: "directMarketing.emailClicked", withinDays: 30, atLeast: 1, where: [] },
      };
    case "memberOfAccountList":
      return { memberOfAccountList: { is: true, list } };
    case "roleInAccount":
      return { roleInAccount: { is: true, role: [] } };
    case "hasPerson":
      return { hasPerson: { all: [] } };
  }
}

export function asCondition(loose: Loose): Condition {
  return loose as unknown as Condition;
}
