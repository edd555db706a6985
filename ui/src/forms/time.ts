import type { Speech } from "../i18n";

export const units = ["minutes", "hours", "days", "weeks", "months"] as const;
export type Unit = (typeof units)[number];
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** `mustEndOn`: which moments a wait may end at. */
export interface EndOn {
  days?: string[] | null;
  time?: string | null;
  timeZone?: string | null;
}

export interface Timeout {
  after?: Partial<Record<Unit, number>>;
  at?: string;
  mustEndOn?: EndOn | null;
}

/** A duration in words: 1 week and 2 days. */
export function durationWords(speech: Speech, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const parts = units
    .map((unit) => [unit, Number((value as Record<string, unknown>)[unit] ?? 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => speech.t(`unit.${unit}`, { count }));
  return speech.list(parts);
}

/** A weekday's short name; 4 January 2027 was a Monday. */
export function dayName(speech: Speech, day: string, length: "short" | "narrow" | "long" = "short"): string {
  const index = weekdays.indexOf(day as (typeof weekdays)[number]);
  if (index < 0) return day;
  const date = new Date(Date.UTC(2027, 0, 4 + index));
  return new Intl.DateTimeFormat(speech.locale, { weekday: length, timeZone: "UTC" }).format(date);
}

export function endWords(speech: Speech, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { days, time } = value as EndOn;
  const names = days?.length
    ? speech.list(
        days.map((day) => dayName(speech, day)),
        "disjunction",
      )
    : speech.t("end.anyDay");
  return speech.t("end.words", { days: names, time: time ?? "00:00" });
}

export function timeoutWords(speech: Speech, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { after, at } = value as Timeout;
  return at ? speech.date(at) : durationWords(speech, after);
}
