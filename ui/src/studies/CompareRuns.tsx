import { ActionButton, Button, Picker, PickerItem, Switch } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useState } from "react";
import { Heading } from "react-aria-components";
import { type Cells, giveTable } from "../charts/save";
import type { Difference, Preset, RunSide, Verdict } from "../core/types";
import { useWindow } from "../core/window";
import { Board } from "../history/Board";
import { drawingOf, marksOf } from "../history/drawing";
import { useSpeech } from "../i18n";
import { LargeDialog } from "../panels/LargeDialog";
import { useAssumptions } from "./assumptions";
import { choose, closeComparing, comparing, runCompare, useCompare } from "./compare";
import { figureOf, parted, useFigureWords } from "./figures";
import { Working } from "./Working";

/** Two versions, journeys or sets of assumptions under the same draws: what can be said of the difference. */
export function CompareRuns() {
  const open = useCompare((state) => state.open);
  if (!open) return null;
  return (
    <LargeDialog id="compare-runs" close={closeComparing}>
      <Comparison />
    </LargeDialog>
  );
}

function Comparison() {
  const { t } = useSpeech();
  const { running, answer } = comparing.use();
  const { a, b, drawn } = useCompare();
  const same =
    a.journey === b.journey && a.version === b.version && a.scenario === b.scenario && a.preset === b.preset;
  return (
    <>
      <div className="compare-head">
        <Heading slot="title" id="compare-runs-title">
          {t("compareRuns.title")}
        </Heading>
        <span className="space" />
        {running ? (
          <Working running={running} cancel={() => void comparing.cancel()} />
        ) : (
          <Button
            size="S"
            variant="accent"
            isDisabled={same}
            onPress={() => void runCompare()}
            data-testid="run-compare"
          >
            {t("compareRuns.go")}
          </Button>
        )}
        <ActionButton isQuiet size="S" aria-label={t("compareRuns.close")} onPress={closeComparing}>
          <CloseIcon />
        </ActionButton>
      </div>
      <div className="sides">
        <Side side="a" of={a} />
        <Side side="b" of={b} />
      </div>
      {answer ? (
        <div className="compare-answer">
          <Verdicts verdicts={answer.verdicts} />
          <Outcomes differences={answer.comparison.differences} />
          {drawn && drawn.differences.length > 0 ? <Boards /> : null}
        </div>
      ) : (
        <p className="hint">{t(same ? "compareRuns.same" : "compareRuns.hint")}</p>
      )}
    </>
  );
}

/** Pickers can't hold null; no version and no preset has these ids, and scenarios have one sign more than their names. */
const now = "now";
const named = "=";
const presets: Preset[] = ["cautious", "base", "optimistic"];

function Side({ side, of }: { side: "a" | "b"; of: RunSide }) {
  const { t, date } = useSpeech();
  const journeys = useWindow((state) => state.journeys);
  const kept = useAssumptions((state) => state.view?.kept) ?? [];
  const versions = useCompare((state) => state.histories[of.journey]?.versions) ?? [];
  return (
    <fieldset className="side-choice">
      <legend>{t(`compareRuns.${side}`)}</legend>
      <Picker
        size="S"
        label={t("compareRuns.journey")}
        selectedKey={of.journey}
        onSelectionChange={(key) => choose(side, { journey: String(key) })}
      >
        {journeys.map(({ id, name }) => (
          <PickerItem key={id} id={id}>
            {name}
          </PickerItem>
        ))}
      </Picker>
      <Picker
        size="S"
        label={t("compareRuns.version")}
        selectedKey={of.version ?? now}
        onSelectionChange={(key) => choose(side, { version: key === now ? null : String(key) })}
        items={[
          { id: now, name: t("history.now") },
          ...versions.map((version) => ({
            id: version.id,
            name: `${version.name ?? t(`history.reason.${version.reason}`)} · ${date(version.at, "short")}`,
          })),
        ]}
      >
        {({ id, name }) => <PickerItem id={id}>{name}</PickerItem>}
      </Picker>
      <Picker
        size="S"
        label={t("compareRuns.scenario")}
        selectedKey={of.scenario === null ? now : named + of.scenario}
        onSelectionChange={(key) =>
          choose(side, { scenario: key === now ? null : String(key).slice(named.length) })
        }
        items={[
          { id: now, name: t("compareRuns.present") },
          ...kept.map(({ name }) => ({ id: named + name, name })),
        ]}
      >
        {({ id, name }) => <PickerItem id={id}>{name}</PickerItem>}
      </Picker>
      <Picker
        size="S"
        label={t("compareRuns.assumptions")}
        selectedKey={of.preset ?? now}
        onSelectionChange={(key) => choose(side, { preset: key === now ? null : (key as Preset) })}
        items={[
          { id: now as string, name: t("compareRuns.asTheyAre") },
          ...presets.map((preset) => ({ id: preset as string, name: t(`assumptions.preset.${preset}`) })),
        ]}
      >
        {({ id, name }) => <PickerItem id={id}>{name}</PickerItem>}
      </Picker>
    </fieldset>
  );
}

