import { Button, ButtonGroup, NumberField, Picker, PickerItem, TextField } from "@react-spectrum/s2";
import { useEffect, useState } from "react";
import { useDocument } from "../core/document";
import { useResults } from "../core/results";
import type { Goal, GoalOp, Judged } from "../core/types";
import { useWindow } from "../core/window";
import { useGiveDocument } from "../data/give";
import { useSpeech } from "../i18n";
import { figureOf, figures, pathOf, useFigureWords } from "./figures";
import { Head } from "./Head";
import { readRuns, saveGoals, useRuns } from "./runs";

/** What the journey is meant to reach, and whether the run that is shown reaches it. */
export function GoalsPanel() {
  const { t } = useSpeech();
  const journey = useDocument((state) => state.journey?.id);
  const run = useResults((state) => state.view?.run);
  const goals = useRuns((state) => (state.journey === journey ? state.goals.goals : none));
  const { judged, unjudged } = useRuns();
  const [edited, setEdited] = useState<Goal | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run is judged anew.
  useEffect(() => void readRuns(), [journey, run]);
  const giveDocument = useGiveDocument();
  const save = (goal: Goal) => {
    const others = goals.some(({ id }) => id === goal.id);
    setEdited(null);
    void saveGoals({ goals: others ? goals.map((of) => (of.id === goal.id ? goal : of)) : [...goals, goal] });
  };
  return (
    <>
      <Head title={t("goals.title")} />
      <p className="hint">{t(goals.length === 0 ? "goals.none" : run ? "goals.hint" : "goals.noRun")}</p>
      {unjudged ? <p className="hint goal-unjudged">{t("goals.unjudged", { message: unjudged })}</p> : null}
      <ul className="versions" data-testid="goals">
        {goals.map((goal) =>
          edited?.id === goal.id ? (
            <li key={goal.id} className="version">
              <Form goal={edited} change={setEdited} save={save} />
            </li>
          ) : (
            <Row
              key={goal.id}
              goal={goal}
              judged={judged[goal.id]}
              edit={() => setEdited(goal)}
              remove={() => void saveGoals({ goals: goals.filter(({ id }) => id !== goal.id) })}
            />
          ),
        )}
        {edited && !goals.some(({ id }) => id === edited.id) ? (
          <li className="version">
            <Form goal={edited} change={setEdited} save={save} />
          </li>
        ) : null}
      </ul>
      {edited ? null : <Add goals={goals} begin={setEdited} />}
      {goals.length > 0 && journey ? (
        <p className="hint from-data">
          {t("goals.forChecks")}{" "}
          <Button
            size="S"
            variant="secondary"
            onPress={() => giveDocument({ goals: journey })}
            data-testid="give-goals"
          >
            {t("documents.give")}
          </Button>
        </p>
      ) : null}
    </>
  );
}

const none: Goal[] = [];

function Add({ goals, begin }: { goals: Goal[]; begin: (goal: Goal) => void }) {
  const { t } = useSpeech();
  const interest = useWindow((state) => state.start?.references.solutionInterest[0]?.id) ?? null;
  const add = () => {
    const numbers = goals.map(({ id }) => Number(/^g(\d+)$/.exec(id)?.[1] ?? 0));
    const id = `g${Math.max(0, ...numbers) + 1}`;
    begin({ id, figure: "salesReadyShare", solutionInterest: interest, op: "atLeast", value: 0.6 });
  };
  return (
    <div className="goal-add">
      <Button size="S" variant="secondary" onPress={add} data-testid="add-goal">
        {t("goals.add")}
      </Button>
    </div>
  );
}

/** The goal in words. */
function useGoalWords() {
  const { t } = useSpeech();
  const words = useFigureWords();
  return (goal: Goal) => {
    const unit = figureOf(goal.figure)?.unit ?? "count";
    const figure = words.name(pathOf(goal.figure, goal.solutionInterest ?? null));
    const parts = { figure, value: words.value(unit, goal.value as number) };
    const sentence = t(`goals.${goal.op}`, parts);
    return goal.byDay === null || goal.byDay === undefined
      ? sentence
      : t("goals.byDay", { sentence, day: goal.byDay });
  };
}

const signs = { met: "✓", missed: "✗", unsure: "?" } as const;

interface RowProps {
  goal: Goal;
  judged: Judged | undefined;
  edit: () => void;
  remove: () => void;
}

