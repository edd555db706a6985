import type { FocusEvent, KeyboardEvent } from "react";
import { useDocument } from "../core/document";
import { select, useWindow } from "../core/window";
import { view } from "./view";
import { type Arrow, walk } from "./walk";

/** A card that the keyboard reaches comes into view. */
export function canvasFocus(event: FocusEvent): void {
  const id = cardOf(event.target);
  if (id && event.target.matches(".react-flow__node:focus-visible")) view.reveal(id);
}

function cardOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest(".react-flow__node")?.getAttribute("data-id") ?? null)
    : null;
}

/** Keys on a focused card: arrows walk, Enter opens the settings, Space selects. */
export function canvasKeys(event: KeyboardEvent): void {
  const id = cardOf(event.target);
  const journey = useDocument.getState().journey;
  if (!id || !journey || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    const next = walk(journey, id, event.key as Arrow);
    if (!next) return;
    select(next);
    view.focus(next);
  } else if (event.key === "Enter") {
    event.preventDefault();
    select(id);
    useWindow.setState({ panel: "properties" });
    // The form is there after the next drawing.
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(".side input, .side textarea, .side button")?.focus();
    });
  } else if (event.key === " ") {
    event.preventDefault();
    select(id);
  }
}
