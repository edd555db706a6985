import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { actions } from "../src/actions";
import { parts } from "../src/charts/parts";
import { sankey, wrapped } from "../src/charts/sankey";
import { csv, fileName, tabbed } from "../src/charts/save";
import { tornado } from "../src/charts/tornado";
import { countsOf } from "../src/core/counts";
import type { LiveNumbers, Story, StoryGroup } from "../src/core/types";
import { filling } from "../src/panels/results/filling";
import { parted, pathOf } from "../src/studies/figures";

test("a table becomes CSV with quotes where they are needed, and text for spreadsheets", () => {
  const cells = [
    ["Role", "Groups"],
    ["Champion, first", 12.5],
    ['He said "no"', null],
  ];
  expect(csv(cells)).toBe('Role,Groups\r\n"Champion, first",12.5\r\n"He said ""no""",\r\n');
  expect(tabbed(cells)).toBe('Role\tGroups\nChampion, first\t12.5\nHe said "no"\t');
});

test("a file is named by its title in letters that every file system takes", () => {
  expect(fileName("Días hasta listo, acumulado")).toBe("días-hasta-listo-acumulado");
  expect(fileName("???")).toBe("caravan");
});

test("Live's counts are found by node and exit, and what ends inside a node hides no edge", () => {
  const numbers = {
    nodes: [{ id: "a", entered: 7, here: 2, reached: 0 }],
    edges: [
      { from: "a", path: null, to: "b", accounts: 7 },
      { from: "a", path: null, to: null, accounts: 0 },
    ],
  } as unknown as LiveNumbers;
  const { nodes, exits, most } = countsOf(numbers);
  expect(nodes.get("a")).toEqual({ entered: 7, here: 2 });
  expect([exits.get("a/"), most]).toEqual([7, 7]);
});

describe("a figure's path", () => {
  const check = (path: string, key: string, interest: string | null, day: number | null) =>
    expect(parted(path)).toEqual({ key, interest, day });
  test("is taken apart and put together", () => {
    check("solutionInterests[si].salesReady", "salesReady", "si", null);
    check("daily[30].groups[si].salesReady", "salesReady", "si", 30);
    check("daily[30].cost", "summary.cost", null, 30);
    check("summary.cost", "summary.cost", null, null);
    expect(pathOf("salesReady", "si")).toBe("solutionInterests[si].salesReady");
    expect(pathOf("summary.cost", null)).toBe("summary.cost");
  });
});

test("a group fills by role as the story goes", () => {
  const group: StoryGroup = {
    solutionInterest: "si",
    roles: [
      { role: "Champion", required: true, membersRequired: 1 },
      { role: "Buyer", required: true, membersRequired: 2 },
    ],
    members: [{ role: "Buyer", person: "p1" }],
  };
  const member = (minute: number, day: number, role: string, person: string, added: boolean) => ({
    minute,
    day,
    member: { solutionInterest: "si", role, person, added },
  });
  const names: Record<string, string> = { p1: "Ana", p2: "Luis" };
  const nameOf = (person: string) => names[person] ?? person;
  const story = {
    happenings: [
      member(0, 0, "Champion", "p2", true),
      member(5000, 3, "Buyer", "p2", true),
      member(9000, 6, "Champion", "p2", false),
    ],
  } as unknown as Story;
  const [champion, buyer] = filling(group, story, nameOf);
  expect([champion?.members, champion?.since]).toEqual([[], null]);
  expect([buyer?.members, buyer?.since]).toEqual([["Ana", "Luis"], 3]);
  // Whoever gets another role gives up the one before, also where no happening says so.
  const moved = { happenings: story.happenings.slice(0, 2) } as Story;
  expect(filling(group, moved, nameOf).map(({ members }) => members)).toEqual([[], ["Ana", "Luis"]]);
});

