import { ActionButton, Button } from "@react-spectrum/s2";
import { memo, useEffect } from "react";
import { useLive } from "../core/live";
import type { Measured, Preset } from "../core/types";
import { CurrencyField } from "../forms/CurrencyField";
import { historyKeys } from "../forms/historyKeys";
import { useSpeech } from "../i18n";
import { LiveWords } from "../panels/results/LiveTab";
import { StepButtons } from "../panels/StepButtons";
import { AssumptionRow } from "./AssumptionRow";
import {
  assume,
  editScenarios,
  readAssumptions,
  redoScenarios,
  setRun,
  undoScenarios,
  useAssumptions,
} from "./assumptions";
import { Head } from "./Head";
import { OwnNumbers } from "./OwnNumbers";
import { RunSection } from "./RunSection";
import { Scenarios } from "./Scenarios";

const presets: Preset[] = ["cautious", "base", "optimistic"];

/**
 * Every number that runs assume: what it means, what it is, what it usually is and where that is from. What is done here
 * has steps of its own: undo in the head, and its keys while the focus is in here.
 */
export function AssumptionsPanel() {
  const { t } = useSpeech();
  const { view, measured } = useAssumptions();
  const live = useLive((state) => state.on);
  useEffect(() => void readAssumptions(), []);
  const found = new Map(measured.map((of) => [of.assumption, of]));
  const rows = (id: GroupId) =>
    (view?.assumptions ?? [])
      .filter(({ path }) => groupOf(path) === id)
      .map((one) => <AssumptionRow key={one.path} assumption={one} measured={found.get(one.path)} />);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole panel, wherever the focus is in it.
    <div
      onKeyDown={historyKeys(
        () => void undoScenarios(),
        () => void redoScenarios(),
      )}
    >
      <Head title={t("assumptions.title")}>
        <StepButtons
          undo={view?.undo ?? null}
          redo={view?.redo ?? null}
          onUndo={() => void undoScenarios()}
          onRedo={() => void redoScenarios()}
          of="scenarios"
        />
      </Head>
      <p className="hint">{t("assumptions.hint")}</p>
      {live ? (
        <p className="assumptions-live">
          <LiveWords />
        </p>
      ) : null}
      <Scenarios />
      <RunSection />
      <section className="assumptions" aria-label={t("assumptions.presets")}>
        <h3>{t("assumptions.presets")}</h3>
        <div className="presets">
          {presets.map((preset) => (
            <ActionButton
              key={preset}
              size="S"
              onPress={() => void editScenarios({ do: "preset", preset })}
              data-testid={`preset-${preset}`}
            >
              {t(`assumptions.preset.${preset}`)}
            </ActionButton>
          ))}
        </div>
        {measured.length > 0 ? <FromData measured={measured} /> : null}
      </section>
      {groups.map((id) => (
        <section key={id} className="assumptions" aria-label={t(`assumptions.group.${id}`)}>
          <h3>{t(`assumptions.group.${id}`)}</h3>
          {id === "costs" && view ? <Currency value={view.settings.currency} /> : null}
          {rows(id)}
          {id === "own" && view ? (
            <OwnNumbers there={view.assumptions.map(({ path }) => path)} factors={view.factors} />
          ) : null}
        </section>
      ))}
    </div>
  );
}

const groups = ["email", "messages", "afterClick", "web", "ads", "own", "costs"] as const;
type GroupId = (typeof groups)[number];

function groupOf(path: string): GroupId {
  if (path.startsWith("costs.")) return "costs";
  if (path.startsWith("behaviour.custom") || path.startsWith("behaviour.byRole")) return "own";
  const [, area] = path.split(".");
  return area === "sms" || area === "whatsapp" ? "messages" : (area as GroupId);
}

/** Its list is long, so it is drawn anew only when it changes. */
const Currency = memo(function Currency({ value }: { value: string }) {
  const { t } = useSpeech();
  return (
    <div className="run-setting">
      <CurrencyField
        label={t("run.currency")}
        value={value}
        onChange={(currency) => currency !== value && void setRun({ currency })}
      />
    </div>
  );
});

/** Rates that the activities at hand show. */
function FromData({ measured }: { measured: Measured[] }) {
  const { t } = useSpeech();
  const all = () =>
    void assume(Object.fromEntries(measured.map(({ assumption, mean }) => [assumption, mean])));
  return (
    <p className="hint from-data">
      {t("assumptions.measured", { count: measured.length })}{" "}
      <Button size="S" variant="secondary" onPress={all} data-testid="calibrate">
        {t("assumptions.takeAll")}
      </Button>
    </p>
  );
}
