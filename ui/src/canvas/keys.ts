import type { KeyboardEvent } from "react";
import { useDocument } from "../core/document";
import { select, useWindow } from "../core/window";
import { view } from "./view";
import { type Arrow, walk } from "./walk";

/** Keys on a focused card: arrows walk, Enter opens the settings, Space selects. */
export function canvasKeys(event: KeyboardEvent): void {
  const id =
    event.target instanceof Element
      ? event.target.closest(".react-flow__node")?.getAttribute("data-id")
      : null;
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
