import { removable, removeSelected } from "./canvas/remove";
import { view } from "./canvas/view";
import { useDocument } from "./core/document";
import * as edits from "./core/edits";
import { cancel, simulate, useResults } from "./core/results";
import { select, useWindow } from "./core/window";
import type { MessageId } from "./i18n";

/** Something a user can do; buttons, shortcuts and (later) the palette are made of these. */
export interface Action {
  id: ActionId;
  label: MessageId;
  /** In tinykeys' notation; `$mod` is Ctrl, or ⌘ on a Mac. */
  keys: string[];
  /** Where it makes sense just now. */
  when: () => boolean;
  run: () => void;
}

export type ActionId =
  | "undo"
  | "redo"
  | "simulate"
  | "cancel"
  | "check"
  | "results"
  | "remove"
  | "tidy"
  | "insert"
  | "fit"
  | "zoomIn"
  | "zoomOut"
  | "newJourney"
  | "deselect";

const journey = () => useDocument.getState().journey;
const running = () => useResults.getState().running !== null;
const hasDialog = () => useWindow.getState().dialog !== null;

const table: Action[] = [
  {
    id: "undo",
    label: "action.undo",
    keys: ["$mod+KeyZ"],
    when: () => Boolean(journey()?.undo) || Object.keys(useDocument.getState().drafts).length > 0,
    run: () => void edits.undo(),
  },
  {
    id: "redo",
    label: "action.redo",
    keys: ["$mod+Shift+KeyZ", "$mod+KeyY"],
    when: () => Boolean(journey()?.redo),
    run: () => void edits.redo(),
  },
  {
    id: "simulate",
    label: "action.simulate",
    keys: ["$mod+Enter"],
    when: () => Boolean(journey()) && !running(),
    run: () => {
      const id = journey()?.id;
      useWindow.setState({ drawer: true });
      if (id) void edits.saved().then(() => simulate(id));
    },
  },
  { id: "cancel", label: "action.cancel", keys: [], when: running, run: () => void cancel() },
  {
    id: "check",
    label: "action.check",
    keys: ["F8"],
    when: () => Boolean(journey()),
    run: () => useWindow.setState(({ panel }) => ({ panel: panel === "check" ? "properties" : "check" })),
  },
  {
    id: "results",
    label: "action.results",
    keys: ["$mod+KeyJ"],
    when: () => true,
    run: () => useWindow.setState(({ drawer }) => ({ drawer: !drawer })),
  },
  {
    id: "remove",
    label: "action.remove",
    keys: ["Delete", "Backspace"],
    when: () => removable().length > 0 && !hasDialog(),
    run: removeSelected,
  },
  {
    id: "tidy",
    label: "action.tidy",
    keys: ["Shift+KeyT"],
    when: () => Boolean(journey()),
    run: () => void edits.send({ do: "tidy" }),
  },
  {
    id: "insert",
    label: "action.insert",
    keys: ["KeyA", "/"],
    when: () => Boolean(firstExit()) && !hasDialog(),
    run: () => useWindow.setState({ menu: firstExit() }),
  },
  {
    id: "fit",
    label: "action.fit",
    keys: ["Digit1", "Shift+Digit1"],
    when: () => true,
    run: () => view.fit(),
  },
  {
    id: "zoomIn",
    label: "action.zoomIn",
    keys: ["Equal", "Shift+Equal"],
    when: () => true,
    run: () => view.zoom(1.25),
  },
  { id: "zoomOut", label: "action.zoomOut", keys: ["Minus"], when: () => true, run: () => view.zoom(0.8) },
  {
    id: "newJourney",
    label: "action.newJourney",
    keys: ["$mod+Alt+KeyN"],
    when: () => !hasDialog(),
    run: () => useWindow.setState({ dialog: { ask: "newJourney" } }),
  },
  {
    id: "deselect",
    label: "action.deselect",
    keys: ["Escape"],
    when: () => useWindow.getState().selection.length > 0 && !hasDialog() && !useWindow.getState().menu,
    run: () => select(),
  },
];

/** The first exit of the selected node, where typing inserts. */
function firstExit() {
  const [node] = useWindow.getState().selection;
  const exit = node ? journey()?.exits[node]?.[0] : undefined;
  return node && exit ? { node, path: exit.path } : null;
}

export const actions = Object.fromEntries(table.map((action) => [action.id, action])) as Record<
  ActionId,
  Action
>;

/** Keys as a person reads them, for tooltips. */
export function keyName(action: Action, mac = navigator.platform.startsWith("Mac")): string | null {
  const [first] = action.keys;
  if (!first) return null;
  return first
    .replace("$mod", mac ? "⌘" : "Ctrl")
    .replace(/Key([A-Z])/, "$1")
    .replace(/Digit(\d)/, "$1")
    .replace("Minus", "−");
}
