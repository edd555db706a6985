import { exitOf } from "./canvas/carry";
import { copy, cut, duplicate, paste } from "./canvas/clipboard";
import { disableable, toggleDisabled } from "./canvas/disable";
import { lastOpenExit } from "./canvas/ends";
import { find, step, useFind } from "./canvas/find";
import { focusedCard, go, openSettings, selectFocused, toggleSelected } from "./canvas/focus";
import { anyFoldable, foldable, toggle, toggleAll } from "./canvas/fold";
import { write } from "./canvas/inPlace";
import { nudge, settle } from "./canvas/nudge";
import { usePalette } from "./canvas/Palette";
import { removable, removeSelected } from "./canvas/remove";
import { pathToRename, renamePath } from "./canvas/renamePath";
import { selectAll, selectPath } from "./canvas/selecting";
import { view } from "./canvas/view";
import type { Arrow } from "./canvas/walk";
import { showBehind } from "./core/behind";
import { useDocument } from "./core/document";
import * as edits from "./core/edits";
import { switchLive, useLive } from "./core/live";
import { cancel, simulate, useResults } from "./core/results";
import { show, stepsOf, useScreen } from "./core/screen";
import { redoSteps, undoSteps } from "./core/steps";
import { prefer, select, startsJourney, useWindow } from "./core/window";
import type { MessageId } from "./i18n";
import { keyText } from "./keyText";
import { showLibrary } from "./library/store";
import { type Overlay, useOverlay } from "./panels/overlay";
import { present } from "./present/show";
import { compareWith } from "./studies/compare";
import { pathOf } from "./studies/figures";
import { openSearch } from "./studies/search";

/** Something a user can do; buttons, shortcuts, the palette of commands and the sheet of keys are made of these. */
export interface Action {
  id: ActionId;
  label: MessageId;
  /** Where it stands in the sheet of keys. */
  group: GroupId;
  /** In tinykeys' notation; `$mod` is Ctrl, or ⌘ on a Mac. */
  keys: string[];
  /** What the webview does at these keys must go on. */
  native?: boolean;
  /** Where it makes sense just now. */
  when: () => boolean;
  run: () => void;
}

export type GroupId = "edit" | "select" | "walk" | "see" | "window";

type Way = "Right" | "Left" | "Up" | "Down";

export type ActionId =
  | "undo"
  | "redo"
  | "simulate"
  | "present"
  | "live"
  | "cancel"
  | "check"
  | "history"
  | "results"
  | "enlarge"
  | "accountsHere"
  | "runs"
  | "goals"
  | "assumptions"
  | "compareRuns"
  | "searchBetter"
  | "copy"
  | "cut"
  | "paste"
  | "duplicate"
  | "remove"
  | "rename"
  | "renamePath"
  | "note"
  | "carry"
  | "fold"
  | "foldAll"
  | "disable"
  | "tidy"
  | "tidySelection"
  | "insert"
  | "palette"
  | "selectAll"
  | "selectPath"
  | "selectCard"
  | "toggleCard"
  | "openCard"
  | "focusCanvas"
  | `walk${Way}`
  | `extend${Way}`
  | `nudge${Way}`
  | "find"
  | "findNext"
  | "findPrevious"
  | "fit"
  | "fitSelection"
  | "zoomFull"
  | "zoomIn"
  | "zoomOut"
  | "commands"
  | "shortcuts"
  | "language"
  | "theme"
  | "newJourney"
  | "library"
  | "data"
  | "groups"
  | "deselect";

const journey = () => useDocument.getState().journey;
const selection = () => useWindow.getState().selection;
const running = () => useResults.getState().running !== null;
/** A question lies over the window; the list of commands doesn't count, since it runs them. */
const hasDialog = () => {
  const { shown } = useOverlay.getState();
  return useWindow.getState().dialog !== null || (shown !== null && shown !== "commands");
};
const onCard = () => focusedCard() !== null && !hasDialog();
const one = () => (selection().length === 1 && !hasDialog() ? (selection()[0] ?? null) : null);
const open = (shown: Overlay) => useOverlay.setState({ shown, from: focusedCard() });

