import type { Node, Update } from "../src/core/types";

/** An update with a small journey: audience → split (a → mail → join, other → join) → join → the end. */
export function whole(change: Partial<Update> = {}): Update {
  return {
    journey: "j",
    revision: 1,
    digest: "1",
    whole: true,
    header: {
      name: "Small",
      description: "",
      kind: "account",
      status: "draft",
      settings: {
        timeZone: "Europe/Madrid",
        start: "immediately",
        end: null,
        reentry: null,
        emailDeduplication: false,
      },
      longestDays: null,
    },
    nodes: Object.fromEntries(
      [
        node("join", "merge"),
        node("split", "splitAccounts"),
        node("mail", "action"),
        node("start", "accountAudience"),
      ].map((one) => [one.id, one]),
    ),
    exits: {
      start: [{ path: null, label: null, to: "split" }],
      split: [
        { path: "a", label: "A", to: "mail" },
        { path: "other", label: null, to: "join" },
      ],
      mail: [{ path: null, label: null, to: "join" }],
      join: [{ path: null, label: null, to: null }],
    },
    places: {
      start: { x: 0, y: 0 },
      split: { x: 340, y: 0 },
      mail: { x: 680, y: -80 },
      join: { x: 1020, y: 0 },
    },
    ends: [{ from: "join", path: null, x: 1360, y: 48 }],
    lanes: [],
    problems: [],
    undo: null,
    redo: null,
    ...change,
  };
}

export function node(id: string, kind: string): Node {
  return { id, kind };
}

/** An update that changes nothing but what it's told. */
export function part(change: Partial<Update>): Update {
  return {
    ...whole(),
    whole: false,
    header: null,
    nodes: {},
    exits: {},
    places: {},
    ends: null,
    ...change,
  };
}
