import { go, selectFocused, toggleSelected } from "../canvas/focus";
import { selectAll, selectPath } from "../canvas/selecting";
import type { Arrow } from "../canvas/walk";
import { select, useWindow } from "../core/window";
import { type Action, ways } from "./action";
import { hasDialog, inField, journey, onCard, selection } from "./when";

/** What is selected. */
export const selecting: Action[] = [
  {
    id: "selectAll",
    label: "action.selectAll",
    group: "select",
    menus: ["board"],
    keys: ["$mod+KeyA"],
    when: () => Boolean(journey()) && !hasDialog() && !inField(),
    run: selectAll,
  },
  {
    id: "selectPath",
    label: "action.selectPath",
    group: "select",
    menus: ["card"],
    keys: ["KeyP"],
    when: () => selection().length > 0 && !hasDialog(),
    run: selectPath,
  },
  {
    id: "deselect",
    label: "action.deselect",
    group: "select",
    keys: ["Escape"],
    when: () => selection().length > 0 && !hasDialog() && !useWindow.getState().menu,
    run: () => select(),
  },
  {
    id: "selectCard",
    label: "action.selectCard",
    group: "select",
    keys: ["Space"],
    when: onCard,
    run: selectFocused,
  },
  {
    id: "toggleCard",
    label: "action.toggleCard",
    group: "select",
    keys: ["Shift+Space"],
    when: onCard,
    run: toggleSelected,
  },
  ...ways.map(
    (way): Action => ({
      id: `extend${way}`,
      label: `action.extend${way}`,
      group: "select",
      keys: [`Shift+Arrow${way}`],
      when: onCard,
      run: () => go(`Arrow${way}` satisfies Arrow, true),
    }),
  ),
];
