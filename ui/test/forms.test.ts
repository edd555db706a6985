import { expect, test } from "vitest";
import { evenly, freshPath, mostPaths, type Path, pathsIn, sumOf } from "../src/forms/paths";
import { moved } from "../src/forms/Sortable";
import { formOf, freshTrigger, isOfPeople, offeredForms, triggerForms, withKey } from "../src/forms/triggers";
import { asOperand } from "../src/forms/WhereField";

const paths = (count: number): Path[] => Array.from({ length: count }, (_one, at) => ({ id: `p${at + 1}` }));

test("percentages are shared out evenly and always sum to 100", () => {
  for (let count = 2; count <= mostPaths("percentage"); count++) {
    const shared = evenly(paths(count));
    expect(sumOf(shared, "percentage")).toBe(100);
    const all = shared.map((path) => path.percentage ?? 0);
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
  }
});

test("a new path has an id of its own and what the others leave", () => {
  expect(freshPath("percentage", [{ id: "p2", percentage: 60 }], "Path")).toEqual({
    id: "p3",
    label: "Path 3",
    percentage: 40,
  });
  expect(freshPath("conditionActions", [], "Path")).toMatchObject({ condition: { all: [] }, actions: [] });
  expect(freshPath("returned", [{ id: "p1", expectedShare: 0.95 }], "Path").expectedShare).toBe(0.05);
});

test("in a person journey the paths of people are branches without actions", () => {
  expect(pathsIn("person", "conditionActions")).toBe("condition");
  expect(pathsIn("person", "percentageActions")).toBe("percentage");
  expect(pathsIn("account", "percentageActions")).toBe("percentageActions");
});

test("a thing is taken from one place of a list to another", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
});

test("every form of a trigger is told from the others, and offered where it can happen", () => {
  for (const form of triggerForms) {
    const trigger = freshTrigger(form, { label: "mine", filter: { all: [] } }, "si");
    expect(formOf(trigger)).toBe(form);
    expect(trigger.label).toBe("mine");
    expect("filter" in trigger).toBe(isOfPeople(form));
    expect(trigger.on).toBe(isOfPeople(form) ? "people" : "accounts");
  }
  expect(offeredForms("person").every(isOfPeople)).toBe(true);
  expect(offeredForms("account")).toEqual([...triggerForms]);
});

test("what is emptied leaves the record", () => {
  expect(withKey({ on: "people", role: ["A"] }, "role", [])).toEqual({ on: "people" });
  expect(withKey({ on: "people" }, "role", ["A"])).toEqual({ on: "people", role: ["A"] });
});

test("values are taken as the operator needs them", () => {
  const op = (values: "one" | "two" | "many") =>
    ({ op: "is", name: { en: "", es: "" }, types: [], values }) as never;
  expect(asOperand(["5"], op("one"))).toBe(5);
  expect(asOperand(["2027-01-01"], op("one"))).toBe("2027-01-01");
  expect(asOperand(["1", "3"], op("two"))).toEqual([1, 3]);
  expect(asOperand(["1"], op("many"))).toEqual(["1"]);
});
