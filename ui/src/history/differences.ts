import { useWords } from "../canvas/words";
import type { FieldInfo, JourneyDifference, VersionSummary } from "../core/types";
import { actionOf, kindOf, useWindow } from "../core/window";
import { durationWords, units } from "../forms/time";
import { messageFor, type Speech, useSpeech } from "../i18n";
import { useNames } from "../panels/names";

type Named = NonNullable<JourneyDifference["node"]>;

interface DifferenceWords {
  /** What changed, without where: "wait 5 → 3 days". */
  change: (difference: JourneyDifference) => string;
  /** The node's label, or what it does; the journey itself. */
  place: (difference: JourneyDifference) => string;
  /** The first of them in one line: "wait 5 → 3 days; path VPs added". */
  line: (summary: VersionSummary) => string;
}

export function useDifferences(): DifferenceWords {
  const speech = useSpeech();
  const names = useNames();
  const words = useWords();
  const catalogue = useWindow((state) => state.catalogue);
  const { t } = speech;
  const doing = (node: Named) =>
    speech.text(actionOf(catalogue, node.action)?.name ?? kindOf(catalogue, node.kind)?.name) || node.kind;
  const title = (node: Named | null | undefined) => (node ? node.label || doing(node) : t("diff.journey"));

  const fieldOf = ({ node, key }: JourneyDifference): FieldInfo | undefined => {
    const info = actionOf(catalogue, node?.action) ?? kindOf(catalogue, node?.kind ?? "");
    return info?.fields.find((field) => field.key === key);
  };

  const change = (difference: JourneyDifference): string => {
    const { what, node, path, key, before, after } = difference;
    const way = path ? names.exit({ path: path.id, label: path.label ?? null }) : "";
    if (what === "rewired") {
      const end = (to: unknown) => (to ? title(to as Named) : t("canvas.end"));
      const params = { before: end(before), after: end(after), path: way };
      return t(path ? "diff.rewiredPath" : "diff.rewired", params);
    }
    if (what !== "changed") {
      if (path) return t(what === "added" ? "diff.pathAdded" : "diff.pathRemoved", { path: way });
      return t(`diff.${what}` as "diff.added", { what: node ? doing(node) : t("diff.journey") });
    }
    if (key === "disabled") return t(after === true ? "diff.off" : "diff.on");
    const field = fieldOf(difference);
    const own = messageFor("diff.key", key ?? "");
    // A wait is named by what it is.
    const name =
      node?.kind === "wait" && key === "for"
        ? doing(node)
        : own
          ? t(own)
          : speech.text(field?.name) || key || "";
    const label = lower(path ? t("diff.ofPath", { name, path: way }) : name, speech);
    const [from, to] = [before, after].map((value) => valueWords(value, key ?? "", field));
    const short = durations(speech, before, after);
    if (short) return t("diff.changed", { name: label, ...short });
    if (!from && !to) return t("diff.set", { name: label });
    return t("diff.changed", { name: label, before: from || t("diff.none"), after: to || t("diff.none") });
  };

  const valueWords = (value: unknown, key: string, field: FieldInfo | undefined): string => {
    if (value === null || value === undefined) return "";
    if (key === "action" && typeof value === "string")
      return speech.text(actionOf(catalogue, value)?.name) || value;
    if (key === "kind" && typeof value === "string")
      return speech.text(kindOf(catalogue, value)?.name) || value;
    if (key === "actions" && Array.isArray(value))
      return speech.list(
        value.map(
          ({ type }: { type?: string }) => speech.text(actionOf(catalogue, type)?.name) || type || "",
        ),
      );
    if (key === "condition") return words({ input: { type: "condition" } } as FieldInfo, value);
    if (key === "start" && value === "immediately") return t("header.start.now");
    if (["start", "end"].includes(key) && typeof value === "string") return speech.date(value);
    if (["percentage", "expectedShare"].includes(key) && typeof value === "number")
      return speech.percent(key === "percentage" ? value / 100 : value, 1);
    if (field) {
      const said = words(field, value);
      if (said) return said;
    }
    if (typeof value === "string")
      return key === "label" || key === "name" ? t("diff.quoted", { text: value }) : value;
    if (typeof value === "number") return speech.number(value, 2);
    if (typeof value === "boolean") return t(value ? "word.yes" : "word.no");
    return durationWords(speech, value);
  };

  return {
    change,
    place: ({ node }) => title(node),
    line: ({ differences, more }) => {
      const said = differences.map((one) =>
        one.node && (one.what === "added" || one.what === "removed") && !one.path && one.node.label
          ? t(one.what === "added" ? "diff.addedNamed" : "diff.removedNamed", { name: one.node.label })
          : change(one),
      );
      const all = more > 0 ? [...said, t("diff.more", { count: more })] : said;
      return all.join("; ");
    },
  };
}

function lower(text: string, { locale }: Speech): string {
  // A name that begins with two capitals is an abbreviation.
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/** Two durations of one unit name it once: 5 → 3 days. */
function durations(speech: Speech, before: unknown, after: unknown) {
  const unit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return null;
    const entries = Object.entries(value).filter(([, count]) => Number(count) > 0);
    const [only] = entries;
    return entries.length === 1 && only && (units as readonly string[]).includes(only[0]) ? only : null;
  };
  const [a, b] = [unit(before), unit(after)];
  if (!a || !b || a[0] !== b[0]) return null;
  return { before: speech.number(Number(a[1])), after: durationWords(speech, after) };
}
