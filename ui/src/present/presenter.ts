import type { Beside } from "../core/host/host";
import { type Placed, said } from "./chapters";
import { button, element, write } from "./dom";
import { DAY } from "./film";
import { type Keyed, keys } from "./keys";
import type { Words } from "./words";

/** What a presenter sees that the room does not: the notes, the answer, and what comes next. */
export interface Presenter {
  /** Opens the window, or closes it. Answers whether it may be open. */
  toggle: () => boolean;
  show: (moment: Moment) => void;
  close: () => void;
}

export interface Moment {
  chapters: Placed[];
  /** The chapter at which it stands; null: between chapters. */
  at: number | null;
  /** The chapter that comes next; null: none does. */
  next: number | null;
  revealed: boolean;
  playing: boolean;
  /** In minutes. */
  time: number;
}

interface Given {
  words: Words;
  name: string;
  days: number;
  open: () => Beside | null;
  /** The window was opened or closed. */
  changed: (open: boolean) => void;
  keys: Keyed;
}

/** How often it is looked whether the window is still there and still ours, and the clock goes on. */
const look = 250;

/** The presenter's view, in a window of its own that this page writes into. */
export function presenterOf({ words, name, days, open, changed, keys: does }: Given): Presenter {
  const day = element("strong", { "data-testid": "presenter-day" });
  const clock = element("time", { title: words.t("present.clock") });
  const number = element("p", { class: "presenter-number" });
  const caption = element("p", { class: "presenter-caption" });
  const question = element("p", { class: "presenter-question" });
  const answer = element("p", { class: "presenter-answer" });
  const note = element("p", { class: "presenter-note", "data-testid": "presenter-note", tabindex: 0 });
  const next = element("p", { "data-testid": "presenter-next" });
  const nextDay = element("p", { class: "presenter-number" });
  const nextNote = element("p", { class: "presenter-after" });
  const play = button("play", words.t("present.play"), () => does.toggle(), "presenter-play");
  const node = element(
    "main",
    { class: "player presenter", lang: words.locale, "data-testid": "presenter" },
    element("header", {}, element("h1", {}, name), day, clock),
    element(
      "section",
      { "aria-label": words.t("present.now") },
      element("h2", {}, words.t("present.now")),
      number,
      caption,
      question,
      answer,
      element("h2", {}, words.t("present.notes")),
      note,
    ),
    element(
      "aside",
      { "aria-label": words.t("present.then") },
      element("h2", {}, words.t("present.then")),
      nextDay,
      next,
      nextNote,
    ),
    element(
      "footer",
      {},
      button("previous", words.t("present.previousChapter"), () => does.chapter(-1), "presenter-previous"),
      play,
      button("next", words.t("present.nextChapter"), () => does.chapter(1), "presenter-forward"),
    ),
  );
  let beside: Beside | null = null;
  let begun = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let forget = () => {};

  /** Writes into the window, and again where the window has loaded its empty page once more. */
  const dress = () => {
    const written = beside?.window.document;
    if (!written?.body || node.ownerDocument === written) return;
    const root = document.documentElement;
    written.title = words.t("present.presenterTitle", { name });
    written.documentElement.lang = words.locale;
    Object.assign(written.documentElement.dataset, root.dataset);
    for (const style of document.querySelectorAll<HTMLElement>("style, link[rel=stylesheet]")) {
      const copy = style.cloneNode(true) as HTMLElement;
      // An empty page has no address that others could hang on.
      if (style instanceof HTMLLinkElement) copy.setAttribute("href", style.href);
      written.head.append(copy);
    }
    written.body.className = "presenter-body";
    written.body.replaceChildren(node);
    forget();
    forget = keys(node, { ...does, byChapter: () => true, close });
    node.querySelector<HTMLElement>("[data-testid=presenter-forward]")?.focus();
  };
  const gone = () => {
    clearInterval(timer);
    forget();
    beside = null;
    document.adoptNode(node);
    changed(false);
  };
  const tick = () => {
    if (!beside || beside.window.closed) return gone();
    dress();
    const seconds = Math.floor((performance.now() - begun) / 1000);
    write(clock, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  };
  function close() {
    const open = beside;
    if (!open) return;
    gone();
    open.close();
  }

  return {
    toggle() {
      if (beside) {
        close();
        return true;
      }
      beside = open();
      if (!beside) return false;
      begun = performance.now();
      timer = setInterval(tick, look);
      changed(true);
      tick();
      return true;
    },
    close,
    show({ chapters, at, next: after, revealed, playing, time }) {
      if (!beside) return;
      const here = at === null ? undefined : chapters[at];
      const coming = after === null ? undefined : chapters[after];
      const text = (of: Parameters<typeof said>[0]) => said(of, words.locale);
      write(day, words.t("present.dayOf", { day: Math.floor(time / DAY), days }));
      const count = words.number(chapters.length);
      write(
        number,
        at === null
          ? words.t("present.between")
          : words.t("present.chapterOf", { number: words.number(at + 1), count }),
      );
      write(caption, here ? text(here.chapter.caption) || words.t("present.untitled") : "");
      write(question, text(here?.chapter.question));
      write(answer, text(here?.chapter.answer));
      question.hidden = !question.textContent;
      answer.hidden = !answer.textContent;
      answer.toggleAttribute("data-shown", revealed);
      write(note, here ? text(here.chapter.note) || words.t("present.noNote") : "");
      write(
        next,
        coming
          ? text(coming.chapter.caption) || words.t("present.untitled")
          : words.t(chapters.length === 0 ? "present.noChapters" : "present.lastChapter"),
      );
      write(nextDay, coming ? words.t("present.day", { day: Math.floor(coming.minute / DAY) }) : "");
      write(nextNote, text(coming?.chapter.note));
      const label = words.t(playing ? "present.pause" : "present.play");
      if (play.getAttribute("aria-label") !== label) {
        play.setAttribute("aria-label", label);
        play.title = label;
        play.toggleAttribute("data-on", playing);
      }
    },
  };
}