const ways: Way[] = ["Right", "Left", "Up", "Down"];

const table: Action[] = [
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
    keys: ["$mod+KeyC"],
    when: () => selection().length > 0 && !hasDialog() && !inField() && nothingMarked(),
    run: copy,
  },
  {
    id: "cut",
    label: "action.cut",
    group: "edit",
    keys: ["$mod+KeyX"],
    when: () => removable().length > 0 && !hasDialog() && !inField(),
    run: cut,
  },
  {
    id: "paste",
    label: "action.paste",
    group: "edit",
    keys: ["$mod+KeyV"],
    native: true,
    when: () => Boolean(journey()) && !hasDialog() && !inField(),
    run: paste,
  },
  {
    id: "duplicate",
    label: "action.duplicate",
    group: "edit",
    keys: ["$mod+KeyD"],
    when: () => removable().length > 0 && !hasDialog(),
    run: () => void duplicate(),
  },
  {
    id: "remove",
    label: "action.remove",
    group: "edit",
    keys: ["Delete", "Backspace"],
    when: () => removable().length > 0 && !hasDialog(),
    run: removeSelected,
  },
  {
    id: "rename",
    label: "action.rename",
    group: "edit",
    keys: ["F2"],
    when: () => one() !== null,
    run: () => write({ node: one() ?? "", what: "label" }),
  },
  {
    id: "renamePath",
    label: "action.renamePath",
    group: "edit",
    keys: ["Shift+F2"],
    when: () => pathToRename() !== null && !hasDialog(),
    run: renamePath,
  },
  {
    id: "note",
    label: "action.note",
    group: "edit",
    keys: ["KeyN"],
    when: () => one() !== null,
    run: () => write({ node: one() ?? "", what: "note" }),
  },
  {
    id: "carry",
    label: "action.carry",
    group: "edit",
    keys: ["KeyM"],
    when: () => {
      const kind = journey()?.nodes[one() ?? ""]?.kind;
      return kind !== undefined && kind !== "merge" && !startsJourney(useWindow.getState().catalogue, kind);
    },
    run: () => open("carry"),
  },
  {
    id: "fold",
    label: "action.fold",
    group: "edit",
    keys: ["KeyF"],
    when: () => foldable().length > 0 && !hasDialog(),
    run: () => toggle(foldable()),
  },
  {
    id: "foldAll",
    label: "action.foldAll",
    group: "edit",
    keys: ["Shift+KeyF"],
    when: () => anyFoldable() && !hasDialog(),
    run: toggleAll,
  },
  {
    id: "disable",
    label: "action.disable",
    group: "edit",
    keys: ["KeyD"],
    when: () => disableable().length > 0 && !hasDialog(),
    run: toggleDisabled,
  },
  {
    id: "tidy",
    label: "action.tidy",
    group: "edit",
    keys: ["Shift+KeyT"],
    when: () => Boolean(journey()),
    run: () => void edits.send({ do: "tidy" }),
  },
  {
    id: "tidySelection",
    label: "action.tidySelection",
    group: "edit",
    keys: ["KeyT"],
    when: () => selection().length > 0 && !hasDialog(),
    run: () => void edits.send({ do: "tidy", nodes: selection() }),
  },
  {
    id: "selectAll",
    label: "action.selectAll",
    group: "select",
    keys: ["$mod+KeyA"],
    when: () => Boolean(journey()) && !hasDialog() && !inField(),
    run: selectAll,
  },
  {
    id: "selectPath",
    label: "action.selectPath",
    group: "select",
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
  {
    id: "find",
    label: "action.find",
    group: "see",
    keys: ["$mod+KeyF"],
    when: () => Boolean(journey()) && !hasDialog(),
    run: find,
  },
  {
    id: "findNext",
    label: "action.findNext",
    group: "see",
    keys: ["F3", "$mod+KeyG"],
    when: () => useFind.getState().hits.length > 0,
    run: () => step(1),
  },
  {
    id: "findPrevious",
    label: "action.findPrevious",
    group: "see",
    keys: ["Shift+F3", "$mod+Shift+KeyG"],
    when: () => useFind.getState().hits.length > 0,
    run: () => step(-1),
  },
  {
    id: "fit",
    label: "action.fit",
    group: "see",
    keys: ["Digit1", "Shift+Digit1"],
    when: () => true,
    run: () => view.fit(),
  },
  {
    id: "fitSelection",
    label: "action.fitSelection",
    group: "see",
    keys: ["Digit2", "Shift+Digit2"],
    when: () => selection().length > 0,
    run: () => view.fitNodes(selection()),
  },
  {
    id: "zoomFull",
    label: "action.zoomFull",
    group: "see",
    keys: ["Digit0", "$mod+Digit0"],
    when: () => true,
    run: () => view.zoomTo(1),
  },
  {
    id: "zoomIn",
    label: "action.zoomIn",
    group: "see",
    keys: ["Equal", "Shift+Equal", "NumpadAdd"],
    when: () => true,
    run: () => view.zoom(1.25),
  },
  {
    id: "zoomOut",
    label: "action.zoomOut",
    group: "see",
    keys: ["Minus", "NumpadSubtract"],
    when: () => true,
    run: () => view.zoom(0.8),
  },
  {
    id: "present",
    label: "action.present",
    group: "window",
    keys: ["F5"],
    when: () => Boolean(journey()) && !hasDialog(),
    run: () => void present(),
  },
  {
    id: "simulate",
    label: "action.simulate",
    group: "window",
    keys: ["$mod+Enter"],
    when: () => Boolean(journey()) && !running(),
    run: () => {
      const id = journey()?.id;
      show("journey");
      useWindow.setState({ drawer: true });
      if (id) void edits.saved().then(() => simulate(id));
    },
  },
  {
    id: "live",
    label: "live.switch",
    group: "window",
    keys: ["KeyL"],
    when: () => onCanvas() && !hasDialog(),
    run: () => switchLive(),
  },
  {
    id: "cancel",
    label: "action.cancel",
    group: "window",
    keys: ["$mod+Period"],
    when: running,
    run: () => void cancel(),
  },
  {
    id: "check",
    label: "action.check",
    group: "window",
    keys: ["F8"],
    when: () => Boolean(journey()),
    run: () => turnPanel("check"),
  },
  {
    id: "history",
    label: "action.history",
    group: "window",
    keys: ["$mod+Shift+KeyH"],
    when: () => Boolean(journey()),
    run: () => turnPanel("history"),
  },
  {
    id: "results",
    label: "action.results",
    group: "window",
    keys: ["$mod+KeyJ"],
    when: () => true,
    run: () => useWindow.setState(({ drawer }) => ({ drawer: !drawer })),
  },
  {
    id: "enlarge",
    label: "results.large",
    group: "window",
    keys: ["$mod+Shift+KeyJ"],
    when: () => true,
    run: () => {
      useWindow.setState({ drawer: true });
      useResults.setState(({ large }) => ({ large: !large }));
    },
  },
  {
    id: "accountsHere",
    label: "behind.action",
    group: "window",
    keys: ["KeyI"],
    when: () => one() !== null && (useLive.getState().on || useResults.getState().view !== null),
    run: () => void showBehind({ what: "entered", node: one() ?? "" }),
  },
  panel("runs", "studies.runs", "Shift+KeyR"),
  panel("goals", "studies.goals", "KeyG"),
  panel("assumptions", "studies.assumptions", "Shift+KeyA"),
  {
    id: "compareRuns",
    label: "studies.compare",
    group: "window",
    keys: ["Shift+KeyC"],
    when: () => onCanvas() && !hasDialog(),
    run: () => compareWith(null),
  },
  {
    id: "searchBetter",
    label: "studies.search",
    group: "window",
    keys: ["Shift+KeyS"],
    when: () => onCanvas() && !hasDialog(),
    run: () => {
      const [interest] = useWindow.getState().start?.references.solutionInterest ?? [];
      openSearch(interest ? pathOf("salesReady", interest.id) : "summary.cost");
    },
  },
  {
    id: "newJourney",
    label: "action.newJourney",
    group: "window",
    keys: ["$mod+Alt+KeyN"],
    when: () => !hasDialog(),
    run: () => useWindow.setState({ dialog: { ask: "newJourney" } }),
  },
  {
    id: "library",
    label: "library.show",
    group: "window",
    keys: ["$mod+KeyO"],
    when: () => !hasDialog(),
    run: () => showLibrary(useScreen.getState().screen !== "library"),
  },
  {
    id: "data",
    label: "data.show",
    group: "window",
    keys: ["Shift+KeyD"],
    when: () => !hasDialog(),
    run: () => turn("data"),
  },
  {
    id: "groups",
    label: "groups.show",
    group: "window",
    keys: ["Shift+KeyG"],
    when: () => !hasDialog(),
    run: () => turn("groups"),
  },
  {
    id: "commands",
    label: "action.commands",
    group: "window",
    keys: ["$mod+KeyK"],
    when: () => !hasDialog(),
    run: () => open("commands"),
  },
  {
    id: "shortcuts",
    label: "action.shortcuts",
    group: "window",
    keys: ["Shift+?", "F1"],
    when: () => !hasDialog(),
    run: () => open("shortcuts"),
  },
  {
    id: "language",
    label: "action.language",
    group: "window",
    keys: ["$mod+Alt+KeyL"],
    when: () => true,
    run: () => prefer({ locale: document.documentElement.lang === "es" ? "en" : "es" }),
  },
  {
    id: "theme",
    label: "action.theme",
    group: "window",
    keys: ["$mod+Alt+KeyD"],
    when: () => true,
    run: () => prefer({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }),
  },
];

