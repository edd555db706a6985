import { describe, expect, test } from "vitest";
import type { Chapter, Playing, Stop } from "../src/core/types";
import { staged } from "../src/present/bands";
import { minuteOf, placed, said } from "../src/present/chapters";
import { clock } from "../src/present/clock";
import {
  byDay,
  DAY,
  film,
  hereAt,
  moving,
  nextEvent,
  previousEvent,
  shareAt,
  upTo,
} from "../src/present/film";
import { heldAt, sentenceOf, storyAt, together } from "../src/present/follow";
import { wordsOf } from "../src/present/words";

const nothing = { en: "", es: "" };
const card = (id: string, x: number) => ({
  id,
  title: { en: id, es: id },
  doing: nothing,
  family: "action" as const,
  off: false,
  icon: "",
  x,
  y: 0,
  height: 96,
});
const edge = (from: number | null, to: number | null, path: string | null = null) => ({
  from,
  to,
  path,
  name: nothing,
  end: null,
  lane: null,
});

/** Two accounts: both enter at once and pass `a`; the first goes on to `c` on day 2, the second times out on day 5. */
const playing: Playing = {
  journey: "j",
  name: "Test",
  scenario: "s",
  seed: 1,
  currency: "EUR",
  starts: "2026-12-01",
  days: 10,
  of: 2,
  persons: false,
  board: {
    sizes: { width: 220, height: 96, port: 48, pathRow: 28, gap: 96, wideGap: 200, rowGap: 32, mark: 40 },
    cards: [card("a", 0), card("b", 316), card("c", 632)],
    edges: [edge(null, 0), edge(0, 1), edge(1, 2, "event"), edge(1, null, "timeout")],
  },
  interests: [
    {
      id: "si",
      name: "Seeds",
      readyAt: 70,
      groups: 2,
      roles: [{ name: "Champion", required: true, membersRequired: 2 }],
      completeness: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    },
  ],
  accounts: [
    { key: "A1", name: "One", people: [{ name: "Ana", title: "VP", found: null }] },
    { key: "A2", name: "Two", people: [{ name: "", title: "CEO", found: 100 }] },
  ],
  moves: {
    minute: [0, 0, 0, 0, 2 * DAY, 5 * DAY],
    account: [0, 0, 1, 1, 0, 1],
    person: [],
    edge: [0, 1, 0, 1, 2, 3],
  },
  fills: {
    minute: [0, DAY, 3 * DAY, 4 * DAY],
    account: [0, 0, 0, 0],
    person: [0, 1, 0, 0],
    interest: [0, 0, 0, 0],
    role: [0, 0, 0, 0],
    change: [1, 1, -1, 1],
  },
  ready: { minute: [4 * DAY], account: [0], interest: [0] },
  cost: [0, 10],
  found: [0, 1],
  sentences: [
    { en: "{person} opens it.", es: "{person} lo abre." },
    { en: "The account enters.", es: "La cuenta entra." },
  ],
  stories: { from: [0, 2, 3], minute: [0, 60, 100], sentence: [1, 0, 0], person: [-1, 0, 0] },
};

describe("a film", () => {
  const of = film(playing, 100);

  test("parts the time of several steps in one minute, and shows each moment without the ones before", () => {
    const own = of.hops.filter(({ account }) => account === 0).map(({ start, end }) => [start, end]);
    expect(own).toEqual([
      [0, 50],
      [50, 100],
      [2 * DAY, 2 * DAY + 100],
    ]);
    const at = (time: number) => [0, 1, 2].map((index) => hereAt(of, index, time));
    expect(at(0)).toEqual([0, 0, 0]);
    expect(at(100)).toEqual([0, 2, 0]);
    expect(at(10 * DAY)).toEqual([0, 0, 1]);
    expect(at(60)).toEqual([0, 0, 0]);
    let count = 0;
    moving(of, 60, () => {
      count += 1;
    });
    expect(count).toBe(2);
  });

  test("fills roles up to what they need", () => {
    const course = of.roles[0]?.[0];
    if (!course) throw new Error("no role");
    expect([0, DAY, 3 * DAY, 9 * DAY].map((time) => shareAt(course, time))).toEqual([0.25, 0.5, 0.25, 0.5]);
  });

  test("goes to events, and between days", () => {
    expect(nextEvent(of, 0)).toBe(DAY);
    expect(previousEvent(of, 5 * DAY)).toBe(4 * DAY);
    expect(nextEvent(of, 9 * DAY)).toBe(10 * DAY);
    expect(byDay(playing.cost, DAY / 2)).toBe(5);
    expect(upTo([1, 2, 2, 3], 2)).toBe(3);
  });
});

