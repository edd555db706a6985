import type { Beside } from "../core/host/host";
import type { Chapter, Playable } from "../core/types";
import { boardOf, filmed } from "./board";
import { captionsOf } from "./captions";
import { type Placed, placed, said } from "./chapters";
import { chooserOf } from "./chooser";
import { clock } from "./clock";
import { colours } from "./colours";
import { controlsOf } from "./controls";
import { button, element, write } from "./dom";
import { draw } from "./dots";
import { DAY, type Film, film, hereAt, nextEvent, previousEvent, titleOf } from "./film";
import { helpOf } from "./help";
import { type Keyed, keys } from "./keys";
import { presenterOf } from "./presenter";
import { sideOf } from "./side";
import type { Words } from "./words";

export interface Player {
  stop: () => void;
  /** The chapters were edited; the one of that place is gone to, if any. */
  setChapters: (chapters: Chapter[], show?: number | null) => void;
  time: () => number;
  seek: (time: number) => void;
  followed: () => number | null;
  follow: (account: number | null) => void;
  /** Marks the cards of a chapter that is being edited. */
  mark: (nodes: string[] | null) => void;
}

export interface Given {
  playable: Playable;
  words: Words;
  /** Opens a window beside this one, for the presenter. */
  beside: () => Beside | null;
  /** Without it there is nothing to close. */
  close?: () => void;
  /** A card was clicked. */
  chosen?: (node: string) => void;
  /** Further things for the head. */
  head?: HTMLElement[];
  /** Where it begins, as it was before another language was chosen. */
  at?: number;
}

