import { opened } from "../core/host/beside";
import type { Playable } from "../core/types";
import { player } from "./player";
import { type Locale, wordsOf } from "./words";

/** The exported page: one show, played without the application. */
const show = JSON.parse(document.getElementById("show")?.textContent ?? "null") as Playable | null;
const place = document.getElementById("player");

const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => {
  document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
};
dark.addEventListener("change", dress);
dress();

function begin(locale: Locale, at: number) {
  if (!place || !show) return;
  document.documentElement.lang = locale;
  document.title = show.playing.name;
  const words = wordsOf(locale);
  const language = document.createElement("button");
  language.type = "button";
  language.className = "play-language";
  language.dataset.testid = "language";
  language.textContent = words.t("present.language");
  language.lang = locale === "en" ? "es" : "en";
  const made = player(place, { playable: show, words, head: [language], at, beside: () => opened() });
  language.addEventListener("click", () => {
    const time = made.time();
    const followed = made.followed();
    made.stop();
    begin(locale === "en" ? "es" : "en", time);
    document.querySelector<HTMLElement>(".play-language")?.focus();
    if (followed !== null) again?.(followed);
  });
  again = made.follow;
}

/** Follows the account again that was followed before the language changed. */
let again: ((account: number) => void) | null = null;

begin(document.documentElement.lang === "es" ? "es" : "en", 0);
