import type { Estimate, InterestFigures, Report } from "../../core/types";
import { useWindow } from "../../core/window";
import { useSpeech } from "../../i18n";

interface Figure {
  id: string;
  name: string;
  estimate: Estimate | undefined;
  show: (value: number | null | undefined) => string;
  more?: string;
  /** Why there may be no such figure. */
  none?: string;
}

/** The key figures, each with its 95 % interval; those of groups are of one solution interest. */
export function Figures({ report, of }: { report: Report; of: InterestFigures | undefined }) {
  const { t, number, percent, money } = useSpeech();
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  const few = (of?.salesReady.mean ?? 0) < 1;
  const amount = (value: number | null | undefined) => money(value, currency);
  const figures: Figure[] = [
    {
      id: "ready",
      name: t("figure.ready"),
      estimate: of?.salesReady,
      // Of few groups the hundredths matter; a count is never below zero, though an interval of its mean may be.
      show: (value) =>
        number(value === null || value === undefined ? value : Math.max(0, value), few ? 2 : 1),
      more: percent(of?.salesReadyShare.mean, 1),
    },
    {
      id: "median",
      name: t("figure.median"),
      estimate: of?.medianDaysToReady,
      show: (value) => number(value, 1),
      none: t("figure.median.none"),
    },
    {
      id: "reached",
      name: t("figure.reached"),
      estimate: report.kpis.awareness.accountsReached,
      show: (value) => percent(value, 1),
    },
    {
      id: "engaged",
      name: t("figure.engaged"),
      estimate: report.kpis.engagement.accounts,
      show: (value) => percent(value, 1),
    },
    {
      id: "lead",
      name: t("figure.lead"),
      estimate: report.summary.costPerLead,
      show: amount,
      none: t("figure.lead.none"),
    },
    {
      id: "group",
      name: t("figure.group"),
      estimate: report.summary.costPerReadyGroup,
      show: amount,
      none: t("figure.group.none"),
    },
  ];
  return (
    <dl className="kpis figures">
      {figures.map(({ id, name, estimate, show, more, none }) => (
        <div key={id} className="kpi" data-testid={`kpi-${id}`}>
          <dt>{name}</dt>
          <dd>
            <b>{show(estimate?.mean)}</b>
            {more && estimate?.mean !== null ? <span className="kpi-more">{more}</span> : null}
            <small>
              {estimate && estimate.low !== null && show(estimate.low) !== show(estimate.high)
                ? t("figure.interval", { low: show(estimate.low), high: show(estimate.high) })
                : estimate?.mean === null && none
                  ? none
                  : "\u00a0"}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
