import type { FocusEvent } from "react";
import { useDocument } from "../core/document";
import { select, useWindow } from "../core/window";
import { useOverlay } from "../panels/overlay";
import { view } from "./view";
import { type Arrow, walk } from "./walk";

/** A card that the keyboard reaches comes into view. */
export function canvasFocus(event: FocusEvent): void {
  const id = cardOf(event.target);
  if (id && event.target.matches(".react-flow__node:focus-visible")) view.reveal(id);
}

function cardOf(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest(".react-flow__node")?.getAttribute("data-id") ?? null)
    : null;
}

/** The card that has the keyboard's focus, or had it when the list of commands was opened. */
export const focusedCard = (): string | null =>
  document.activeElement?.matches(".react-flow__node")
    ? cardOf(document.activeElement)
    : useOverlay.getState().from;

/** Goes along the flow, or to the neighbouring path; with `extend` what was selected stays so. */
export function go(arrow: Arrow, extend = false): void {
  const id = focusedCard();
  const journey = useDocument.getState().journey;
  const next = id && journey ? walk(journey, id, arrow) : null;
  if (!id || !next) return;
  if (extend) {
    select(...new Set([...useWindow.getState().selection, id, next]));
  } else select(next);
  view.focus(next);
}

/** Goes into the settings of the focused card. */
export function openSettings(): void {
  const id = focusedCard();
  if (!id) return;
  select(id);
  useWindow.setState({ panel: "properties", over: "side" });
  enterForm(id, 30);
}

/** The form of a card comes with one of the next drawings. */
function enterForm(id: string, drawings: number): void {
  requestAnimationFrame(() => {
    const form = document.querySelector(`.side [data-form="${CSS.escape(id)}"]`);
    if (form) form.querySelector<HTMLElement>("input, textarea, button")?.focus();
    else if (drawings > 0) enterForm(id, drawings - 1);
  });
}

/** Puts the focused card into the selection, or takes it out. */
export function toggleSelected(): void {
  const id = focusedCard();
  if (!id) return;
  const { selection } = useWindow.getState();
  select(...(selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id]));
}

export function selectFocused(): void {
  const id = focusedCard();
  if (id) select(id);
}
