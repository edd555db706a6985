import { go, openSettings } from "../canvas/focus";
import { view } from "../canvas/view";
import type { Arrow } from "../canvas/walk";
import { select } from "../core/window";
import { type Action, ways } from "./action";
import { hasDialog, journey, onCard, selection } from "./when";

/** Going about the canvas by keyboard. */
export const walking: Action[] = [
  {
    id: "focusCanvas",
    label: "action.focusCanvas",
    group: "walk",
    keys: ["KeyC"],
    when: () => Boolean(journey()) && !hasDialog(),
    run: () => {
      const first = selection()[0] ?? Object.keys(journey()?.nodes ?? {})[0];
      if (first && selection().length === 0) select(first);
      if (first) view.focus(first);
    },
  },
  {
    id: "openCard",
    label: "action.openCard",
    group: "walk",
    menus: ["card"],
    keys: ["Enter"],
    when: onCard,
    run: openSettings,
  },
  ...ways.map(
    (way): Action => ({
      id: `walk${way}`,
      label: `action.walk${way}`,
      group: "walk",
      keys: [`Arrow${way}`],
      when: onCard,
      run: () => go(`Arrow${way}` satisfies Arrow),
    }),
  ),
];
