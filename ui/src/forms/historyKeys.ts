import type { KeyboardEvent } from "react";

/** Fields in which one types; boxes to tick and sliders are inputs too. */
const texts = "input:not([type=checkbox], [type=radio], [type=range]), textarea";

/** Undo and redo by keys where something has steps of its own; in a text field they are the field's own. */
export const historyKeys = (undo: () => void, redo: () => void) => (event: KeyboardEvent) => {
  if (!(event.ctrlKey || event.metaKey) || (event.target as Element).closest(texts)) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) undo();
  else if (key === "y" || key === "z") redo();
  else return;
  event.preventDefault();
};