/** Puts a player into a place. Everything that it shows hangs on the time alone. */
export function player(place: HTMLElement, given: Given): Player {
  const { playable, words } = given;
  const { playing } = playable;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const films = new Map<number, Film>();
  let chapters: Placed[] = placed(playable.chapters, playing);
  let at: number | null = null;
  let revealed = false;
  let followed: number | null = null;
  /** Whether a chapter has chosen the account that is followed. */
  let led = false;
  let marking: string[] | null = null;

  /** At high speed a step takes longer in the film, so that it can still be seen. */
  const filmAt = (speed: number): Film => {
    const travel = still.matches ? 0 : 0.6 * DAY * Math.sqrt(Math.max(1, speed));
    const known = films.get(travel);
    if (known) return known;
    const made = film(playing, travel);
    films.set(travel, made);
    return made;
  };

  const board = boardOf({
    playing,
    changed: () => paint(),
    still: () => still.matches,
    captions: () => (chapters.length > 0 ? Number.parseFloat(getComputedStyle(place).fontSize) * 5.5 : 0),
    ...(given.chosen ? { chosen: given.chosen } : {}),
  });
  const context = board.canvas.getContext("2d");
  const side = sideOf(playing, words);
  const time = clock({
    length: playing.days * DAY,
    stops: () => chapters.map(({ minute }) => minute),
    steps: () => still.matches,
    changed: (state, frame) => {
      if (!frame) arrive();
      controls.show(state);
      presenter.show(moment());
      paint();
    },
  });
  const toChapter = (by: 1 | -1) => {
    const now = time.state.time;
    if (by > 0 && at !== null && chapters[at]?.chapter.question && !revealed) return reveal();
    const later =
      at !== null ? at + by : by > 0 ? chapters.findIndex(({ minute }) => minute > now) : lastBefore(now);
    const next = chapters[later];
    if (!next || later < 0) return;
    time.pause();
    enter(later);
  };
  const lastBefore = (now: number) =>
    chapters.reduce((found, { minute }, index) => (minute < now ? index : found), -1);
  const enter = (index: number) => {
    at = index;
    revealed = false;
    time.seek(chapters[index]?.minute ?? 0);
  };
  const reveal = () => {
    revealed = true;
    captions.show(chapters, at, revealed);
    presenter.show(moment());
    place.querySelector<HTMLElement>("[data-testid=play]")?.focus();
  };
  const captions = captionsOf(words, reveal, () => toChapter(1));
  /** Goes to a time by itself: of several chapters there the first is shown. */
  const seek = (to: number) => {
    at = null;
    time.seek(to);
  };
  const does = {
    toggle: () => {
      if (time.state.playing) return time.pause();
      // Several chapters of one moment follow each other.
      const next = at === null ? undefined : chapters[at + 1];
      if (at !== null && next?.minute === time.state.time) enter(at + 1);
      else time.play();
    },
    seek,
    speed: time.setSpeed,
    day: (by: 1 | -1) => {
      const now = time.state.time / DAY;
      time.seek((by > 0 ? Math.floor(now) + 1 : Math.ceil(now) - 1) * DAY);
    },
    event: (by: 1 | -1) => {
      const of = filmAt(time.state.speed);
      time.seek(by > 0 ? nextEvent(of, time.state.time) : previousEvent(of, time.state.time));
    },
    chapter: toChapter,
  };
  const controls = controlsOf(playing.days, words, does);
  const chooser = chooserOf(playable, words, (account) => {
    led = false;
    follow(account);
  });
  const full = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen?.().catch(() => {});
  };
  const notes = () => {
    captions.notes.hidden = !captions.notes.hidden;
    noteButton.setAttribute("aria-pressed", String(!captions.notes.hidden));
    board.fit();
  };
  const larger = () => {
    place.toggleAttribute("data-large");
    board.fit();
  };
  const beside = () => {
    if (presenter.toggle()) return presenter.show(moment());
    // Where no window may be opened, the notes stand beside the board.
    if (captions.notes.hidden) notes();
    write(spoken, words.t("present.refused"));
  };
  const explained = helpOf(words);
  const noteButton = button("notes", words.t("present.notes"), notes, "toggle-notes");
  noteButton.setAttribute("aria-pressed", "false");
  const besideButton = button("beside", words.t("present.presenter"), beside, "toggle-presenter");
  besideButton.setAttribute("aria-pressed", "false");
  const sampled =
    playing.of > playing.accounts.length
      ? ` · ${words.t("present.sampled", { shown: words.number(playing.accounts.length), all: words.number(playing.of) })}`
      : "";
  const head = element(
    "header",
    { class: "play-head" },
    element(
      "div",
      { class: "play-title" },
      element(given.close ? "h2" : "h1", {}, playing.name),
      element(
        "span",
        {},
        words.t("present.run", { scenario: playing.scenario, seed: playing.seed }) + sampled,
      ),
    ),
    chooser.node,
    ...(given.head ?? []),
    button("minus", words.t("present.zoomOut"), () => board.zoom(1 / 1.25), "zoom-out"),
    button("whole", words.t("present.whole"), board.whole, "zoom-whole"),
    button("plus", words.t("present.zoomIn"), () => board.zoom(1.25), "zoom-in"),
    button("larger", words.t("present.larger"), larger, "larger"),
    noteButton,
    besideButton,
    explained.button,
    button("full", words.t("present.full"), full, "full"),
    ...(given.close ? [button("close", words.t("present.close"), given.close, "close-present")] : []),
  );
  const spoken = element("p", { class: "unseen", "aria-live": "polite", "data-testid": "spoken" });
  const middle = element("div", { class: "play-middle" }, board.node, captions.node, explained.node);
  const keyed: Keyed = {
    ...does,
    faster: time.faster,
    end: () => time.seek(playing.days * DAY),
    start: () => seek(0),
    reveal: () => {
      if (at !== null && !revealed && chapters[at]?.chapter.question) reveal();
    },
    full,
    notes,
    beside,
    larger,
    help: explained.toggle,
    zoom: board.zoom,
    pan: board.pan,
    whole: board.whole,
    byChapter: () => document.fullscreenElement !== null && chapters.length > 0,
    close: () => given.close?.(),
  };
  const presenter = presenterOf({
    words,
    name: playing.name,
    days: playing.days,
    open: given.beside,
    changed: (open) => besideButton.setAttribute("aria-pressed", String(open)),
    keys: keyed,
  });
  /** What whoever presents is shown. */
  const moment = () => {
    const { time: now, playing } = time.state;
    const coming = at !== null ? at + 1 : chapters.findIndex(({ minute }) => minute > now);
    return { chapters, at, next: chapters[coming] ? coming : null, revealed, playing, time: now };
  };
  place.classList.add("player");
  place.replaceChildren(
    head,
    element("div", { class: "play-body" }, middle, captions.notes, side.node),
    controls.node,
    spoken,
  );
  board.speak(words);
  controls.chapters(chapters);

  /** Which chapter this is, once the time stands still or is another one. */
  function arrive() {
    const now = time.state.time;
    const here = at !== null && chapters[at]?.minute === now;
    if (!here) {
      const found = chapters.findIndex(({ minute }) => minute === now);
      at = found < 0 ? null : found;
      revealed = false;
    }
    // While it plays on, nothing is left of the chapter.
    if (time.state.playing && at !== null) at = null;
    const chapter = at === null ? undefined : chapters[at]?.chapter;
    if (chapter) {
      const account = playing.accounts.findIndex(({ key }) => key === chapter.follow);
      // Whom a chapter follows is followed until the next one; whom the user follows, until the user chooses otherwise.
      if (account >= 0 || led) follow(account >= 0 ? account : null);
      led = account >= 0;
    }
    if (!marking) board.highlight(chapter?.highlight ?? [], true);
    captions.show(chapters, at, revealed);
    if (!time.state.playing) speak();
  }

  /** For screen readers: the moment in words, when it stands still. */
  function speak() {
    const of = filmAt(time.state.speed);
    const cards = playing.board.cards
      .map((card, index) => ({ card, count: hereAt(of, index, time.state.time) }))
      .filter(({ count }) => count > 0)
      .map(({ card, count }) =>
        words.t("present.cardNow", { card: titleOf(card, words.locale), count: words.number(count) }),
      );
    const day = words.t("present.dayOf", { day: Math.floor(time.state.time / DAY), days: playing.days });
    write(
      spoken,
      [day, said(at === null ? null : chapters[at]?.chapter.caption, words.locale), ...cards].join(". "),
    );
  }

  function paint() {
    if (!context) return;
    const of = filmAt(time.state.speed);
    draw(context, filmed(board, of), board.view, time.state.time, followed, colours(place), words.number);
    side.show(of, time.state.time, followed);
  }

  function follow(account: number | null) {
    if (account === followed) return;
    followed = account;
    chooser.choose(account);
    paint();
  }

  const watch = new ResizeObserver(() => board.fit());
  watch.observe(board.node);
  const forget = keys(place, keyed);
  time.seek(given.at ?? 0);
  return {
    stop() {
      time.stop();
      watch.disconnect();
      forget();
      presenter.close();
    },
    setChapters(next, show) {
      chapters = placed(next, playing);
      controls.chapters(chapters);
      const index = chapters.findIndex((one) => one.index === show);
      if (index >= 0) return enter(index);
      at = null;
      time.seek(time.state.time);
    },
    time: () => time.state.time,
    seek: time.seek,
    followed: () => followed,
    follow,
    mark(nodes) {
      marking = nodes;
      board.highlight(nodes ?? [], false);
    },
  };
}
