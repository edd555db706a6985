import type { Unit } from "../core/types";
import type { Speech } from "../i18n";

/** A number with its unit, in words. */
export function valueWords(speech: Speech, unit: Unit, value: number, currency: string): string {
  switch (unit) {
    case "share":
      return speech.percent(value, 2);
    case "price":
      return speech.money(value, currency);
    case "minutes":
      return speech.t("assumptions.minutes", { value: speech.number(value, 1) });
    default:
      return speech.number(value, 4);
  }
}

/** How a field writes numbers of a unit. A currency that is none has no sign of its own. */
export function formatOf(unit: Unit, currency: string): Intl.NumberFormatOptions {
  if (unit === "share") return { style: "percent", maximumFractionDigits: 2 };
  if (unit === "price" && /^[A-Za-z]{3}$/.test(currency))
    return { style: "currency", currency, maximumFractionDigits: 3 };
  return { maximumFractionDigits: 4 };
}
