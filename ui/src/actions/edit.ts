import { exitOf } from "../canvas/carry";
import { copy, cut, duplicate, paste } from "../canvas/clipboard";
import { disableable, toggleDisabled } from "../canvas/disable";
import { lastOpenExit } from "../canvas/ends";
import { anyFoldable, foldable, toggle, toggleAll } from "../canvas/fold";
import { write } from "../canvas/inPlace";
import { nudge, settle } from "../canvas/nudge";
import { usePalette } from "../canvas/Palette";
import { pointedExit } from "../canvas/pointed";
import { removable, removeSelected } from "../canvas/remove";
import { pathToRename, renamePath } from "../canvas/renamePath";
import type { Arrow } from "../canvas/walk";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { stepsOf, useScreen } from "../core/screen";
import { redoSteps, undoSteps } from "../core/steps";
import { joins, startsJourney, useWindow } from "../core/window";
import { type Action, ways } from "./action";
import { hasDialog, inField, journey, one, open, selection } from "./when";

/** What changes the journey, and taking it back. */
export const editing: Action[] = [
  {
    id: "undo",
    label: "action.undo",
    group: "edit",
    keys: ["$mod+KeyZ"],
    when: () =>
      !onJourney() || Boolean(journey()?.undo) || Object.keys(useDocument.getState().drafts).length > 0,
    run: () => {
      if (onJourney()) settle();
      void undoSteps();
    },
  },
  {
    id: "redo",
    label: "action.redo",
    group: "edit",
    keys: ["$mod+Shift+KeyZ", "$mod+KeyY"],
    when: () => !onJourney() || Boolean(journey()?.redo),
    run: () => void redoSteps(),
  },
  {
    id: "insert",
    label: "action.insert",
    group: "edit",
    menus: ["card", "edge"],
    keys: ["KeyA", "/", "Shift+/"],
    when: () => Boolean(insertPlace()) && !hasDialog(),
    run: () => useWindow.setState({ menu: insertPlace() }),
  },
  {
    id: "palette",
    label: "action.palette",
    group: "edit",
    keys: ["KeyB"],
    when: () => Boolean(journey()) && !hasDialog(),
    run: () => usePalette.setState(({ wide }) => ({ wide: !wide })),
  },
  {
    id: "copy",
    label: "action.copy",
    group: "edit",
    menus: ["card"],
    keys: ["$mod+KeyC"],
    when: () => selection().length > 0 && !hasDialog() && !inField() && nothingMarked(),
    run: copy,
  },
  {
    id: "cut",
    label: "action.cut",
    group: "edit",
    menus: ["card"],
    keys: ["$mod+KeyX"],
    when: () => removable().length > 0 && !hasDialog() && !inField(),
    run: cut,
  },
  {
    id: "paste",
    label: "action.paste",
    group: "edit",
    menus: ["card", "edge", "board"],
    keys: ["$mod+KeyV"],
    native: true,
    when: () => Boolean(journey()) && !hasDialog() && !inField(),
    run: paste,
  },
  {
    id: "duplicate",
    label: "action.duplicate",
    group: "edit",
    menus: ["card"],
    keys: ["$mod+KeyD"],
    when: () => removable().length > 0 && !hasDialog(),
    run: () => void duplicate(),
  },
  {
    id: "remove",
    label: "action.remove",
    group: "edit",
    menus: ["card"],
    keys: ["Delete", "Backspace"],
    when: () => removable().length > 0 && !hasDialog(),
    run: removeSelected,
  },
  {
    id: "rename",
    label: "action.rename",
    group: "edit",
    menus: ["card"],
    keys: ["F2"],
    when: () => one() !== null,
    run: () => write({ node: one() ?? "", what: "label" }),
  },
  {
    id: "renamePath",
    label: "action.renamePath",
    group: "edit",
    menus: ["edge"],
    keys: ["Shift+F2"],
    when: () => pathToRename() !== null && !hasDialog(),
    run: renamePath,
  },
  {
    id: "note",
    label: "action.note",
    group: "edit",
    menus: ["card"],
    keys: ["KeyN"],
    when: () => one() !== null,
    run: () => write({ node: one() ?? "", what: "note" }),
  },
  {
    id: "carry",
    label: "action.carry",
    group: "edit",
    menus: ["card"],
    keys: ["KeyM"],
    when: () => {
      const { catalogue } = useWindow.getState();
      const kind = journey()?.nodes[one() ?? ""]?.kind;
      return kind !== undefined && !joins(catalogue, kind) && !startsJourney(catalogue, kind);
    },
    run: () => open("carry"),
  },
  {
    id: "fold",
    label: "action.fold",
    group: "edit",
    menus: ["card"],
    keys: ["KeyF"],
    when: () => foldable().length > 0 && !hasDialog(),
    run: () => toggle(foldable()),
  },
  {
    id: "foldAll",
    label: "action.foldAll",
    group: "edit",
    menus: ["board"],
    keys: ["Shift+KeyF"],
    when: () => anyFoldable() && !hasDialog(),
    run: toggleAll,
  },
  {
    id: "disable",
    label: "action.disable",
    group: "edit",
    menus: ["card"],
    keys: ["KeyD"],
    when: () => disableable().length > 0 && !hasDialog(),
    run: toggleDisabled,
  },
  {
    id: "tidy",
    label: "action.tidy",
    group: "edit",
    menus: ["board"],
    keys: ["Shift+KeyT"],
    when: () => Boolean(journey()),
    run: () => void edits.send({ do: "tidy" }),
  },
  {
    id: "tidySelection",
    label: "action.tidySelection",
    group: "edit",
    menus: ["card"],
    keys: ["KeyT"],
    when: () => selection().length > 0 && !hasDialog(),
    run: () => void edits.send({ do: "tidy", nodes: selection() }),
  },
  ...ways.map(
    (way): Action => ({
      id: `nudge${way}`,
      label: `action.nudge${way}`,
      group: "edit",
      keys: [`Alt+Arrow${way}`],
      when: () => selection().length > 0 && !hasDialog(),
      run: () => nudge(`Arrow${way}` satisfies Arrow),
    }),
  ),
];

const onJourney = () => stepsOf(useScreen.getState()) === "journey";

/** Where typing inserts: the path that was pointed at, the first exit of the selected card, or the end of the journey. */
function insertPlace() {
  const of = journey();
  if (!of) return null;
  const node = selection().at(-1);
  return pointedExit() ?? (node ? exitOf(of, node) : null) ?? lastOpenExit(of);
}

/** Words that are marked on the page are what Ctrl+C means. */
const nothingMarked = () => (getSelection()?.toString() ?? "") === "";
