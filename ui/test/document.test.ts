import { expect, test } from "vitest";
import { flowOrder, type Journey, merge } from "../src/core/document";
import { node, part, whole } from "./journeys";

const opened = () => merge(null, whole()) as Journey;

test("a whole update replaces what was there", () => {
  const before = opened();
  const after = merge(before, whole({ nodes: { only: node("only", "wait") }, revision: 2 }));
  expect(Object.keys(after?.nodes ?? {})).toEqual(["only"]);
  expect(after?.revision).toBe(2);
});

test("a partial update changes its records and leaves the others the same objects", () => {
  const before = opened();
  const after = merge(
    before,
    part({ revision: 2, nodes: { mail: null, wait: node("wait", "wait") }, exits: { mail: null } }),
  ) as Journey;
  expect(Object.keys(after.nodes).sort()).toEqual(["join", "split", "start", "wait"]);
  expect(after.nodes.start).toBe(before.nodes.start);
  expect(after.exits.mail).toBeUndefined();
  expect(after.places).toBe(before.places);
  expect(after.header).toBe(before.header);
  expect(after.ends).toBe(before.ends);
});

test("problems and the names of undo and redo come with every update", () => {
  const undo = { code: "insert", params: { kind: "wait" } };
  const after = merge(opened(), part({ undo }));
  expect(after?.undo).toEqual(undo);
  expect(after?.problems).toEqual([]);
});

test("the flow order reads a path to its end and a merge after the last of its paths", () => {
  expect(flowOrder(opened())).toEqual(["start", "split", "mail", "join"]);
});

test("nodes that nothing leads to come last, even in a circle", () => {
  const journey = opened();
  journey.nodes.x = node("x", "wait");
  journey.nodes.y = node("y", "wait");
  journey.exits.x = [{ path: null, label: null, to: "y" }];
  journey.exits.y = [{ path: null, label: null, to: "x" }];
  expect(flowOrder(journey)).toEqual(["start", "split", "mail", "join", "x", "y"]);
});
