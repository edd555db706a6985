import { ActionButton, Picker, PickerItem, Switch } from "@react-spectrum/s2";
import { useMemo, useState } from "react";
import { Figure } from "../charts/Figure";
import { tornado } from "../charts/tornado";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import type { Assumption, FigureSensitivity } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useTheme } from "../style/theme";
import { matters, readAssumptions, useAssumptions } from "./assumptions";
import { pathOf, useFigureWords } from "./figures";
import { valueWords } from "./values";
import { Working } from "./Working";

/** How much a figure hangs on each assumption: a tornado chart. */
export function MattersTab() {
  const { t } = useSpeech();
  const words = useFigureWords();
  const interests = useWindow((state) => state.start?.references.solutionInterest) ?? [];
  const { running, answer } = matters.use();
  const paths = [
    ...interests.map(({ id }) => pathOf("salesReady", id)),
    ...interests.map(({ id }) => pathOf("completenessEnd", id)),
    "summary.cost",
  ];
  const [figure, setFigure] = useState(paths[0] ?? "summary.cost");
  const [ranges, setRanges] = useState(true);
  const begin = () => {
    const journey = useDocument.getState().journey?.id;
    if (!journey) return;
    void readAssumptions();
    void edits.saved().then(() => matters.run((on) => api.sensitivity(journey, [figure], ranges, on)));
  };
  const [of] = answer?.figures ?? [];
  return (
    <div className="matters">
      <div className="matters-tools">
        <Picker
          size="S"
          label={t("matters.figure")}
          labelPosition="side"
          selectedKey={figure}
          onSelectionChange={(key) => setFigure(String(key))}
        >
          {paths.map((path) => (
            <PickerItem key={path} id={path}>
              {words.name(path)}
            </PickerItem>
          ))}
        </Picker>
        <Switch size="S" isSelected={ranges} onChange={setRanges}>
          {t("matters.ranges")}
        </Switch>
        {running ? (
          <Working running={running} cancel={() => void matters.cancel()} />
        ) : (
          <ActionButton size="S" onPress={begin} data-testid="work-out">
            {t("matters.go")}
          </ActionButton>
        )}
      </div>
      {of ? <Tornado of={of} /> : <p className="hint">{t("matters.hint")}</p>}
    </div>
  );
}

/** So many bars are shown; the table has all. */
const shown = 12;

function Tornado({ of }: { of: FigureSensitivity }) {
  const speech = useSpeech();
  const { t, text, locale } = speech;
  const words = useFigureWords();
  const theme = useTheme();
  const assumptions = useAssumptions((state) => state.view?.assumptions);
  const unit = words.unitOf(of.figure);
  const known = new Map((assumptions ?? []).map((one) => [one.path, one]));
  const meaning = (path: string) => text(known.get(path)?.meaning) || path;
  const value = (one: Assumption | undefined, amount: number) =>
    one ? valueWords(speech, one.unit, amount, words.currency) : String(amount);
  const rows = of.assumptions.filter(({ low, high }) => low.difference.mean || high.difference.mean);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const option = useMemo(
    () =>
      tornado(
        rows.slice(0, shown).map(({ assumption, low, high }) => ({
          name: meaning(assumption),
          low: low.difference.mean ?? 0,
          high: high.difference.mean ?? 0,
          lowWords: `${value(known.get(assumption), low.value)}: ${words.signed(unit, low.difference.mean)}`,
          highWords: `${value(known.get(assumption), high.value)}: ${words.signed(unit, high.difference.mean)}`,
        })),
        (amount) => words.signed(unit, amount),
      ),
    [of, theme, locale, assumptions],
  );
  if (rows.length === 0) return <p className="hint">{t("matters.nothing")}</p>;
  const [first] = rows;
  return (
    <Figure
      testid="chart-matters"
      title={words.name(of.figure)}
      note={
        <>
          {t("matters.base", { value: words.value(unit, of.base.mean) })}
          <span className="low-key">{t("matters.low")}</span>
          <span className="high-key">{t("matters.high")}</span>
        </>
      }
      option={option}
      label={t("matters.sentence", { figure: words.name(of.figure), most: meaning(first?.assumption ?? "") })}
      cells={() => [
        [
          t("matters.assumption"),
          t("matters.value"),
          t("matters.lowValue"),
          t("matters.lowEffect"),
          t("matters.highValue"),
          t("matters.highEffect"),
        ],
        ...of.assumptions.map(({ assumption, value: now, low, high }) => [
          meaning(assumption),
          now,
          low.value,
          low.difference.mean,
          high.value,
          high.difference.mean,
        ]),
      ]}
      show={(amount, row, column) => {
        const effect = column === 3 || column === 5;
        return effect
          ? words.signed(unit, amount)
          : value(known.get(of.assumptions[row]?.assumption ?? ""), amount);
      }}
    />
  );
}
