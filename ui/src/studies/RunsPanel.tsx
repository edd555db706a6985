import { Button } from "@react-spectrum/s2";
import { useEffect } from "react";
import { useDocument } from "../core/document";
import { changedSince, useResults } from "../core/results";
import type { RunLine } from "../core/types";
import { useSpeech } from "../i18n";
import { Warning } from "../panels/glyphs";
import { compareWith } from "./compare";
import { Head } from "./Head";
import { openRun, readRuns, useRuns } from "./runs";

/** The runs of the journey that are kept: each can be opened again and set against the journey as it is. */
export function RunsPanel() {
  const { t } = useSpeech();
  const journey = useDocument((state) => state.journey?.id);
  const shown = useResults((state) => state.view?.run);
  const runs = useRuns((state) => (state.journey === journey ? state.runs : none));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that ends is a new one in the list.
  useEffect(() => void readRuns(), [journey, shown]);
  return (
    <>
      <Head title={t("runs.title")} />
      <p className="hint">{t(runs.length === 0 ? "runs.none" : "runs.hint")}</p>
      <ol className="versions" data-testid="runs">
        {runs.map((run) => (
          <Row key={run.run} run={run} shown={run.run === shown} />
        ))}
      </ol>
    </>
  );
}

const none: RunLine[] = [];

function Row({ run, shown }: { run: RunLine; shown: boolean }) {
  const { t, number, date } = useSpeech();
  const changed = useDocument((state) => changedSince(run, state.journey));
  return (
    <li className="version" data-run={run.run} data-now={shown || undefined}>
      <div className="version-head">
        <strong>
          <time dateTime={run.at}>{date(run.at)}</time>
        </strong>
        {shown ? <span className="chip">{t("runs.shown")}</span> : null}
      </div>
      <span className="version-line">
        {t("runs.line", {
          scenario: run.scenario,
          seed: run.seed,
          replications: run.replications,
          accounts: number(run.accounts),
          ofAccounts: run.accounts,
        })}
      </span>
      {changed ? (
        <span className="version-line run-changed">
          <Warning /> {t("runs.changed")}
        </span>
      ) : null}
      <span className="run-tools">
        <Button
          size="S"
          variant="secondary"
          isDisabled={shown}
          onPress={() => void openRun(run.run)}
          data-testid="open-run"
        >
          {t("runs.open")}
        </Button>
        {changed && run.version ? (
          <Button size="S" variant="secondary" onPress={() => compareWith(run.version)}>
            {t("runs.compare")}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
