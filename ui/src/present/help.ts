import { button, element } from "./dom";
import type { Words } from "./words";

/** The keys in words, and the button that shows them. */
export function helpOf(words: Words) {
  const node = element(
    "section",
    { class: "play-help", "aria-label": words.t("present.keys"), "data-testid": "keys" },
    element("h2", {}, words.t("present.keys")),
    ...words
      .t("present.keysText")
      .split(". ")
      .map((line) => element("p", {}, line.replace(/\.$/, ""))),
  );
  node.hidden = true;
  const toggle = () => {
    node.hidden = !node.hidden;
    shows.setAttribute("aria-pressed", String(!node.hidden));
  };
  const shows = button("help", words.t("present.keys"), toggle, "toggle-keys");
  shows.setAttribute("aria-pressed", "false");
  return { node, button: shows, toggle };
}
