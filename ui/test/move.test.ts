import { expect, test } from "vitest";
import {
  duplicate,
  insert,
  move,
  named,
  type Place,
  partAt,
  placeOf,
  places,
  put,
  stepBy,
  unwrap,
  wrap,
} from "../src/forms/condition/move";
import { type Loose, normal } from "../src/forms/condition/tree";

const leaf = (name: string): Loose => ({ attribute: `account.custom.${name}`, op: "isEmpty" });
const [a, b, c, d] = ["a", "b", "c", "d"].map(leaf) as [Loose, Loose, Loose, Loose];
const whole: Loose = { all: [a, { any: [b, c] }, { hasPerson: { all: [d] } }] };

test("a part is found by its place, and every place is listed in the program's order", () => {
  expect(partAt(whole, [1, 0])).toBe(b);
  expect(partAt(whole, [2, 0, 0])).toBe(d);
  expect(partAt(whole, [7, 1])).toBeUndefined();
  expect(places(whole).map(named)).toEqual(["", "0", "1", "1.0", "1.1", "2", "2.0", "2.0.0"]);
  expect(placeOf("")).toEqual([]);
  for (const place of places(whole)) expect(placeOf(named(place))).toEqual(place);
});

test("putting a part back changes nothing", () => {
  for (const place of places(whole)) expect(put(whole, place, partAt(whole, place) as Loose)).toEqual(whole);
});

test("a part moves within its group, into another one and out of it", () => {
  expect(move(whole, [1, 0], [1, 2])?.whole).toEqual({
    all: [a, { any: [c, b] }, { hasPerson: { all: [d] } }],
  });
  expect(move(whole, [0], [1, 1])).toEqual({
    whole: { all: [{ any: [b, a, c] }, { hasPerson: { all: [d] } }] },
    place: [0, 1],
  });
  expect(move(whole, [1, 1], [0])).toEqual({
    whole: { all: [c, a, { any: [b] }, { hasPerson: { all: [d] } }] },
    place: [0],
  });
  expect(move(whole, [0], [2, 0, 1])?.whole).toEqual({
    all: [{ any: [b, c] }, { hasPerson: { all: [d, a] } }],
  });
});

test("a part is never put into itself or where it is", () => {
  expect(move(whole, [1], [1, 0])).toBeNull();
  expect(move(whole, [1], [1])).toBeNull();
  expect(move(whole, [1], [2])).toBeNull();
  expect(move(whole, [], [1])).toBeNull();
});

test("after any move every leaf is still there once, and the part stands where it is said to", () => {
  const leaves = (of: Loose) =>
    JSON.stringify(
      places(of)
        .map((place) => partAt(of, place)?.attribute)
        .filter(Boolean)
        .sort(),
    );
  for (const from of places(whole)) {
    for (const group of places(whole).filter((place) =>
      Array.isArray(Object.values(partAt(whole, place) ?? {})[0]),
    )) {
      const parts = (Object.values(partAt(whole, group) ?? {})[0] as Loose[]).length;
      for (let at = 0; at <= parts; at++) {
        const next = move(whole, from, [...group, at]);
        if (!next) continue;
        expect(leaves(next.whole)).toBe(leaves(whole));
        expect(partAt(next.whole, next.place)).toEqual(partAt(whole, from));
      }
    }
  }
});

test("by the arrow keys a part goes past neighbours, through groups, and comes back", () => {
  let at: { whole: Loose; place: Place } = { whole, place: [0] };
  const way: string[] = [];
  for (let step = stepBy(at.whole, at.place, 1); step; step = stepBy(at.whole, at.place, 1)) {
    at = step;
    way.push(named(at.place));
  }
  expect(way).toEqual(["0.0", "0.1", "0.2", "1", "2"]);
  for (let step = stepBy(at.whole, at.place, -1); step; step = stepBy(at.whole, at.place, -1)) at = step;
  expect(at.whole).toEqual(whole);
  expect(stepBy(whole, [2, 0, 0], 1)).toBeNull();
});

test("wrapping and unwrapping undo each other; a copy stands behind its model", () => {
  const wrapped = wrap(whole, [0], "none");
  expect(partAt(wrapped, [0])).toEqual({ none: [a] });
  expect(unwrap(wrapped, [0])).toEqual(whole);
  expect(unwrap(whole, [1])).toEqual({ all: [a, b, c, { hasPerson: { all: [d] } }] });
  expect(unwrap(whole, [0])).toEqual(whole);
  expect(duplicate(whole, [1, 0])).toEqual({ all: [a, { any: [b, b, c] }, { hasPerson: { all: [d] } }] });
});

test("a leaf that stands alone is shown in a group", () => {
  expect(normal(a)).toEqual({ all: [a] });
  expect(normal({ any: [{ hasPerson: d }] })).toEqual({ any: [{ hasPerson: { all: [d] } }] });
  expect(insert({ hasPerson: d }, [0, 1], a)).toEqual({ hasPerson: { all: [d, a] } });
});
