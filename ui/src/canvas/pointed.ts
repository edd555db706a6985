import { create } from "zustand";
import type { MenuPlace } from "../actions/action";
import { useDocument } from "../core/document";
import { type ExitPlace, select, useWindow } from "../core/window";
import { useOverlay } from "../panels/overlay";
import { focusedCard } from "./focus";
import type { Point } from "./geometry";
import { placeOf } from "./places";

interface Pointed {
  /** The menu that is open, and where in the window; null: none is. */
  menu: { place: MenuPlace; at: Point } | null;
  /** The path that a command of the menu is about. */
  exit: ExitPlace | null;
}

/** What the user has asked a menu for. */
export const usePointed = create<Pointed>(() => ({ menu: null, exit: null }));

/** Opens the menu of what lies at a point of the board. Words that are written keep the browser's own menu. */
export function point(target: Element, at: Point): boolean {
  if (target.closest("input, textarea, [contenteditable]")) return false;
  const card = target.closest("[data-node]")?.getAttribute("data-node");
  const exit = card ? null : exitAt(target, at);
  if (card) {
    if (!useWindow.getState().selection.includes(card)) select(card);
    useOverlay.setState({ from: card });
  } else if (exit) select(exit.node);
  usePointed.setState({ menu: { place: card ? "card" : exit ? "edge" : "board", at }, exit });
  return true;
}

/** The same by keyboard: the menu of the ⊕ or the card that has the focus, of what is selected, or of the board. */
export function pointByKey(): void {
  const { activeElement } = document;
  const plus = activeElement?.closest("[data-exit]");
  const card = focusedCard() ?? useWindow.getState().selection.at(-1);
  const shown = card ? document.querySelector(`[data-node="${CSS.escape(card)}"]`) : null;
  const target = plus ?? shown ?? document.querySelector(".board");
  if (!target) return;
  const { left, top, width, height } = target.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  point(target, plus || !shown ? middle : { x: left + 24, y: top + 40 });
}

/** Closes the menu; what it was about is known until the chosen command has run. */
export function unpoint(run?: () => void): void {
  usePointed.setState({ menu: null });
  // The menu gives the focus back first, since some commands turn on what has it.
  setTimeout(() => {
    run?.();
    usePointed.setState({ exit: null });
    useOverlay.setState({ from: null });
  });
}

export const pointedExit = () => usePointed.getState().exit;

function exitAt(target: Element, at: Point): ExitPlace | null {
  const own = target.closest("[data-exit]")?.getAttribute("data-exit");
  const pill = target.closest("[data-pill]")?.getAttribute("data-pill");
  const key = own ?? pill ?? lineAt(at);
  const place = key ? placeOf(key) : null;
  return place && useDocument.getState().journey?.nodes[place.node] ? place : null;
}

/** So many px beside a line still mean the line. */
const near = 7;

/** The exit whose line runs at a point: lines let the pointer through, so they are asked. */
function lineAt({ x, y }: Point): string | null {
  for (const path of document.querySelectorAll<SVGPathElement>(".edges [data-edge]")) {
    const back = path.getScreenCTM()?.inverse();
    if (!back) continue;
    const hit = (dx: number, dy: number) =>
      path.isPointInStroke(new DOMPoint(x + dx, y + dy).matrixTransform(back));
    // Step by step, since a line can be as thin as a step.
    for (let by = -near; by <= near; by += 1) if (hit(0, by) || hit(by, 0)) return path.dataset.edge ?? null;
  }
  return null;
}
