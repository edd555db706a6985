import { Picker, PickerItem } from "@react-spectrum/s2";
import { useMemo, useState } from "react";
import { type Curve, curves } from "../../charts/curves";
import { Figure } from "../../charts/Figure";
import { showBehind } from "../../core/behind";
import { useResults } from "../../core/results";
import type { Report, RunView } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";
import { useNames } from "../names";
import { Figures } from "./Figures";
import { useThreshold } from "./threshold";

/** The main picture: how the buying groups fill, day by day. */
export function FillTab({ view }: { view: RunView }) {
  const speech = useSpeech();
  const { t, percent, score, number, locale } = speech;
  const names = useNames();
  const theme = useTheme();
  const nameOf = (id: string) => names.reference("solutionInterest", id);
  const day = useResults((state) => state.day);
  const { report } = view;
  const interests = report.solutionInterests;
  const [chosen, setChosen] = useState<string>();
  const first = interests.find((of) => of.solutionInterest === chosen) ?? interests[0];
  const threshold = useThreshold(first?.solutionInterest);
  const words = {
    day: (at: number) => t("day.at", { day: at }),
    band: t("fill.band"),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const fill = useMemo(
    () =>
      curves(
        completeness(report, nameOf),
        {
          ...words,
          title: t("fill.completeness"),
          value: (points) => score(points),
        },
        {
          day,
          max: 100,
          ...(threshold === null ? {} : { threshold }),
        },
      ),
    [report, day, theme, locale, threshold],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const ready = useMemo(() => {
    const all = readyGroups(report, nameOf);
    // Few groups are told apart by hundredths: else two marks of the axis would read the same.
    const digits =
      Math.max(
        ...all.flatMap(({ band, mean }) => [...(band?.high ?? []), ...mean]).map((value) => value ?? 0),
      ) < 1
        ? 2
        : 1;
    return curves(
      all,
      { ...words, title: t("fill.ready"), value: (value) => number(value, digits) },
      { day },
    );
  }, [report, day, theme, locale]);
  const days = report.daily.map(({ day }) => String(day));
  const cellsOf = (all: Curve[], low: string, high: string) => [
    [t("fill.day"), ...all.flatMap(({ name }) => [name, `${name}: ${low}`, `${name}: ${high}`])],
    ...days.map((day, at) => [
      day,
      ...all.flatMap(({ mean, band }) => [mean, band?.low, band?.high].map((of) => of?.[at] ?? null)),
    ]),
  ];
  const readyOn = (day: number) =>
    first && void showBehind({ what: "ready", solutionInterest: first.solutionInterest, day });
  return (
    <div className="fill">
      <div className="fill-side">
        {interests.length > 1 ? (
          <Picker
            size="S"
            aria-label={t("roles.interest")}
            selectedKey={first?.solutionInterest ?? null}
            onSelectionChange={(key) => setChosen(String(key))}
          >
            {interests.map(({ solutionInterest: id }) => (
              <PickerItem key={id} id={id}>
                {nameOf(id)}
              </PickerItem>
            ))}
          </Picker>
        ) : null}
        <Figures report={report} of={first} />
      </div>
      <Figure
        testid="chart-fill"
        title={t("fill.completeness")}
        note={
          <>
            {t("fill.bandHint")}
            {threshold === null ? null : (
              <span className="threshold">{t("fill.threshold", { value: score(threshold, 1) })}</span>
            )}
          </>
        }
        option={fill}
        label={t("fill.sentence", {
          start: number(first?.completenessStart.mean),
          end: number(first?.completenessEnd.mean),
          days: report.horizonDays,
        })}
        cells={() => cellsOf(completeness(report, nameOf), "p10", "p90")}
        show={(points) => score(points, 1)}
      />
      <Figure
        testid="chart-ready"
        title={t("fill.ready")}
        note={t("fill.interval")}
        option={ready}
        label={t("fill.readySentence", {
          groups: number(first?.salesReady.mean),
          share: percent(first?.salesReadyShare.mean, 1),
          days: report.horizonDays,
        })}
        cells={() => cellsOf(readyGroups(report, nameOf), t("fill.low"), t("fill.high"))}
        pick={({ index }) => readyOn(index)}
        pickRow={readyOn}
      />
    </div>
  );
}

type Name = (solutionInterest: string) => string;

function completeness(report: Report, name: Name): Curve[] {
  return report.solutionInterests.map(({ solutionInterest }) => {
    const rows = report.daily.map(
      ({ groups }) => groups.find((group) => group.solutionInterest === solutionInterest)?.completeness,
    );
    return {
      name: name(solutionInterest),
      mean: rows.map((row) => row?.mean ?? null),
      band: { low: rows.map((row) => row?.p10 ?? null), high: rows.map((row) => row?.p90 ?? null) },
    };
  });
}

function readyGroups(report: Report, name: Name): Curve[] {
  return report.solutionInterests.map(({ solutionInterest }) => {
    const rows = report.daily.map(
      ({ groups }) => groups.find((group) => group.solutionInterest === solutionInterest)?.salesReady,
    );
    return {
      name: name(solutionInterest),
      mean: rows.map((row) => row?.mean ?? null),
      band: { low: rows.map((row) => row?.low ?? null), high: rows.map((row) => row?.high ?? null) },
    };
  });
}
