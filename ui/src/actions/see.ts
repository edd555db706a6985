import { find, step, useFind } from "../canvas/find";
import { pointByKey } from "../canvas/pointed";
import { view } from "../canvas/view";
import { stepsOf, useScreen } from "../core/screen";
import type { Action } from "./action";
import { hasDialog, journey, selection } from "./when";

/** What of the canvas is in view. */
export const seeing: Action[] = [
  {
    id: "contextMenu",
    label: "action.contextMenu",
    group: "see",
    keys: ["Shift+F10", "ContextMenu"],
    when: () => Boolean(journey()) && stepsOf(useScreen.getState()) === "journey" && !hasDialog(),
    run: pointByKey,
  },
  {
    id: "find",
    label: "action.find",
    group: "see",
    menus: ["board"],
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
    menus: ["board"],
    keys: ["Digit1", "Shift+Digit1"],
    when: () => true,
    run: () => view.fit(),
  },
  {
    id: "fitSelection",
    label: "action.fitSelection",
    group: "see",
    menus: ["card"],
    keys: ["Digit2", "Shift+Digit2"],
    when: () => selection().length > 0,
    run: () => view.fitNodes(selection()),
  },
  {
    id: "zoomFull",
    label: "action.zoomFull",
    group: "see",
    menus: ["board"],
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
];
