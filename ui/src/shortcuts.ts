import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { type Action, actions } from "./actions";
import { allowPaste, hearPaste } from "./canvas/clipboard";

/** Binds every action's keys to the window. Text fields and open overlays keep their keys to themselves. */
export function useShortcuts(): void {
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const action of Object.values(actions)) {
      for (const key of action.keys) bindings[key] = (event) => press(action, key, event);
    }
    const forget = tinykeys(window, bindings);
    document.addEventListener("paste", hearPaste);
    document.addEventListener("beforepaste", allowPaste);
    return () => {
      forget();
      document.removeEventListener("paste", hearPaste);
      document.removeEventListener("beforepaste", allowPaste);
    };
  }, []);
}

function press(action: Action, key: string, event: KeyboardEvent) {
  if (event.defaultPrevented || (event.repeat && action.id === "simulate")) return;
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest("input, textarea, [contenteditable], [role=textbox]")) {
    // Ctrl+Z belongs to the field in which one types; the other combinations and the function keys pass.
    if (!(key.includes("$mod") || /F\d/.test(key)) || action.id === "undo" || action.id === "redo") return;
  }
  if (at?.closest("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return;
  const plain = !key.includes("$mod") && !key.startsWith("F");
  if (plain && at?.closest("[role=tablist], [role=slider]")) return;
  if (!action.when()) return;
  if (!action.native) event.preventDefault();
  action.run();
}
