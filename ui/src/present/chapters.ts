import type { Chapter, Playing, Stop, Told } from "../core/types";
import { DAY } from "./film";

/** A chapter at its time. */
export interface Placed {
  chapter: Chapter;
  /** Its place in the list that is edited. */
  index: number;
  minute: number;
}

/** When a stop is, in minutes; null where what it waits for never happens. */
export function minuteOf(stop: Stop, playing: Playing): number | null {
  const { moves, ready, board, days, accounts } = playing;
  if ("day" in stop) return stop.day <= days ? stop.day * DAY : null;
  if ("first" in stop) {
    // What is ready from the beginning has not become so.
    if (stop.first === "ready") return ready.minute.find((minute) => minute > 0) ?? ready.minute[0] ?? null;
    const row = moves.edge.findIndex((edge) => board.edges[edge]?.path === "timeout");
    return row < 0 ? null : (moves.minute[row] ?? null);
  }
  const { node, account } = stop.reaches;
  const card = board.cards.findIndex(({ id }) => id === node);
  const own = account ? accounts.findIndex(({ key }) => key === account) : -1;
  if (card < 0 || (account && own < 0)) return null;
  const row = moves.edge.findIndex(
    (edge, at) => board.edges[edge]?.to === card && (own < 0 || moves.account[at] === own),
  );
  return row < 0 ? null : (moves.minute[row] ?? null);
}

/** The chapters that happen, in the order of time. */
export function placed(chapters: Chapter[], playing: Playing): Placed[] {
  const all: Placed[] = [];
  chapters.forEach((chapter, index) => {
    const minute = minuteOf(chapter.stop, playing);
    if (minute !== null) all.push({ chapter, index, minute });
  });
  return all.sort((a, b) => a.minute - b.minute || a.index - b.index);
}

/** A text in the wanted language, or in the other one. */
export function said(told: Told | null | undefined, locale: "en" | "es"): string {
  const other = locale === "en" ? "es" : "en";
  return told?.[locale]?.trim() || told?.[other]?.trim() || "";
}
