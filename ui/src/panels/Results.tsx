import { actions } from "../actions";
import { useDocument } from "../core/document";
import { useLive } from "../core/live";
import { changedSince, type ResultsTab, useResults } from "../core/results";
import type { RunView } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { MattersTab } from "../studies/MattersTab";
import { Boundary } from "./Boundary";
import { Chevron, Grow, Shrink, Warning } from "./glyphs";
import { AccountsTab } from "./results/AccountsTab";
import { CostTab } from "./results/CostTab";
import { DaySlider } from "./results/DaySlider";
import { FillTab } from "./results/FillTab";
import { FunnelTab } from "./results/FunnelTab";
import { LiveTab, LiveWords } from "./results/LiveTab";
import { RolesTab } from "./results/RolesTab";
import { TimeTab } from "./results/TimeTab";
import { WhyTab } from "./results/WhyTab";
import { StudiesMenu } from "./StudiesMenu";
import { TabPanel, TabRow } from "./TabRow";

const tabs = [
  { id: "fill", Body: FillTab },
  { id: "roles", Body: RolesTab },
  { id: "funnel", Body: FunnelTab },
  { id: "time", Body: TimeTab },
  { id: "cost", Body: CostTab },
  { id: "accounts", Body: AccountsTab },
  { id: "why", Body: WhyTab },
  { id: "matters", Body: MattersTab },
] as const;

/** The drawer with the last run's figures. */
export function Results() {
  const { t } = useSpeech();
  const open = useWindow((state) => state.drawer);
  const view = useResults((state) => state.view);
  const live = useLive((state) => state.on);
  const tab = useResults((state) => state.tab);
  const large = useResults((state) => state.large);
  // Live has a tab while it is on, and what is behind its numbers is asked without a run.
  const shown: ResultsTab[] = live ? ["live"] : [];
  if (view) shown.push(...tabs.map(({ id }) => id));
  else if (live) shown.push("accounts");
  const chosen = shown.includes(tab) ? tab : (shown[0] ?? "fill");
  return (
    <section
      className="drawer"
      data-open={open || undefined}
      data-large={(open && large) || undefined}
      aria-label={t("results.title")}
      data-testid="results"
    >
      <div className="results">
        <div className="drawer-head">
          {open && shown.length > 0 ? (
            <TabRow
              label={t("results.title")}
              tabs={shown.map((id) => ({ id, name: t(id === "live" ? "live.name" : `results.${id}`) }))}
              chosen={chosen}
              choose={(tab) => useResults.setState({ tab })}
            />
          ) : (
            <h2 className="drawer-title">{t("results.title")}</h2>
          )}
          {live && (chosen === "live" || !open) ? (
            <p className="about figures" role="status">
              <LiveWords />
            </p>
          ) : view ? (
            <About view={view} />
          ) : (
            <span className="space" />
          )}
          {view && open && !live ? <DaySlider report={view.report} /> : null}
          <StudiesMenu />
          {open ? (
            <button
              type="button"
              className="drawer-toggle"
              aria-pressed={large}
              aria-label={t(large ? "results.small" : "results.large")}
              title={t(large ? "results.small" : "results.large")}
              data-testid="enlarge"
              onClick={actions.enlarge.run}
            >
              {large ? <Shrink /> : <Grow />}
            </button>
          ) : null}
          <button
            type="button"
            className="drawer-toggle drawer-fold"
            aria-expanded={open}
            aria-label={t(open ? "results.close" : "results.open")}
            data-testid="drawer"
            onClick={actions.results.run}
          >
            <Chevron />
          </button>
        </div>
        {!open ? null : shown.length > 0 ? (
          <TabPanel key={chosen} id={chosen}>
            <Boundary key={view?.run}>
              <Body tab={chosen} view={view} />
            </Boundary>
          </TabPanel>
        ) : (
          <NoRun />
        )}
      </div>
    </section>
  );
}

function Body({ tab, view }: { tab: ResultsTab; view: RunView | null }) {
  if (tab === "live") return <LiveTab />;
  const Shown = tabs.find(({ id }) => id === tab)?.Body;
  if (view && Shown) return <Shown view={view} />;
  return tab === "accounts" ? <AccountsTab /> : null;
}

/** What the figures belong to, and whether the journey has gone on since. */
function About({ view }: { view: RunView }) {
  const { t, number, date } = useSpeech();
  const changed = useDocument((state) => changedSince(view, state.journey));
  const { report } = view;
  if (changed) {
    return (
      <p className="about stale" data-testid="stale">
        <Warning />
        <span title={t("results.stale")}>{t("results.stale")}</span>
        <button type="button" className="link" onClick={actions.simulate.run}>
          {t("results.again")}
        </button>
      </p>
    );
  }
  const words = t("results.about", {
    scenario: view.scenario,
    accounts: number(report.accounts),
    ofAccounts: report.accounts,
    days: report.horizonDays,
    replications: report.replications,
    at: date(view.at, "short"),
  });
  return (
    <p className="about figures" title={words}>
      {words}
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
          : start?.accounts === null
            ? t("data.reading")
            : start?.accounts === 0
              ? t("results.noAccounts")
              : t("results.none", {
                  accounts: number(start?.accounts ?? 0),
                  ofAccounts: start?.accounts ?? 0,
                  days: start?.scenario.horizonDays ?? 90,
                })}
      </p>
    </div>
  );
}
