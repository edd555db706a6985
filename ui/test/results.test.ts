import { expect, test } from "vitest";
import { exitKey, indexed } from "../src/core/results";
import type { Report } from "../src/core/types";

const estimate = (mean: number) => ({ mean, low: mean, high: mean });

test("what ends inside a node doesn't hide what goes on along its edge", () => {
  const edges = [
    { from: "a", path: null, to: "b", accounts: estimate(7) },
    { from: "a", path: null, to: null, accounts: estimate(0) },
    { from: "b", path: null, to: null, accounts: estimate(7) },
  ];
  const { exits, most } = indexed({ nodes: [], edges } as unknown as Report);
  expect(exits.get(exitKey("a", null))?.accounts.mean).toBe(7);
  expect(exits.get(exitKey("b", null))?.accounts.mean).toBe(7);
  expect(most).toBe(7);
});
