import { select, useWindow } from "../core/window";
import { view } from "./view";

/** Selects a card, shows its settings and gives it the keyboard's focus, once it is drawn. */
export function turnTo(node: string): void {
  select(node);
  useWindow.setState({ panel: "properties" });
  requestAnimationFrame(() => view.focus(node));
}
