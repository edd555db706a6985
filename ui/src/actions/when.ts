import { focusedCard } from "../canvas/focus";
import { useDocument } from "../core/document";
import { useResults } from "../core/results";
import { useWindow } from "../core/window";
import { type Overlay, useOverlay } from "../panels/overlay";

// Functions, not constants: the lists of actions name them while modules that need one another are still being loaded.

export function journey() {
  return useDocument.getState().journey;
}

export function selection() {
  return useWindow.getState().selection;
}

export function running() {
  return useResults.getState().running !== null;
}

/** A question lies over the window; the list of commands doesn't count, since it runs them. */
export function hasDialog() {
  const { shown } = useOverlay.getState();
  return useWindow.getState().dialog !== null || (shown !== null && shown !== "commands");
}

export function onCard() {
  return focusedCard() !== null && !hasDialog();
}

/** The one card that is selected. */
export function one() {
  return selection().length === 1 && !hasDialog() ? (selection()[0] ?? null) : null;
}

export function open(shown: Overlay) {
  useOverlay.setState({ shown, from: focusedCard() });
}

export function inField(): boolean {
  return document.activeElement?.matches("input, textarea, [contenteditable]") ?? false;
}
