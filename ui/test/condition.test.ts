import { expect, test } from "vitest";
import {
  asksPeople,
  childrenOf,
  fresh,
  isBlank,
  leaves,
  loosePeople,
  offered,
} from "../src/forms/condition/tree";

const vp = { attribute: "person.extendedWorkDetails.jobTitle", op: "startsWith", value: ["VP"] };
const clicked = { eventHistory: { eventType: "directMarketing.emailClicked" } };

test("an empty group asks nothing, a leaf alone does", () => {
  expect(isBlank({ all: [] })).toBe(true);
  expect(isBlank(undefined)).toBe(true);
  expect(isBlank(clicked)).toBe(false);
  expect(childrenOf(clicked)).toEqual([clicked]);
});

test("questions about people outside “has a person” are counted, as different persons may answer them", () => {
  expect(loosePeople({ all: [vp, { any: [clicked] }] })).toBe(2);
  expect(loosePeople({ all: [{ hasPerson: { all: [vp, clicked] } }] })).toBe(0);
  expect(asksPeople({ attribute: "account.accountName", op: "is", value: ["A"] })).toBe(false);
});

test("every leaf can be put down where it is offered", () => {
  const defaults = { attribute: "account.accountName", solutionInterest: "si", list: "l" };
  for (const on of ["accounts", "people"] as const)
    for (const leaf of offered(on)) expect(Object.keys(fresh(leaf, defaults))).toContain(leaf);
  expect(new Set([...offered("accounts"), ...offered("people")])).toEqual(new Set(leaves));
});
