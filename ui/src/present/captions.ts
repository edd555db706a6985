import { type Placed, said } from "./chapters";
import { element } from "./dom";
import type { Words } from "./words";

export interface Captions {
  node: HTMLElement;
  notes: HTMLElement;
  /** What is shown at a chapter; null between chapters. */
  show: (all: Placed[], at: number | null, revealed: boolean) => void;
}

/** The caption and the question for the room, and the notes for whoever presents. */
export function captionsOf(words: Words, reveal: () => void, goOn: () => void): Captions {
  const node = element("div", { class: "play-caption", "aria-live": "polite", "data-testid": "caption" });
  const notes = element("section", {
    class: "play-notes",
    "aria-label": words.t("present.notes"),
    "data-testid": "notes",
  });
  notes.hidden = true;
  let shown = "";
  return {
    node,
    notes,
    show(all, at, revealed) {
      const placed = at === null ? undefined : all[at];
      const chapter = placed?.chapter;
      const key = JSON.stringify([at, revealed, chapter, all.length]);
      if (key === shown) return;
      shown = key;
      const caption = said(chapter?.caption, words.locale);
      const question = said(chapter?.question, words.locale);
      const answer = said(chapter?.answer, words.locale);
      node.hidden = !caption && !question;
      node.replaceChildren();
      if (caption) node.append(element("p", { class: "play-said" }, caption));
      if (question) {
        node.append(element("p", { class: "play-question", "data-testid": "question" }, question));
        if (revealed) node.append(element("p", { class: "play-answer", "data-testid": "answer" }, answer));
        else {
          const show = element(
            "button",
            { type: "button", class: "play-reveal", "data-testid": "reveal" },
            words.t("present.reveal"),
          );
          show.addEventListener("click", reveal);
          node.append(show);
        }
      }
      notes.replaceChildren(...noted(all, at, words, goOn));
    },
  };
}

function noted(all: Placed[], at: number | null, words: Words, goOn: () => void): HTMLElement[] {
  const placed = at === null ? undefined : all[at];
  const next = all[(at ?? -1) + 1];
  const name = ({ chapter }: Placed) => said(chapter.caption, words.locale) || words.t("present.untitled");
  const upNext = next
    ? words.t("present.upNext", { caption: name(next) })
    : words.t(all.length === 0 ? "present.noChapters" : "present.lastChapter");
  const parts: HTMLElement[] = [
    element("h2", {}, words.t("present.notes")),
    element(
      "p",
      { class: "play-note" },
      placed ? said(placed.chapter.note, words.locale) || words.t("present.noNote") : "",
    ),
    element("p", { class: "play-next" }, upNext),
  ];
  if (placed && at !== null)
    parts.splice(
      1,
      0,
      element(
        "p",
        { class: "play-number" },
        words.t("present.chapterOf", { number: at + 1, count: all.length }),
      ),
    );
  if (next) {
    const go = element("button", { type: "button", class: "play-reveal" }, words.t("present.nextChapter"));
    go.addEventListener("click", goOn);
    parts.push(go);
  }
  return parts;
}
