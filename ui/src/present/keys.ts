import type { Does } from "./controls";

export interface Keyed extends Does {
  faster: (by: 1 | -1) => void;
  start: () => void;
  end: () => void;
  /** Shows the answer, where there is one to show. */
  reveal: () => void;
  full: () => void;
  notes: () => void;
  /** Opens the presenter's window, or closes it. */
  beside: () => void;
  larger: () => void;
  help: () => void;
  zoom: (factor: number) => void;
  pan: (x: number, y: number) => void;
  whole: () => void;
  /** Whether the arrows go by chapter, as those of some remotes do. */
  byChapter: () => boolean;
  close: () => void;
}

/** The keys of a player, those of a presenter's remote among them. A field in which one types keeps its own. */
export function keys(place: HTMLElement, does: Keyed): () => void {
  const press = (event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (at?.closest("[role=menu], [role=listbox], [contenteditable], textarea, .present-editor")) return;
    // The remote's keys work everywhere; the others are those of the control that has the focus.
    const own = at?.closest("input, select, .play-story") !== null && at !== null;
    const onButton = at?.closest("button, summary") !== null && at !== null;
    const run = binding(event, does, own, onButton);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  // The window's own shortcuts hear nothing of what the player has used.
  const root = place.closest<HTMLElement>("[role=dialog]") ?? place.ownerDocument;
  root.addEventListener("keydown", press as EventListener);
  return () => root.removeEventListener("keydown", press as EventListener);
}

function binding(event: KeyboardEvent, does: Keyed, own: boolean, onButton: boolean): (() => void) | null {
  const { key, shiftKey } = event;
  if (key === "PageDown") return () => does.chapter(1);
  if (key === "PageUp") return () => does.chapter(-1);
  if (key === "Escape") return document.fullscreenElement ? () => void document.exitFullscreen() : does.close;
  if (own) return null;
  switch (key) {
    case " ":
      return onButton ? null : does.toggle;
    case "Enter":
      return onButton ? null : does.reveal;
    case "ArrowRight":
      return () => (shiftKey ? does.event(1) : does.byChapter() ? does.chapter(1) : does.day(1));
    case "ArrowLeft":
      return () => (shiftKey ? does.event(-1) : does.byChapter() ? does.chapter(-1) : does.day(-1));
    case "ArrowUp":
      return () => does.faster(1);
    case "ArrowDown":
      return () => does.faster(-1);
    case "Home":
      return does.start;
    case "End":
      return does.end;
    case "f":
    case "F":
      return does.full;
    case "n":
    case "N":
      return does.notes;
    case "p":
    case "P":
      return does.beside;
    case "l":
    case "L":
      return does.larger;
    case "w":
    case "W":
      return () => does.pan(0, 80);
    case "a":
    case "A":
      return () => does.pan(80, 0);
    case "s":
    case "S":
      return () => does.pan(0, -80);
    case "d":
    case "D":
      return () => does.pan(-80, 0);
    case "?":
      return does.help;
    case "+":
      return () => does.zoom(1.25);
    case "-":
      return () => does.zoom(1 / 1.25);
    case "0":
      return does.whole;
    default:
      return null;
  }
}