/** One sentence for each main figure: what can be said, and what can't. */
function Verdicts({ verdicts }: { verdicts: Verdict[] }) {
  const { t, number } = useSpeech();
  const words = useFigureWords();
  return (
    <ul className="verdicts" data-testid="verdicts">
      {verdicts.map(({ figure, says, difference, more }) => {
        const unit = words.unitOf(figure);
        const parts = {
          figure: words.name(figure),
          by: words.by(unit, Math.abs(difference.mean ?? 0)),
          difference: words.signed(unit, difference.mean),
          low: words.signed(unit, difference.low),
          high: words.signed(unit, difference.high),
          more: number(more),
        };
        const id = says === "noise" && more === null ? "small" : says;
        return (
          <li key={figure} data-says={says}>
            {t(`verdict.${id}`, parts)}
          </li>
        );
      })}
    </ul>
  );
}

function Outcomes({ differences }: { differences: Difference[] }) {
  const { t } = useSpeech();
  const words = useFigureWords();
  const [all, setAll] = useState(false);
  const main = differences.filter(
    ({ figure }) => figureOf(parted(figure).key) && !figure.startsWith("daily"),
  );
  const rows = all ? differences.filter(({ figure }) => !figure.startsWith("daily")) : main;
  const certain = ({ difference: { low, high } }: Difference) =>
    low !== null && high !== null && (low > 0 || high < 0);
  const interval = ({ low, high }: Difference["difference"], unit: ReturnType<typeof words.unitOf>) =>
    low === null
      ? "–"
      : t("figure.interval", { low: words.signed(unit, low), high: words.signed(unit, high) });
  const cells: Cells = [
    [t("compareRuns.figure"), "A", "B", t("compareRuns.difference"), t("fill.low"), t("fill.high")],
    ...differences.map(({ figure, a, b, difference }) => [
      figure,
      a.mean,
      b.mean,
      difference.mean,
      difference.low,
      difference.high,
    ]),
  ];
  return (
    <section className="outcomes" aria-label={t("compareRuns.outcomes")}>
      <div className="outcomes-tools">
        <Switch size="S" isSelected={all} onChange={setAll}>
          {t("compareRuns.all")}
        </Switch>
        <ActionButton size="S" onPress={() => void giveTable(t("compareRuns.title"), cells)}>
          CSV
        </ActionButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
      <section className="scroll" tabIndex={0} aria-label={t("compareRuns.table")}>
        <table className="table figures">
          <thead>
            <tr>
              <th scope="col">{t("compareRuns.figure")}</th>
              <th scope="col" className="n">
                A
              </th>
              <th scope="col" className="n">
                B
              </th>
              <th scope="col" className="n">
                {t("compareRuns.difference")}
              </th>
              <th scope="col" className="n">
                {t("cost.interval")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const unit = words.unitOf(row.figure);
              return (
                <tr key={row.figure} data-certain={certain(row) || undefined}>
                  <th scope="row">{words.name(row.figure)}</th>
                  <td className="n">{words.value(unit, row.a.mean)}</td>
                  <td className="n">{words.value(unit, row.b.mean)}</td>
                  <td className="n">
                    {certain(row) ? (
                      <b>{words.signed(unit, row.difference.mean)}</b>
                    ) : (
                      words.signed(unit, row.difference.mean)
                    )}
                  </td>
                  <td className="n">{interval(row.difference, unit)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Both journeys with what differs marked. */
function Boards() {
  const { t } = useSpeech();
  const drawn = useCompare((state) => state.drawn);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!drawn) return null;
  const marks = marksOf(drawn.differences);
  return (
    <div className="compare-boards">
      <Board
        title={t("compareRuns.a")}
        testid="run-board-a"
        chosen={chosen}
        choose={setChosen}
        drawing={drawingOf(drawn.a, marks, drawn.b, "removed")}
      />
      <Board
        title={t("compareRuns.b")}
        testid="run-board-b"
        chosen={chosen}
        choose={setChosen}
        drawing={drawingOf(drawn.b, marks, drawn.a, "added")}
      />
    </div>
  );
}
