import type { Playing } from "../core/types";
import { element } from "./dom";
import { DAY, upTo } from "./film";
import type { Words } from "./words";

export interface Follow {
  node: HTMLElement;
  show: (account: number | null, time: number) => void;
}

/** So many lines of the story are shown at once; the newest is the last. */
const lines = 200;

/** One account: its groups role by role, its people, its story. Written anew only where something has changed. */
export function followOf(playing: Playing, words: Words): Follow {
  const node = element("section", { class: "play-follow", "data-testid": "follow" });
  let shown = "";
  return {
    node,
    show(account, time) {
      if (account === null) {
        node.hidden = true;
        shown = "";
        return;
      }
      const story = storyAt(playing, account, time);
      const held = heldAt(playing, account, time);
      const key = `${account} ${story.to} ${held.changes}`;
      if (key === shown) return;
      shown = key;
      node.hidden = false;
      node.replaceChildren(...contents(playing, words, account, held.of, story, time));
      const list = node.querySelector(".play-story");
      if (list) list.scrollTop = list.scrollHeight;
    },
  };
}

interface Held {
  interest: number;
  role: number;
  person: number;
}

/** Who of an account holds which role. */
export function heldAt({ fills }: Playing, account: number, time: number): { of: Held[]; changes: number } {
  const of: Held[] = [];
  let changes = 0;
  for (let row = 0; row < fills.minute.length; row += 1) {
    if ((fills.minute[row] ?? 0) > time) break;
    if (fills.account[row] !== account) continue;
    changes += 1;
    const held = {
      interest: fills.interest[row] ?? 0,
      role: fills.role[row] ?? 0,
      person: fills.person[row] ?? 0,
    };
    if ((fills.change[row] ?? 0) > 0) of.push(held);
    else {
      const at = of.findIndex(
        (one) => one.interest === held.interest && one.role === held.role && one.person === held.person,
      );
      if (at >= 0) of.splice(at, 1);
    }
  }
  return { of, changes };
}

/** The rows of an account's story until a time. */
export function storyAt({ stories }: Playing, account: number, time: number): { from: number; to: number } {
  const from = stories.from[account] ?? 0;
  const end = stories.from[account + 1] ?? from;
  return { from, to: from + upTo(stories.minute.slice(from, end), time) };
}

/** A line of a story in words. */
export function sentenceOf(playing: Playing, words: Words, account: number, row: number): string {
  const { stories, sentences } = playing;
  const text = sentences[stories.sentence[row] ?? 0]?.[words.locale] ?? "";
  const person = stories.person[row] ?? -1;
  const said = person < 0 ? text : text.replace("{person}", personOf(playing, words, account, person));
  return said.charAt(0).toLocaleUpperCase(words.locale) + said.slice(1);
}

/** The lines of a story, those that say the same of several people in one minute only once. */
export function together({ stories }: Playing, from: number, to: number): { row: number; more: number }[] {
  const all: { row: number; more: number }[] = [];
  const known = new Map<string, { row: number; more: number }>();
  for (let row = from; row < to; row += 1) {
    const key = `${stories.minute[row]} ${stories.sentence[row]}`;
    const same = known.get(key);
    if (same) same.more += 1;
    else {
      const line = { row, more: 0 };
      known.set(key, line);
      all.push(line);
    }
  }
  return all;
}

function personOf({ accounts }: Playing, words: Words, account: number, person: number): string {
  const of = accounts[account]?.people[person];
  if (!of) return "";
  return of.name || words.t("present.foundPerson", { title: of.title || "–" });
}

function contents(
  playing: Playing,
  words: Words,
  account: number,
  held: Held[],
  story: { from: number; to: number },
  time: number,
): HTMLElement[] {
  const of = playing.accounts[account];
  const groups = playing.interests.map((interest, index) => {
    const rows = interest.roles.map((role, number) => {
      const people = held.filter((one) => one.interest === index && one.role === number);
      const full = people.length >= role.membersRequired;
      const names = people.map(({ person }) => personOf(playing, words, account, person)).join(", ");
      return element(
        "li",
        { "data-full": full, "data-missing": role.required && !full },
        element("span", {}, role.name),
        element("b", {}, names || (role.required ? words.t("present.missing") : "–")),
      );
    });
    return element(
      "div",
      { class: "play-group" },
      element("h3", {}, words.t("present.group", { interest: interest.name })),
      element("ul", {}, ...rows),
    );
  });
  const people = (of?.people ?? []).filter(({ found }) => found === null || found <= time);
  const names = people.map((person) =>
    element(
      "li",
      {},
      person.name
        ? `${person.name}, ${person.title || "–"}`
        : words.t("present.foundPerson", { title: person.title || "–" }),
    ),
  );
  const rows = together(playing, Math.max(story.from, story.to - lines), story.to).map(({ row, more }) => {
    const day = Math.floor((playing.stories.minute[row] ?? 0) / DAY);
    const text = sentenceOf(playing, words, account, row);
    const others = more > 0 ? ` (${words.t("present.andMore", { count: more })})` : "";
    return element(
      "li",
      {},
      element("time", {}, words.t("present.day", { day })),
      element("span", {}, text + others),
    );
  });
  const told =
    rows.length > 0
      ? element("ol", { class: "play-story", tabindex: 0, "aria-label": words.t("present.story") }, ...rows)
      : element("p", {}, words.t("present.noStory"));
  return [
    element("h2", {}, of?.name ?? ""),
    ...groups,
    element(
      "details",
      {},
      element("summary", {}, `${words.t("present.people")} (${words.number(people.length)})`),
      element("ul", { class: "play-people" }, ...names),
    ),
    element("h3", {}, words.t("present.story")),
    told,
  ];
}
