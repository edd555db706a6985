import { ActionButton, Picker, PickerItem, Switch } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useMemo, useState } from "react";
import { Heading } from "react-aria-components";
import type { JourneyDifference } from "../core/types";
import { useSpeech } from "../i18n";
import { LargeDialog } from "../panels/LargeDialog";
import { Board, signs } from "./Board";
import { useDifferences } from "./differences";
import { drawingOf, marksOf, together } from "./drawing";
import { closeCompare, compare, useVersions } from "./versions";

/** Pickers can't hold null; no version has this id. */
const now = "now";

/** Two versions of the open journey, on two boards or on one, and the differences in words. */
export function Compare() {
  const compared = useVersions((state) => state.compared);
  if (!compared) return null;
  return (
    <LargeDialog id="compare" close={closeCompare}>
      <Comparison {...compared} />
    </LargeDialog>
  );
}

type ComparisonProps = NonNullable<ReturnType<typeof useVersions.getState>["compared"]>;

function Comparison({ a, b, answer }: ComparisonProps) {
  const { t, date } = useSpeech();
  const [chosen, choose] = useState<string | null>(null);
  const [one, setOne] = useState(false);
  const versions = useVersions((state) => state.history?.versions) ?? [];
  const marks = useMemo(() => marksOf(answer.differences), [answer]);
  const name = (id: string | null) => {
    const version = versions.find((version) => version.id === id);
    if (!version) return t("history.now");
    return `${version.name ?? t(`history.reason.${version.reason}`)} · ${date(version.at, "short")}`;
  };
  const options = [
    { id: now, name: t("history.now") },
    ...versions.map(({ id }) => ({ id, name: name(id) })),
  ];
  const chooser = (label: string, value: string | null, take: (id: string | null) => void) => (
    <Picker
      size="S"
      label={label}
      labelPosition="side"
      selectedKey={value ?? now}
      onSelectionChange={(key) => take(key === now ? null : String(key))}
    >
      {options.map((option) => (
        <PickerItem key={option.id} id={option.id}>
          {option.name}
        </PickerItem>
      ))}
    </Picker>
  );
  const shared = { chosen, choose };
  return (
    <>
      <div className="compare-head">
        <Heading slot="title" id="compare-title">
          {t("compare.title")}
        </Heading>
        {chooser(t("compare.before"), a, (id) => void compare(id, b))}
        {chooser(t("compare.after"), b, (id) => void compare(a, id))}
        <Switch size="S" isSelected={one} onChange={setOne} data-testid="together">
          {t("compare.together")}
        </Switch>
        <span className="space" />
        <ActionButton isQuiet size="S" aria-label={t("compare.close")} onPress={closeCompare}>
          <CloseIcon />
        </ActionButton>
      </div>
      <div className="compare-body">
        <div className="compare-boards">
          {one ? (
            <Board
              {...shared}
              title={`${name(a)} → ${name(b)}`}
              testid="board-both"
              drawing={together(answer.a, answer.b, marks)}
            />
          ) : (
            <>
              <Board
                {...shared}
                title={name(a)}
                testid="board-a"
                drawing={drawingOf(answer.a, marks, answer.b, "removed")}
              />
              <Board
                {...shared}
                title={name(b)}
                testid="board-b"
                drawing={drawingOf(answer.b, marks, answer.a, "added")}
              />
            </>
          )}
        </div>
        <List differences={answer.differences} chosen={chosen} choose={choose} />
      </div>
    </>
  );
}

interface ListProps {
  differences: JourneyDifference[];
  chosen: string | null;
  choose: (node: string) => void;
}

/** The differences in words, by the step that they are at. */
function List({ differences, chosen, choose }: ListProps) {
  const { t } = useSpeech();
  const { change, place } = useDifferences();
  const marks = marksOf(differences);
  const groups = new Map<string, JourneyDifference[]>();
  for (const one of differences) {
    const key = one.node?.id ?? "";
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <section className="compare-list" aria-label={t("compare.list")}>
      <h3>{t("compare.count", { count: differences.length })}</h3>
      <ul data-testid="differences">
        {[...groups].map(([id, all]) => {
          const [first] = all;
          const mark = marks.get(id);
          return first ? (
            <li key={id}>
              <button
                type="button"
                disabled={!id}
                data-mark={mark}
                aria-pressed={id !== "" && chosen === id}
                onClick={() => choose(id)}
              >
                <strong>
                  {mark ? (
                    <span className="sign" aria-hidden="true">
                      {signs[mark]}
                    </span>
                  ) : null}
                  {place(first)}
                </strong>
                {all.map((one) => (
                  <span key={`${one.what} ${one.path?.id} ${one.key}`}>{change(one)}</span>
                ))}
              </button>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