const onJourney = () => stepsOf(useScreen.getState()) === "journey";
/** A journey is open and in view. */
const onCanvas = () => Boolean(journey()) && useScreen.getState().screen === "journey";
const turn = (screen: "data" | "groups") => show(useScreen.getState().screen === screen ? "journey" : screen);

/** Opens a panel at the side, or closes it. */
function panel(id: "runs" | "goals" | "assumptions", label: MessageId, key: string): Action {
  return {
    id,
    label,
    group: "window",
    keys: [key],
    when: () => onCanvas() && !hasDialog(),
    run: () => useWindow.setState(({ panel }) => ({ panel: panel === id ? "properties" : id })),
  };
}

/** Where typing inserts: the first exit of the selected card, or the end of the journey. */
function insertPlace() {
  const of = journey();
  if (!of) return null;
  const node = selection().at(-1);
  return (node ? exitOf(of, node) : null) ?? lastOpenExit(of);
}

/** Words that are marked on the page are what Ctrl+C means. */
const nothingMarked = () => (getSelection()?.toString() ?? "") === "";

function inField(): boolean {
  return document.activeElement?.matches("input, textarea, [contenteditable]") ?? false;
}

export const actions = Object.fromEntries(table.map((action) => [action.id, action])) as Record<
  ActionId,
  Action
>;

const order: GroupId[] = ["edit", "select", "walk", "see", "window"];

/** The table in the order and the parts in which people read it. */
export const groups = order.map((id) => ({
  id,
  label: `actions.${id}` satisfies MessageId,
  rows: table.filter(({ group }) => group === id),
}));

/** All keys of an action as a person reads them; the number pad's own are left out. */
export function keyNames(action: Action, mac = navigator.platform.startsWith("Mac")): string[] {
  const shown = action.keys.filter((key) => !key.startsWith("Numpad")).map((key) => keyText(key, mac));
  return [...new Set(shown)];
}

/** The first of them, for tooltips. */
export const keyName = (action: Action): string | null => keyNames(action)[0] ?? null;

/** Shows a panel beside the board, or the settings again; in narrow windows it comes over the board and goes. */
function turnPanel(to: "check" | "history"): void {
  useWindow.setState(({ panel }) =>
    panel === to ? { panel: "properties", over: null } : { panel: to, over: "side" },
  );
}
