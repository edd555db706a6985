import { present as en } from "../i18n/en/present";
import { present as es } from "../i18n/es/present";

export type Locale = "en" | "es";
export type WordId = keyof typeof en;

/** Words and figures of one language, without the kit that the window uses for its forms. */
export interface Words {
  locale: Locale;
  t: (id: WordId, values?: Record<string, string | number>) => string;
  number: (value: number, digits?: number) => string;
  percent: (share: number) => string;
  money: (amount: number, currency: string) => string;
  date: (at: Date) => string;
}

const catalogues: Record<Locale, Record<WordId, string>> = { en, es };
const regions: Record<Locale, string> = { en: "en-US", es: "es-ES" };

export function wordsOf(locale: Locale): Words {
  const region = regions[locale];
  const plain = [0, 1, 2].map((digits) => new Intl.NumberFormat(region, { maximumFractionDigits: digits }));
  const percent = new Intl.NumberFormat(region, { style: "percent", maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(region, { dateStyle: "medium", timeZone: "UTC" });
  return {
    locale,
    t: (id, values = {}) =>
      catalogues[locale][id].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    number: (value, digits = 0) => (plain[digits] ?? new Intl.NumberFormat(region)).format(value),
    percent: (share) => percent.format(share),
    money(amount, currency) {
      try {
        return new Intl.NumberFormat(region, {
          style: "currency",
          currency,
          maximumFractionDigits: 0,
        }).format(amount);
      } catch {
        // A scenario may name any currency.
        return `${plain[0]?.format(amount) ?? amount} ${currency}`;
      }
    },
    date: (at) => day.format(at),
  };
}