function Row({ goal, judged, edit, remove }: RowProps) {
  const { t } = useSpeech();
  const sentence = useGoalWords();
  const words = useFigureWords();
  const unit = figureOf(goal.figure)?.unit ?? "count";
  const name = goal.label?.trim() || sentence(goal);
  return (
    <li className="version" data-goal={goal.id} data-standing={judged?.standing}>
      <div className="version-head">
        <strong>{name}</strong>
        {judged ? (
          <span className="chip goal-standing" data-standing={judged.standing}>
            <span aria-hidden="true">{signs[judged.standing]}</span> {t(`goals.${judged.standing}`)}
          </span>
        ) : null}
      </div>
      {goal.label?.trim() ? <span className="version-line">{sentence(goal)}</span> : null}
      {judged ? (
        <span className="version-line" data-testid="goal-by">
          {judged.estimate.mean === null
            ? t("goals.undefined")
            : t((judged.by ?? 0) < 0 ? "goals.short" : "goals.reached", {
                value: words.value(unit, judged.estimate.mean),
                low: words.value(unit, judged.estimate.low),
                high: words.value(unit, judged.estimate.high),
                by: words.by(unit, Math.abs(judged.by ?? 0)),
              })}
        </span>
      ) : null}
      <span className="run-tools">
        <Button size="S" variant="secondary" onPress={edit} aria-label={t("goals.editNamed", { name })}>
          {t("goals.edit")}
        </Button>
        <Button size="S" variant="secondary" onPress={remove} aria-label={t("goals.removeNamed", { name })}>
          {t("word.remove")}
        </Button>
      </span>
    </li>
  );
}

const ops: GoalOp[] = ["atLeast", "greaterThan", "atMost", "lessThan"];

interface FormProps {
  goal: Goal;
  change: (goal: Goal | null) => void;
  save: (goal: Goal) => void;
}

function Form({ goal, change, save }: FormProps) {
  const { t } = useSpeech();
  const words = useFigureWords();
  const interests = useWindow((state) => state.start?.references.solutionInterest) ?? [];
  const days = useWindow((state) => state.start?.scenario.horizonDays) ?? 90;
  const info = figureOf(goal.figure);
  const share = info?.unit === "share";
  const ready =
    Number.isFinite(goal.value as number) && (!info?.ofInterest || Boolean(goal.solutionInterest));
  return (
    <form
      className="goal-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) save(goal);
      }}
    >
      <Picker
        label={t("goals.figure")}
        size="S"
        selectedKey={goal.figure}
        onSelectionChange={(key) => {
          const next = figureOf(String(key));
          const { byDay: _day, ...rest } = goal;
          const lower = next?.unit === "money" || next?.unit === "days";
          change({
            ...rest,
            figure: String(key),
            solutionInterest: next?.ofInterest ? (goal.solutionInterest ?? interests[0]?.id ?? null) : null,
            op: lower ? "atMost" : "atLeast",
            value: next?.unit === "share" ? 0.6 : lower ? 400 : 70,
            ...(next?.byDay && goal.byDay ? { byDay: goal.byDay } : {}),
          });
        }}
      >
        {figures.map(({ key }) => (
          <PickerItem key={key} id={key}>
            {words.plain(key)}
          </PickerItem>
        ))}
      </Picker>
      {info?.ofInterest && interests.length > 1 ? (
        <Picker
          label={t("roles.interest")}
          size="S"
          selectedKey={goal.solutionInterest ?? null}
          onSelectionChange={(key) => change({ ...goal, solutionInterest: String(key) })}
        >
          {interests.map(({ id, name }) => (
            <PickerItem key={id} id={id}>
              {name}
            </PickerItem>
          ))}
        </Picker>
      ) : null}
      <Picker
        label={t("goals.op")}
        size="S"
        selectedKey={goal.op}
        onSelectionChange={(key) => change({ ...goal, op: key as GoalOp })}
      >
        {ops.map((op) => (
          <PickerItem key={op} id={op}>
            {t(`goals.op.${op}`)}
          </PickerItem>
        ))}
      </Picker>
      <NumberField
        label={share ? t("goals.share") : t("goals.value")}
        size="S"
        value={goal.value as number}
        onChange={(value) => change({ ...goal, value })}
        {...(share
          ? {
              minValue: 0,
              maxValue: 1,
              step: 0.001,
              formatOptions: { style: "percent", maximumFractionDigits: 1 } as const,
            }
          : info?.unit === "money"
            ? { formatOptions: { style: "currency", currency: words.currency } as const }
            : {})}
      />
      {info?.byDay ? (
        <NumberField
          label={t("goals.day", { days })}
          size="S"
          minValue={0}
          maxValue={days}
          value={goal.byDay ?? Number.NaN}
          onChange={(day) => {
            const { byDay: _day, ...rest } = goal;
            change(Number.isFinite(day) ? { ...rest, byDay: day } : rest);
          }}
        />
      ) : null}
      <TextField
        label={t("goals.label")}
        size="S"
        value={goal.label ?? ""}
        onChange={(label) => change({ ...goal, label: label || null })}
      />
      <ButtonGroup>
        <Button size="S" variant="secondary" onPress={() => change(null)}>
          {t("dialog.cancel")}
        </Button>
        <Button size="S" variant="accent" type="submit" isDisabled={!ready} data-testid="save-goal">
          {t("goals.save")}
        </Button>
      </ButtonGroup>
    </form>
  );
}
