import { useWindow } from "../core/window";

export type Theme = "light" | "dark";

/** Light or dark: the user's choice, else what the program says of the system, else what the browser says. */
export function useTheme(): Theme {
  const theme = useWindow(({ preferences, start }): Theme => {
    if (preferences.theme !== "system") return preferences.theme;
    const dark =
      start?.systemDark ?? globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
    return dark ? "dark" : "light";
  });
  // While rendering and not after it: charts below read the colours of this theme while they render.
  if (document.documentElement.dataset.theme !== theme) {
    document.documentElement.dataset.theme = theme;
    tokens.clear();
  }
  return theme;
}

/** What was read of the style sheets: each reading has the whole page styled first, and Live draws with every edit. */
const tokens = new Map<string, string>();
for (const changed of ["(prefers-contrast: more)", "(forced-colors: active)"])
  globalThis.matchMedia?.(changed).addEventListener?.("change", () => tokens.clear());

/** The value of a colour token, for what is drawn without style sheets (charts). */
export function token(name: string): string {
  const known = tokens.get(name);
  if (known !== undefined) return known;
  const read = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  tokens.set(name, read);
  return read;
}
