import { ActionButton } from "@react-spectrum/s2";
import { useMemo, useRef } from "react";
import { type Curve, curves } from "../../charts/curves";
import { Figure } from "../../charts/Figure";
import { compareFromHere, useLive, useStaleMark } from "../../core/live";
import type { LiveGroups, LiveView } from "../../core/types";
import { useWindow } from "../../core/window";
import { type Speech, useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";
import { useNames } from "../names";
import { useFailureSentence } from "../sentences";
import { useThreshold } from "./threshold";

/** What the last edit did: the figures with their change, the curves over a ghost of what was before. */
export function LiveTab() {
  const { t } = useSpeech();
  const shown = useRef<HTMLDivElement>(null);
  const any = useLive((state) => state.view !== null);
  useStaleMark(shown);
  return (
    <div className="fill live" ref={shown}>
      <div className="live-side">
        <Figures />
        {any ? (
          <ActionButton size="S" onPress={() => void compareFromHere()} data-testid="live-anew">
            {t("live.anew")}
          </ActionButton>
        ) : null}
      </div>
      <Pictures />
    </div>
  );
}

/** In one line: how many groups are ready and what it costs, with the change. */
export function LiveWords() {
  const speech = useSpeech();
  const { t, number } = speech;
  const sentence = useFailureSentence();
  const view = useLive((state) => state.view);
  const failure = useLive((state) => state.failure);
  const figures = useFigures(view);
  const shown = useRef<HTMLSpanElement>(null);
  useStaleMark(shown);
  if (failure) return <span>{t("live.stopped", { message: sentence(failure) })}</span>;
  if (!view || !figures) return <span>{t("live.waiting")}</span>;
  const [ready, , cost] = figures;
  const sample = { accounts: number(view.accounts), of: number(view.of) };
  return (
    <span ref={shown} data-testid="live-words">
      <b>
        {t("live.words", {
          ready: ready?.now ?? "",
          readyChange: ready?.change ?? "",
          cost: cost?.now ?? "",
          costChange: cost?.change ?? "",
        })}
      </b>{" "}
      · {t(view.accounts === view.of ? "live.all" : "live.about", sample)}
    </span>
  );
}

interface KeyFigure {
  id: string;
  name: string;
  was: string;
  now: string;
  change: string;
}

/** Ready groups, completeness at the end and cost, each before and now. */
function useFigures(view: LiveView | null): KeyFigure[] | null {
  const speech = useSpeech();
  const { t, number, score, money } = speech;
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  if (!view) return null;
  const { numbers, since } = view;
  const end = (groups: LiveGroups[]) => mean(groups.map((of) => of.completeness.at(-1) ?? null));
  const complete = end(numbers.groups);
  const completeBefore = end(since.groups);
  const points = complete === null || completeBefore === null ? 0 : complete - completeBefore;
  return [
    {
      id: "ready",
      name: t("live.ready"),
      was: number(numbers.ready - since.ready),
      now: number(numbers.ready),
      change: signed(speech, since.ready, 0),
    },
    {
      id: "completeness",
      name: t("live.completeness"),
      was: score(completeBefore, 1),
      now: score(complete, 1),
      change: signed(speech, points, 1),
    },
    {
      id: "cost",
      name: t("live.cost"),
      was: money(numbers.cost - since.cost, currency),
      now: money(numbers.cost, currency),
      change: share(speech, since.costShare, since.cost, currency),
    },
  ];
}

function mean(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Such as "+9"; nothing changed is said in words. */
function signed({ t, number }: Speech, value: number, digits: number): string {
  const text = number(value, digits);
  if (/^[-−]?0$/.test(text)) return t("live.same");
  return value > 0 ? `+${text}` : text;
}

function share(speech: Speech, part: number | null, amount: number, currency: string): string {
  if (amount === 0) return speech.t("live.same");
  const text =
    part === null ? speech.money(amount, currency) : speech.percent(part, Math.abs(part) < 0.1 ? 1 : 0);
  return amount > 0 ? `+${text}` : text;
}

function Figures() {
  const { t } = useSpeech();
  const view = useLive((state) => state.view);
  const blocked = useLive((state) => state.failure !== null);
  const figures = useFigures(view);
  // Beside the tabs stands already what Live waits for.
  if (!figures) return blocked ? null : <p className="hint">{t("live.waiting")}</p>;
  return (
    <dl className="kpis live-kpis figures">
      {figures.map(({ id, name, was, now, change }) => (
        <div key={id} className="kpi" data-testid={`live-${id}`}>
          <dt>{name}</dt>
          <dd>
            <b>{now}</b>
            <span className="kpi-more">{change}</span>
            <small>{t("live.before", { value: was })}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Pictures() {
  const view = useLive((state) => state.view);
  return view ? <Curves view={view} /> : null;
}

function Curves({ view }: { view: LiveView }) {
  const { t, number, percent, score, locale } = useSpeech();
  const names = useNames();
  const theme = useTheme();
  const { numbers, since } = view;
  const threshold = useThreshold(numbers.groups[0]?.solutionInterest);
  const before = (id: string) => since.groups.find((of) => of.solutionInterest === id);
  const words = {
    day: (at: number) => t("day.at", { day: at }),
    band: t("fill.band"),
    ghost: t("live.ghost"),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const fill = useMemo(() => {
    const all = numbers.groups.map(
      (of): Curve => ({
        name: names.reference("solutionInterest", of.solutionInterest),
        mean: of.completeness,
        band: { low: of.p10, high: of.p90 },
        ghost: before(of.solutionInterest)?.completeness ?? [],
      }),
    );
    const value = (points: number) => score(points);
    const marks = { day: null, max: 100, ...(threshold === null ? {} : { threshold }) };
    return curves(all, { ...words, title: t("fill.completeness"), value }, marks);
  }, [view, theme, locale, threshold]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const ready = useMemo(() => {
    const all = numbers.groups.map(
      (of): Curve => ({
        name: names.reference("solutionInterest", of.solutionInterest),
        mean: of.ready,
        ghost: before(of.solutionInterest)?.ready ?? [],
      }),
    );
    const value = (groups: number) => number(groups);
    return curves(all, { ...words, title: t("fill.ready"), value }, { day: null });
  }, [view, theme, locale]);
  const cellsOf = (of: "completeness" | "ready", band: boolean) => {
    const groups = numbers.groups.map((now) => ({ now, was: before(now.solutionInterest) }));
    const low = band ? ["p10", "p90"] : [];
    return [
      [
        t("fill.day"),
        ...groups.flatMap(({ now }) => {
          const name = names.reference("solutionInterest", now.solutionInterest);
          return [name, ...[...low, t("live.ghost")].map((more) => `${name}: ${more}`)];
        }),
      ],
      ...(numbers.groups[0]?.[of] ?? []).map((_value, day) => [
        String(day),
        ...groups.flatMap(({ now, was }) => [
          now[of][day] ?? null,
          ...(band ? [now.p10[day] ?? null, now.p90[day] ?? null] : []),
          was?.[of][day] ?? null,
        ]),
      ]),
    ];
  };
  const [first] = numbers.groups;
  const key = <span className="ghost-key">{t("live.ghostKey")}</span>;
  return (
    <>
      <Figure
        testid="chart-live-fill"
        title={t("fill.completeness")}
        note={
          <>
            {t("fill.bandHint")}
            {key}
          </>
        }
        option={fill}
        label={t("fill.sentence", {
          start: number(first?.completeness[0]),
          end: number(first?.completeness.at(-1)),
          days: Math.max(0, (first?.completeness.length ?? 1) - 1),
        })}
        cells={() => cellsOf("completeness", true)}
        show={(points) => score(points, 1)}
      />
      <Figure
        testid="chart-live-ready"
        title={t("fill.ready")}
        note={key}
        option={ready}
        label={t("fill.readySentence", {
          groups: number(first?.ready.at(-1)),
          share: percent(first?.groups ? (first.ready.at(-1) ?? 0) / first.groups : null, 1),
          days: Math.max(0, (first?.ready.length ?? 1) - 1),
        })}
        cells={() => cellsOf("ready", false)}
      />
    </>
  );
}
