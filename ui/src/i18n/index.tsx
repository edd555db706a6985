import type { ReactNode } from "react";
import { IntlProvider, useIntl } from "react-intl";
import type { Preferences, Text } from "../core/types";
import { useWindow } from "../core/window";
import { en } from "./en";
import { es } from "./es";

export type MessageId = keyof typeof en;
export type Locale = "en" | "es";
export type Values = Record<string, string | number | Date>;

export const catalogues: Record<Locale, Record<MessageId, string>> = { en, es };
/** What each language is called in itself. */
export const languages: Record<Locale, string> = { en: "English", es: "Español" };
/** Regions decide how numbers and dates are written. */
export const regions: Record<Locale, string> = { en: "en-US", es: "es-ES" };

/** The language to speak: the chosen one, or the system's, or English. */
export function localeOf(preference: Preferences["locale"], system = navigator.language): Locale {
  if (preference !== "system") return preference;
  return system.toLowerCase().startsWith("es") ? "es" : "en";
}

export function useLocale(): Locale {
  return useWindow((state) => localeOf(state.preferences.locale));
}

export function Translated({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <IntlProvider locale={regions[locale]} messages={catalogues[locale]} onError={fail}>
      {children}
    </IntlProvider>
  );
}

function fail(error: Error) {
  console.error(error.message);
}

/** Words and figures in the user's language. */
export interface Speech {
  locale: Locale;
  /** A message of the catalogue. */
  t: (id: MessageId, values?: Values) => string;
  /** A text that came in both languages. */
  text: (text: Text | undefined) => string;
  number: (value: number | null | undefined, digits?: number) => string;
  percent: (share: number | null | undefined, digits?: number) => string;
  /** A score of 0 to 100 as a percentage. */
  score: (points: number | null | undefined, digits?: number) => string;
  money: (amount: number | null | undefined, currency: string) => string;
  list: (items: string[], type?: "conjunction" | "disjunction") => string;
  date: (at: string | Date, style?: "short" | "medium") => string;
  /** How long ago it was: "3 hours ago"; for a glance, so it isn't kept up to date. */
  ago: (at: string) => string;
}

/** From the longest to the shortest, in seconds. */
const spans = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** Shown where a figure is undefined. */
const none = "–";

export function useSpeech(): Speech {
  const intl = useIntl();
  const locale: Locale = intl.locale.startsWith("es") ? "es" : "en";
  const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;
  const percent: Speech["percent"] = (share, digits = 0) =>
    known(share) ? intl.formatNumber(share, { style: "percent", maximumFractionDigits: digits }) : none;
  return {
    locale,
    t: (id, values) => intl.formatMessage({ id }, values),
    text: (text) => text?.[locale] ?? "",
    number: (value, digits = 0) =>
      known(value)
        ? intl.formatNumber(value, {
            // Of thousands nobody reads the tenths.
            maximumFractionDigits: Math.abs(value) < 1000 ? digits : 0,
            minimumFractionDigits: 0,
            useGrouping: true,
          })
        : none,
    percent,
    score: (points, digits) => percent(known(points) ? points / 100 : null, digits),
    money: (amount, currency) =>
      known(amount)
        ? intl.formatNumber(amount, {
            style: "currency",
            currency,
            // As other numbers; else Spanish groups only from ten thousand on.
            useGrouping: true,
            maximumFractionDigits: Math.abs(amount) < 100 ? 2 : 0,
          })
        : none,
    list: (items, type = "conjunction") => intl.formatList(items, { type }),
    date: (at, style = "medium") => intl.formatDate(at, { dateStyle: style, timeStyle: "short" }),
    ago: (at) => {
      const seconds = (new Date(at).getTime() - Date.now()) / 1000;
      const [unit, length] =
        spans.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
      // Less than a minute is now.
      const count = unit === "second" ? 0 : Math.trunc(seconds / length);
      return intl.formatRelativeTime(count, unit, { numeric: "auto" });
    },
  };
}

/** The message id `prefix.code` when the catalogue has it. */
export function messageFor(prefix: string, code: string): MessageId | null {
  const id = `${prefix}.${code}`;
  return id in en ? (id as MessageId) : null;
}