describe("the flow of a journey", () => {
  const flow = (from: string, to: string, value: number) => ({
    from,
    to,
    name: `${from} → ${to}`,
    value,
    label: "",
  });
  const nodes = ["a", "b", "c"].map((id) => ({ id, name: id, end: id === "c" }));
  const flows = [flow("a", "b", 2), flow("b", "c", 2), flow("a", "c", 5)];
  test("passes by other steps in a lane of its own", () => {
    const [{ links, data }] = sankey(nodes, flows).series as unknown as [
      { links: { source: string; target: string; value: number; flow: object }[]; data: { name: string }[] },
    ];
    expect(links.map(({ value }) => value)).toEqual([2, 2, 5, 5]);
    const [, , first, second] = links;
    expect([first?.source, second?.target, first?.target]).toEqual(["a", "c", second?.source]);
    expect(links.slice(2).every((piece) => piece.flow === flows[2])).toBe(true);
    expect(data.map(({ name }) => name)).toContain(first?.target);
  });
  test("has names in two lines, broken between words", () => {
    expect(wrapped("Did somebody follow the link?", 53)).toBe("Did\nsomebody…");
    expect(wrapped("Tell the sales desk", 53)).toBe("Tell the\nsales desk");
    expect(wrapped("Conversations", 53)).toBe("Conversat…");
  });
});

test("of two swings to the same side the shorter one is drawn over the longer one", () => {
  const swing = (low: number, high: number) => ({ name: "", low, high, lowWords: "", highWords: "" });
  const [behind, before] = tornado([swing(-3, 2), swing(1, 4)], String).series as unknown as {
    data: { value: number; label: { show: boolean } }[];
  }[];
  expect(behind?.data.map(({ value }) => value)).toEqual([-3, 4]);
  expect(before?.data.map(({ value }) => value)).toEqual([2, 1]);
  expect(before?.data.map(({ label }) => label.show)).toEqual([true, false]);
});

test("parts of a bar are told apart by pattern too, and hold the numbers row by row", () => {
  const all = [
    { name: "Start", values: [0.4, 0.6], colour: "chart-1", pattern: "striped" as const },
    { name: "End", values: [0.5, 0.7], colour: "chart-1" },
  ];
  const option = parts(["Champion", "Influencer"], all, { value: String, max: 1 });
  const series = option.series as unknown as {
    data: number[];
    stack?: string;
    itemStyle: { decal: object };
  }[];
  expect(series.map(({ data }) => data)).toEqual([
    [0.4, 0.6],
    [0.5, 0.7],
  ]);
  expect(series[0]?.itemStyle.decal).not.toEqual(series[1]?.itemStyle.decal);
  const stacks = parts([], all, { value: String, stacked: true }).series as { stack?: string }[];
  expect(stacks.map(({ stack }) => stack)).toEqual(["all", "all"]);
  expect(series[0]?.stack).toBeUndefined();
});

describe("the colours of curves", () => {
  // How colours look to people without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
  const sights: Record<string, number[][]> = {
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    tritanopia: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  };
  const linear = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  const times = (matrix: number[][], of: number[]) =>
    matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (of[at] ?? 0), 0));
  const lab = (rgb: number[]) => {
    const xyz = times(
      [
        [0.4124, 0.3576, 0.1805],
        [0.2126, 0.7152, 0.0722],
        [0.0193, 0.1192, 0.9505],
      ],
      rgb.map((part) => Math.min(1, Math.max(0, part))),
    );
    const [x = 0, y = 0, z = 0] = xyz.map((part, at) => {
      const share = part / ([0.95047, 1, 1.08883][at] ?? 1);
      return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
    });
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const tokens = readFileSync(resolve(import.meta.dirname, "../src/style/tokens.css"), "utf8");
  const themes = { light: 0, dark: 1 };
  test.each(Object.entries(themes))("are told apart without one kind of cone: %s", (_theme, at) => {
    const colours = [1, 2, 3, 4].map((number) => {
      const found = [...tokens.matchAll(new RegExp(`--chart-${number}: #(\\w{6})`, "g"))][at]?.[1] ?? "";
      return [0, 2, 4].map((place) => linear(Number.parseInt(found.slice(place, place + 2), 16) / 255));
    });
    for (const [sight, matrix] of Object.entries(sights)) {
      const seen = colours.map((colour) => lab(times(matrix, colour)));
      for (const [a, one] of seen.entries())
        for (const [b, other] of seen.entries()) {
          const apart = Math.hypot(...one.map((part, place) => part - (other[place] ?? 0)));
          if (a < b) expect(apart, `${sight}: ${a + 1} and ${b + 1}`).toBeGreaterThan(20);
        }
    }
  });
});

test("no two commands have the same keys", () => {
  const keys = Object.values(actions).flatMap((action) => action.keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
