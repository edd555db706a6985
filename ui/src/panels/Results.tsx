import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { actions } from "../actions";
import { useDocument } from "../core/document";
import { useResults } from "../core/results";
import type { RunView } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Boundary } from "./Boundary";
import { Chevron, Warning } from "./glyphs";
import { CostTab } from "./results/CostTab";
import { DaySlider } from "./results/DaySlider";
import { FillTab } from "./results/FillTab";
import { FunnelTab } from "./results/FunnelTab";
import { RolesTab } from "./results/RolesTab";
import { WhyTab } from "./results/WhyTab";

const tabs = [
  { id: "fill", Body: FillTab },
  { id: "roles", Body: RolesTab },
  { id: "funnel", Body: FunnelTab },
  { id: "cost", Body: CostTab },
  { id: "why", Body: WhyTab },
] as const;

/** The drawer with the last run's figures. */
export function Results() {
  const { t } = useSpeech();
  const open = useWindow((state) => state.drawer);
  const view = useResults((state) => state.view);
  return (
    <section
      className="drawer"
      data-open={open || undefined}
      aria-label={t("results.title")}
      data-testid="results"
    >
      <Tabs className="results">
        <div className="drawer-head">
          {open && view ? (
            <TabList className="tabs" aria-label={t("results.title")}>
              {tabs.map(({ id }) => (
                <Tab key={id} id={id} className="tab" data-testid={`tab-${id}`}>
                  {t(`results.${id}`)}
                </Tab>
              ))}
            </TabList>
          ) : (
            <h2 className="drawer-title">{t("results.title")}</h2>
          )}
          {view ? <About view={view} /> : <span className="space" />}
          {view && open ? <DaySlider report={view.report} /> : null}
          <button
            type="button"
            className="drawer-toggle"
            aria-expanded={open}
            aria-label={t(open ? "results.close" : "results.open")}
            data-testid="drawer"
            onClick={actions.results.run}
          >
            <Chevron />
          </button>
        </div>
        {!open ? null : view ? (
          tabs.map(({ id, Body }) => (
            <TabPanel key={id} id={id} className="tab-panel" data-testid={`panel-${id}`}>
              <Boundary key={view.run}>
                <Body view={view} />
              </Boundary>
            </TabPanel>
          ))
        ) : (
          <NoRun />
        )}
      </Tabs>
    </section>
  );
}

/** What the figures belong to, and whether the journey has gone on since. */
function About({ view }: { view: RunView }) {
  const { t, number, date } = useSpeech();
  const revision = useDocument((state) => state.journey?.revision);
  const { report } = view;
  if (revision !== undefined && revision !== view.revision) {
    return (
      <p className="about stale" data-testid="stale">
        <Warning />
        <span>{t("results.stale")}</span>
        <button type="button" className="link" onClick={actions.simulate.run}>
          {t("results.again")}
        </button>
      </p>
    );
  }
  return (
    <p className="about figures">
      {t("results.about", {
        scenario: view.scenario,
        accounts: number(report.accounts),
        days: report.horizonDays,
        replications: report.replications,
        at: date(view.at, "short"),
      })}
    </p>
  );
}

function NoRun() {
  const { t } = useSpeech();
  const running = useResults((state) => state.running !== null);
  const start = useWindow((state) => state.start);
  const { number } = useSpeech();
  return (
    <div className="no-run">
      <p>
        {running
          ? t("results.running")
          : t("results.none", {
              accounts: number(start?.accounts ?? 0),
              days: start?.scenario.horizonDays ?? 90,
            })}
      </p>
    </div>
  );
}
