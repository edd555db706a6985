import { useMemo } from "react";
import { bars } from "../../charts/bars";
import { Figure } from "../../charts/Figure";
import { showBehind } from "../../core/behind";
import type { Channel, RunView } from "../../core/types";
import { useWindow } from "../../core/window";
import { messageFor, useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";

/** What the journey costs, by channel. */
export function CostTab({ view }: { view: RunView }) {
  const { t, money, percent, locale } = useSpeech();
  const theme = useTheme();
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  const { kpis, summary } = view.report;
  const channels = Object.entries(kpis.cost.byChannel);
  const all = summary.cost.mean ?? 0;
  const interval = (low: number | null, high: number | null) =>
    low === null || low === high
      ? ""
      : t("figure.interval", { low: money(low, currency), high: money(high, currency) });
  const rows = channels.map(([channel, estimate]) => ({
    channel: channel as Channel,
    name: t(messageFor("channel", channel) ?? "channel.other"),
    estimate,
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const option = useMemo(
    () =>
      bars(
        rows.map(({ name, estimate }) => ({
          name,
          value: estimate.mean ?? 0,
          label: money(estimate.mean, currency),
        })),
        { lying: true },
      ),
    [view, theme, locale, currency],
  );
  const spent = (channel: Channel) => void showBehind({ what: "channel", channel });
  const each = [
    { name: t("figure.lead"), of: summary.costPerLead },
    { name: t("figure.group"), of: summary.costPerReadyGroup },
  ];
  return (
    <div className="pictures cost">
      <Figure
        testid="chart-cost"
        title={t("cost.byChannel")}
        option={option}
        label={t("cost.sentence", { total: money(summary.cost.mean, currency) })}
        cells={() => [
          [t("cost.channel"), t("cost.amount"), t("cost.part")],
          ...rows.map(({ name, estimate }) => [
            name,
            estimate.mean,
            all > 0 ? percent((estimate.mean ?? 0) / all) : null,
          ]),
        ]}
        show={(amount) => money(amount, currency)}
        pick={({ index }) => rows[index] && spent(rows[index].channel)}
        pickRow={(row) => rows[row] && spent(rows[row].channel)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
      <section className="scroll" tabIndex={0} aria-label={t("results.cost")}>
        <table className="table figures">
          <thead>
            <tr>
              <th scope="col">{t("cost.channel")}</th>
              <th scope="col" className="n">
                {t("cost.amount")}
              </th>
              <th scope="col" className="n">
                {t("cost.part")}
              </th>
              <th scope="col" className="n">
                {t("cost.interval")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ channel, name, estimate }) => (
              <tr key={channel}>
                <th scope="row">{name}</th>
                <td className="n">
                  <button type="button" className="link" onClick={() => spent(channel)}>
                    {money(estimate.mean, currency)}
                  </button>
                </td>
                <td className="n">{all > 0 ? percent((estimate.mean ?? 0) / all) : "–"}</td>
                <td className="n">{interval(estimate.low, estimate.high)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("cost.total")}</th>
              <td className="n">
                <b data-testid="cost-total">{money(summary.cost.mean, currency)}</b>
              </td>
              <td />
              <td className="n">{interval(summary.cost.low, summary.cost.high)}</td>
            </tr>
            {each.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="n">{money(of.mean, currency)}</td>
                <td />
                <td className="n">{interval(of.low, of.high)}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      </section>
    </div>
  );
}
