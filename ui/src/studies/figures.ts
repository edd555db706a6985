import { useWindow } from "../core/window";
import { messageFor, useSpeech } from "../i18n";
import { useNames } from "../panels/names";

/** How a figure of the report is written; a share goes to 1, a percentage to 100. */
export type FigureUnit = "count" | "share" | "percentage" | "money" | "days" | "score";

interface FigureInfo {
  key: string;
  unit: FigureUnit;
  /** Whether each solution interest has its own. */
  ofInterest: boolean;
  /** Whether a goal may name a day for it. */
  byDay: boolean;
}

/** The figures that goals, comparisons and searches are about. */
export const figures: FigureInfo[] = [
  { key: "salesReadyShare", unit: "share", ofInterest: true, byDay: true },
  { key: "salesReady", unit: "count", ofInterest: true, byDay: true },
  { key: "completenessEnd", unit: "percentage", ofInterest: true, byDay: false },
  { key: "engagementEnd", unit: "score", ofInterest: true, byDay: false },
  { key: "medianDaysToReady", unit: "days", ofInterest: true, byDay: false },
  { key: "summary.cost", unit: "money", ofInterest: false, byDay: true },
  { key: "summary.costPerReadyGroup", unit: "money", ofInterest: false, byDay: false },
  { key: "summary.costPerLead", unit: "money", ofInterest: false, byDay: false },
  { key: "summary.newPeople", unit: "count", ofInterest: false, byDay: true },
  { key: "summary.entered", unit: "count", ofInterest: false, byDay: false },
  { key: "summary.finished", unit: "count", ofInterest: false, byDay: false },
];

export const figureOf = (key: string) => figures.find((of) => of.key === key);

/** A path of the report taken apart: `solutionInterests[si].salesReady`, `daily[30].groups[si].salesReady`. */
export function parted(path: string): { key: string; interest: string | null; day: number | null } {
  const interest = /^solutionInterests\[([^\]]+)\]\.(\w+)$/.exec(path);
  if (interest?.[1] && interest[2]) return { key: interest[2], interest: interest[1], day: null };
  const day = /^daily\[(\d+)\]\.(?:groups\[([^\]]+)\]\.)?(\w+)$/.exec(path);
  if (day?.[3]) {
    const key = day[2] ? day[3] : `summary.${day[3]}`;
    return { key, interest: day[2] ?? null, day: Number(day[1]) };
  }
  return { key: path, interest: null, day: null };
}

export const pathOf = (key: string, interest: string | null) =>
  interest === null ? key : `solutionInterests[${interest}].${key}`;

/** Names of figures and their values, in words. */
export function useFigureWords() {
  const speech = useSpeech();
  const names = useNames();
  const { t } = speech;
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  const several = (useWindow((state) => state.start?.references.solutionInterest.length) ?? 0) > 1;
  const plain = (key: string) => {
    const id = messageFor("figureName", key);
    return id ? t(id) : key;
  };
  const name = (path: string) => {
    const { key, interest, day } = parted(path);
    const of =
      interest && several ? `${plain(key)} (${names.reference("solutionInterest", interest)})` : plain(key);
    return day === null ? of : t("figureName.onDay", { figure: of, day });
  };
  const unitOf = (path: string): FigureUnit => figureOf(parted(path).key)?.unit ?? "count";
  const value = (unit: FigureUnit, amount: number | null | undefined): string => {
    switch (unit) {
      case "share":
        return speech.percent(amount, 1);
      case "percentage":
        return speech.score(amount, 1);
      case "money":
        return speech.money(amount, currency);
      case "days":
        return amount === null || amount === undefined
          ? "–"
          : t("figureName.days", { days: speech.number(amount, 1) });
      case "score":
      case "count":
        return speech.number(amount, 1);
    }
  };
  /** A difference; that of two shares or percentages is in points. */
  const by = (unit: FigureUnit, amount: number | null | undefined) => {
    const whole = unit === "share" ? 100 : unit === "percentage" ? 1 : null;
    return whole !== null && typeof amount === "number"
      ? t("figureName.points", { points: speech.number(amount * whole, 1) })
      : value(unit, amount);
  };
  const signed = (unit: FigureUnit, amount: number | null | undefined) =>
    (amount ?? 0) > 0 ? `+${by(unit, amount)}` : by(unit, amount);
  return { name, plain, unitOf, value, by, signed, currency };
}
