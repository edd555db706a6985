import { type Journey, useDocument } from "../core/document";
import type { Catalogue, Intent, KindInfo, Node } from "../core/types";
import { type ExitPlace, joins, startsJourney, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";

/** Something that can be put on an edge. */
export interface Step {
  id: string;
  name: string;
  hint: string;
  icon: string | undefined;
  family: KindInfo["family"];
  kind: string;
  /** The action's type when the kind is `action`. */
  action: string | null;
}

export interface Group<Item> {
  id: string;
  name: string;
  choices: Item[];
}

/** One line of the menu at a ⊕. */
export interface Choice extends Omit<Step, "kind" | "action"> {
  intent: Intent;
}

/** The kinds and actions of the catalogue that fit this journey. */
export function useSteps(): Group<Step>[] {
  const { t, text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const kind = useDocument((state) => state.journey?.header.kind);
  if (!catalogue || !kind) return [];
  const fits = catalogue.kinds.filter((info) => info.insert && info.journeys.includes(kind));
  const steps = fits
    .filter((info) => info.kind !== "action")
    .map((info) => ({
      id: info.kind,
      name: text(info.name),
      hint: text(info.hint),
      icon: info.icon,
      family: info.family,
      kind: info.kind,
      action: null,
    }));
  const action = fits.find((info) => info.kind === "action");
  const actions = (on: "accounts" | "people"): Step[] =>
    catalogue.actions
      .filter((info) => action && info.insert && info.on === on && (on === "people" || kind === "account"))
      .map((info) => ({
        id: info.type,
        name: text(info.name),
        hint: text(info.hint),
        icon: info.icon,
        family: "action",
        kind: "action",
        action: info.type,
      }));
  return [
    { id: "steps", name: t("insert.steps"), choices: steps },
    { id: "people", name: t("insert.people"), choices: actions("people") },
    { id: "accounts", name: t("insert.accounts"), choices: actions("accounts") },
  ].filter(({ choices }) => choices.length > 0);
}

/** What can be put there, then the ways to redraw the path itself. */
export function useChoices({ node, path }: ExitPlace): Group<Choice>[] {
  const { t } = useSpeech();
  const names = useNames();
  const steps = useSteps();
  const catalogue = useWindow((state) => state.catalogue);
  const journey = useDocument((state) => state.journey);
  if (!catalogue || !journey) return [];
  const exit = journey.exits[node]?.find((one) => one.path === path);
  const joins: Choice[] = exit?.to
    ? [
        {
          id: "cut",
          name: t("insert.cut"),
          hint: t("insert.cutHint"),
          icon: undefined,
          family: "flow",
          intent: { do: "connect", from: node, path, to: null },
        },
      ]
    : reachable(journey, node, catalogue).map((of) => ({
        id: `join-${of.id}`,
        name: t("insert.join", { node: names.node(of) }),
        hint: "",
        icon: catalogue.kinds.find((kind) => kind.joins)?.icon,
        family: "flow",
        intent: { do: "connect", from: node, path, to: of.id },
      }));
  const groups: Group<Choice>[] = steps.map((group) => ({
    ...group,
    choices: group.choices.map(({ kind, action, ...step }) => ({
      ...step,
      intent: { do: "insert", from: node, path, kind, action },
    })),
  }));
  return joins.length > 0 ? [...groups, { id: "path", name: t("insert.path"), choices: joins }] : groups;
}

/** The merges that an open exit of `node` can be joined to without a cycle, and cards that nothing leads to. */
function reachable(journey: Journey, node: string, catalogue: Catalogue): Node[] {
  const targets = new Set(Object.values(journey.exits).flatMap((exits) => exits.map(({ to }) => to)));
  const before = new Set([node]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, exits] of Object.entries(journey.exits)) {
      if (before.has(id) || !exits.some(({ to }) => to && before.has(to))) continue;
      before.add(id);
      grew = true;
    }
  }
  return Object.values(journey.nodes).filter(
    ({ id, kind }) =>
      !before.has(id) && (joins(catalogue, kind) || (!targets.has(id) && !startsJourney(catalogue, kind))),
  );
}
