import type { Colours } from "./dots";

const known = new WeakMap<HTMLElement, { theme: string; colours: Colours }>();

/** The colours of the canvas, read from the style sheet once for each theme. */
export function colours(place: HTMLElement): Colours {
  const theme = document.documentElement.dataset.theme ?? "";
  const kept = known.get(place);
  if (kept?.theme === theme) return kept.colours;
  const style = getComputedStyle(place);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const made = {
    dot: token("accent"),
    many: token("accent-strong"),
    onMany: token("on-accent"),
    fill: token("accent"),
    followed: token("amber-mark"),
    surface: token("surface"),
  };
  known.set(place, { theme, colours: made });
  return made;
}