describe("chapters", () => {
  const stops: [Stop, number | null][] = [
    [{ day: 3 }, 3 * DAY],
    [{ day: 11 }, null],
    [{ first: "ready" }, 4 * DAY],
    [{ first: "timeout" }, 5 * DAY],
    [{ reaches: { node: "c" } }, 2 * DAY],
    [{ reaches: { node: "c", account: "A2" } }, null],
    [{ reaches: { node: "gone" } }, null],
  ];
  test.each(stops)("%j is at %s", (stop, minute) => {
    expect(minuteOf(stop, playing)).toBe(minute);
  });

  test("stand in the order of time, and those that never happen are left out", () => {
    const chapters: Chapter[] = stops.map(([stop]) => ({ stop, caption: {} }));
    expect(placed(chapters, playing).map(({ index }) => index)).toEqual([4, 0, 2, 3]);
  });

  test("speak the other language where one is missing", () => {
    expect(said({ en: "Hello" }, "es")).toBe("Hello");
    expect(said({ en: " ", es: "Hola" }, "en")).toBe("Hola");
    expect(said(null, "en")).toBe("");
  });
});

test("a followed account has its roles and its story until a moment", () => {
  expect(heldAt(playing, 0, 2 * DAY).of).toHaveLength(2);
  expect(heldAt(playing, 0, 3 * DAY).of).toHaveLength(1);
  expect(storyAt(playing, 0, 10)).toEqual({ from: 0, to: 1 });
  expect(sentenceOf(playing, wordsOf("en"), 0, 1)).toBe("Ana opens it.");
  expect(sentenceOf(playing, wordsOf("es"), 1, 2)).toMatch(/^Un contacto encontrado .* lo abre\.$/);
});

test("a story says once what it would say of several people", () => {
  const stories = { from: [0, 4], minute: [0, 0, 0, 5], sentence: [0, 1, 0, 0], person: [0, 1, 2, 0] };
  expect(together({ ...playing, stories }, 0, 4)).toEqual([
    { row: 0, more: 1 },
    { row: 1, more: 0 },
    { row: 3, more: 0 },
  ]);
});

test("a long board is laid out in rows where the room is high", () => {
  const cards = Array.from({ length: 12 }, (_unused, index) => card(`n${index}`, index * 316));
  const edges = [edge(null, 0), ...cards.slice(1).map((_card, index) => edge(index, index + 1))];
  const board = { ...playing.board, cards, edges };
  const wide = staged(board, { width: 4000, height: 200 });
  const high = staged(board, { width: 1000, height: 700 });
  expect(new Set(wide.cards.map(({ band }) => band)).size).toBe(1);
  expect(new Set(high.cards.map(({ band }) => band)).size).toBeGreaterThan(1);
  const scale = Math.min(1000 / high.width, 700 / high.height);
  expect(scale).toBeGreaterThan(0.4);
  expect(high.edges.every(({ d }) => d.startsWith("M") && !d.includes("NaN"))).toBe(true);
  for (const { x, y } of high.cards) expect(x >= 0 && y >= 0).toBe(true);
});

test("a clock stops exactly where a chapter is, and plays again from the end", () => {
  const frames: FrameRequestCallback[] = [];
  let now = 0;
  const real = { raf: globalThis.requestAnimationFrame, now: performance.now };
  globalThis.requestAnimationFrame = (run) => frames.push(run);
  performance.now = () => now;
  try {
    const made = clock({ length: 10 * DAY, stops: () => [1000], steps: () => false, changed: () => {} });
    const run = (times: number) => {
      for (let count = 0; count < times; count += 1) {
        now += 50;
        frames.shift()?.(now);
      }
    };
    made.setSpeed(10);
    made.play();
    run(5);
    expect(made.state).toMatchObject({ time: 1000, playing: false });
    made.play();
    run(40);
    expect(made.state).toMatchObject({ time: 10 * DAY, playing: false });
    made.play();
    run(1);
    expect(made.state.time).toBeLessThan(DAY);
  } finally {
    globalThis.requestAnimationFrame = real.raf;
    performance.now = real.now;
  }
});
