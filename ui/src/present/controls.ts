import type { Placed } from "./chapters";
import { said } from "./chapters";
import { type ClockState, speeds } from "./clock";
import { button, element, glyph, write } from "./dom";
import { DAY } from "./film";
import type { Words } from "./words";

export interface Controls {
  node: HTMLElement;
  show: (state: ClockState) => void;
  chapters: (all: Placed[]) => void;
}

export interface Does {
  toggle: () => void;
  seek: (time: number) => void;
  speed: (speed: number) => void;
  day: (by: 1 | -1) => void;
  event: (by: 1 | -1) => void;
  chapter: (by: 1 | -1) => void;
}

/** The bar below: play, steps, the time, the speed. */
export function controlsOf(days: number, words: Words, does: Does): Controls {
  const length = days * DAY;
  const play = button("play", words.t("present.play"), does.toggle, "play");
  play.classList.add("play-main");
  const slider = element("input", {
    type: "range",
    min: 0,
    max: length,
    step: 30,
    value: 0,
    "aria-label": words.t("present.time"),
    "data-testid": "scrub",
  });
  slider.addEventListener("input", () => does.seek(Number(slider.value)));
  const ticks = element("div", { class: "play-ticks", "aria-hidden": "true" });
  const speed = element(
    "select",
    { "aria-label": words.t("present.speed"), title: words.t("present.speed"), "data-testid": "speed" },
    ...speeds.map((value) => element("option", { value }, `${words.number(value, 1)}×`)),
  );
  speed.addEventListener("change", () => does.speed(Number(speed.value)));
  const day = element("span", { class: "play-dayof", "data-testid": "dayof" });
  const step = (name: Parameters<typeof button>[0], label: Parameters<Words["t"]>[0], run: () => void) =>
    button(name, words.t(label), run, name);
  const steps = element(
    "div",
    { class: "play-steps" },
    step("toStart", "present.toStart", () => does.seek(0)),
    step("eventBack", "present.eventBack", () => does.event(-1)),
    step("dayBack", "present.dayBack", () => does.day(-1)),
    play,
    step("dayOn", "present.dayOn", () => does.day(1)),
    step("eventOn", "present.eventOn", () => does.event(1)),
    step("toEnd", "present.toEnd", () => does.seek(length)),
  );
  const chapterBack = step("previous", "present.previousChapter", () => does.chapter(-1));
  const chapterOn = step("next", "present.nextChapter", () => does.chapter(1));
  const node = element(
    "div",
    { class: "play-controls" },
    steps,
    element("div", { class: "play-steps", "data-chapters": true }, chapterBack, chapterOn),
    element("div", { class: "play-scrub" }, ticks, slider),
    day,
    speed,
  );
  let playing = false;
  return {
    node,
    show(state) {
      const number = Math.floor(state.time / DAY);
      const text = words.t("present.dayOf", { day: number, days });
      if (day.textContent !== text) {
        write(day, text);
        slider.setAttribute("aria-valuetext", text);
      }
      slider.value = String(state.time);
      slider.style.setProperty("--done", `${(state.time / length) * 100}%`);
      if (speed.value !== String(state.speed)) speed.value = String(state.speed);
      if (playing === state.playing) return;
      playing = state.playing;
      const label = words.t(playing ? "present.pause" : "present.play");
      play.replaceChildren(glyph(playing ? "pause" : "play"));
      play.setAttribute("aria-label", label);
      play.title = label;
    },
    chapters(all) {
      chapterBack.disabled = all.length === 0;
      chapterOn.disabled = all.length === 0;
      ticks.replaceChildren(
        ...all.map(({ minute, chapter }) => {
          const tick = element("span", { title: said(chapter.caption, words.locale) });
          tick.style.left = `${(minute / length) * 100}%`;
          return tick;
        }),
      );
    },
  };
}
