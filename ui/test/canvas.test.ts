import { expect, test } from "vitest";
import { into, line, outOf, pillWidth } from "../src/canvas/geometry";
import { drawn } from "../src/canvas/lines";
import { walk } from "../src/canvas/walk";
import { type Journey, merge } from "../src/core/document";
import { sizes } from "../src/core/sizes";
import { whole } from "./journeys";

const journey = merge(null, whole()) as Journey;

test("neighbours in a row are joined by a straight line with the ⊕ between them", () => {
  const from = outOf({ x: 0, y: 0 });
  const to = into({ x: 340, y: 0 });
  const { d, plus } = line({ from, to, fan: false, join: false, pill: 0 }, [
    { x: 0, y: 0, height: sizes.height },
    { x: 340, y: 0, height: sizes.height },
  ]);
  expect(d).not.toContain("C");
  expect(plus.x).toBeGreaterThan(sizes.width);
  expect(plus.x).toBeLessThan(340);
  expect(plus.y).toBe(48);
});

test("a long line runs above or below the cards between its ends", () => {
  const places = [0, 340, 680].map((x) => ({ x, y: 0, height: sizes.height }));
  const [first, , last] = places;
  if (!first || !last) throw new Error("three places");
  const { plus } = line({ from: outOf(first), to: into(last), fan: true, join: true, pill: 0 }, places);
  expect(plus.y < 0 || plus.y > sizes.height).toBe(true);
});

test("the pill ends before the ⊕ begins", () => {
  const all = drawn(journey, {}, (exit) => exit.label ?? exit.path ?? "");
  for (const one of all.filter(({ name }) => name !== "")) {
    expect(one.line.pill.x + pillWidth(one.name)).toBeLessThanOrEqual(one.line.plus.x - 6);
  }
});

test("every exit is drawn, the open ones to their end mark", () => {
  const all = drawn(journey, {}, () => "");
  expect(all.map(({ key }) => key).sort()).toEqual(["join/", "mail/", "split/a", "split/other", "start/"]);
  expect(all.filter(({ end }) => end !== null).map(({ key }) => key)).toEqual(["join/"]);
});

test("an end mark follows its card while that is dragged", () => {
  const all = drawn(journey, { join: { x: 1030, y: 20 } }, () => "");
  expect(all.find(({ key }) => key === "join/")?.end).toEqual({ x: 1370, y: 68 });
});

test.each([
  ["start", "ArrowRight", "split"],
  ["split", "ArrowRight", "mail"],
  ["split", "ArrowLeft", "start"],
  ["join", "ArrowUp", "mail"],
  ["mail", "ArrowDown", "split"],
  ["start", "ArrowLeft", null],
] as const)("from %s %s leads to %s", (from, arrow, to) => {
  expect(walk(journey, from, arrow)).toBe(to);
});
