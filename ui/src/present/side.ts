import type { Playing } from "../core/types";
import { type Course, courseOf } from "./course";
import { element, write } from "./dom";
import { byDay, DAY, type Film, insideAt, shareAt, upTo } from "./film";
import { followOf } from "./follow";
import type { Words } from "./words";

export interface Side {
  node: HTMLElement;
  show: (film: Film, time: number, followed: number | null) => void;
}

/** For half a day a role that somebody has come into shines. */
const shine = DAY / 2;

/** What stands beside the board: the day, the counters, the roles as they fill, the curve, the account that is followed. */
export function sideOf(playing: Playing, words: Words): Side {
  const day = element("strong", { class: "play-day" });
  const date = element("span", { class: "play-date" });
  const starts = Date.parse(`${playing.starts}T00:00:00Z`);
  const counters = {
    ready: counter(words.t("present.ready")),
    cost: counter(words.t("present.cost")),
    found: counter(words.t("present.found")),
    here: counter(words.t("present.here")),
  };
  const groups = playing.interests.reduce((sum, of) => sum + of.groups, 0);
  const interests = playing.interests.map((interest, index) => rolesOf(playing, index, words, interest.name));
  const course: Course = courseOf(playing, words);
  const follow = followOf(playing, words);
  const node = element(
    "aside",
    { class: "play-side", "aria-label": words.t("present.roles") },
    element("div", { class: "play-when" }, day, date),
    element("dl", { class: "play-counters" }, ...Object.values(counters).map((of) => of.node)),
    ...interests.map((of) => of.node),
    course.node,
    follow.node,
  );
  return {
    node,
    show(film, time, followed) {
      const number = Math.floor(time / DAY);
      write(day, words.t("present.day", { day: number }));
      write(date, words.date(new Date(starts + number * DAY * 60_000)));
      const ready = film.ready.reduce((sum, times) => sum + upTo(times, time), 0);
      write(
        counters.ready.value,
        words.t("present.readyOf", { ready: words.number(ready), groups: words.number(groups) }),
      );
      write(counters.cost.value, words.money(byDay(playing.cost, time) ?? 0, playing.currency));
      write(counters.found.value, words.number(Math.floor(byDay(playing.found, time) ?? 0)));
      write(counters.here.value, words.number(insideAt(film, time)));
      for (const of of interests) of.show(film, time);
      node.toggleAttribute("data-following", followed !== null);
      if (followed === null) course.show(time);
      follow.show(followed, time);
    },
  };
}

function counter(name: string) {
  const value = element("dd");
  return { value, node: element("div", {}, element("dt", {}, name), value) };
}

function rolesOf(playing: Playing, interest: number, words: Words, name: string) {
  const roles = playing.interests[interest]?.roles ?? [];
  const rows = roles.map((role) => {
    const bar = element("span", { class: "play-bar", "aria-hidden": "true" }, element("span"));
    const percent = element("b");
    const node = element(
      "li",
      {},
      element(
        "span",
        { class: "play-role" },
        role.name,
        ...(role.required ? [element("i", { title: words.t("present.required") }, " *")] : []),
      ),
      bar,
      percent,
    );
    return { node, bar: bar.firstElementChild as HTMLElement, percent };
  });
  const node = element(
    "section",
    { class: "play-roles" },
    element("h2", {}, name),
    element("ul", {}, ...rows.map((row) => row.node)),
  );
  return {
    node,
    show(film: Film, time: number) {
      rows.forEach(({ node: row, bar, percent }, role) => {
        const course = film.roles[interest]?.[role];
        if (!course) return;
        const share = shareAt(course, time);
        const last = course.minutes[upTo(course.minutes, time) - 1] ?? Number.NEGATIVE_INFINITY;
        bar.style.transform = `scaleX(${share})`;
        write(percent, words.percent(share));
        row.toggleAttribute("data-lit", last > 0 && time - last < shine);
        row.toggleAttribute("data-full", share > 0.995);
      });
    },
  };
}
