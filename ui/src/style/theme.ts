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
  document.documentElement.dataset.theme = theme;
  return theme;
}

/** The value of a colour token, for what is drawn without style sheets (charts). */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
