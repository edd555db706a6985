import { useMemo } from "react";
import { bars } from "../../charts/bars";
import { curves } from "../../charts/curves";
import { Figure } from "../../charts/Figure";
import { showBehind } from "../../core/behind";
import type { RunView } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";
import { useNames } from "../names";

/** How long groups take to be ready, and how full they are in the end. */
export function TimeTab({ view }: { view: RunView }) {
  const { t, number, percent, locale } = useSpeech();
  const names = useNames();
  const theme = useTheme();
  const { report } = view;
  const interests = report.solutionInterests;
  const name = (id: string) => names.reference("solutionInterest", id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const time = useMemo(
    () =>
      curves(
        interests.map(({ solutionInterest, readyByDay }) => ({
          name: name(solutionInterest),
          mean: readyByDay,
        })),
        {
          day: (day) => t("time.day", { day }),
          value: (share) => percent(share, 1),
          band: "",
          title: t("time.title"),
        },
        { day: null },
      ),
    [report, theme, locale],
  );
  const [first] = interests;
  const median = first?.medianDaysToReady.mean ?? null;
  return (
    <div className="pictures" data-several={interests.length > 1 || undefined}>
      <Figure
        testid="chart-time"
        title={t("time.title")}
        note={t("time.note")}
        option={time}
        label={
          median === null
            ? t("time.noMedian", { share: percent(first?.readyByDay.at(-1), 1), days: report.horizonDays })
            : t("time.sentence", { median: number(median, 1) })
        }
        cells={() => [
          [t("time.days"), ...interests.map(({ solutionInterest }) => name(solutionInterest))],
          ...(first?.readyByDay ?? []).map((_share, day) => [
            String(day),
            ...interests.map(({ readyByDay }) => readyByDay[day] ?? null),
          ]),
        ]}
        show={(share) => percent(share, 1)}
      />
      {interests.map(({ solutionInterest, bands }) => (
        <BandsFigure
          key={solutionInterest}
          solutionInterest={solutionInterest}
          bands={bands.completeness}
          several={interests.length > 1}
        />
      ))}
    </div>
  );
}

interface BandsProps {
  solutionInterest: string;
  bands: number[];
  /** Then each is told by its name first. */
  several: boolean;
}

function BandsFigure({ solutionInterest, bands, several }: BandsProps) {
  const { t, number, percent, locale } = useSpeech();
  const names = useNames();
  const theme = useTheme();
  const rows = bands.map((count, band) => ({
    name: `${band * 25}–${percent((band + 1) / 4)}`,
    count,
    band,
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const option = useMemo(
    () => bars(rows.map(({ name, count }) => ({ name, value: count, label: number(count, 1) }))),
    [bands, theme, locale],
  );
  const pick = (band: number) => void showBehind({ what: "band", solutionInterest, band });
  const name = names.reference("solutionInterest", solutionInterest);
  return (
    <Figure
      testid="chart-bands"
      title={several ? name : t("time.bands")}
      note={several ? t("time.bands") : name}
      option={option}
      label={t("time.bandsSentence", {
        interest: name,
        low: number(bands[0], 1),
        high: number(bands[3], 1),
      })}
      cells={() => [
        [t("fill.completeness"), t("time.groups")],
        ...rows.map(({ name, count }) => [name, count]),
      ]}
      pick={({ index }) => pick(index)}
      pickRow={pick}
    />
  );
}
