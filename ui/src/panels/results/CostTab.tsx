import type { RunView } from "../../core/types";
import { useWindow } from "../../core/window";
import { messageFor, useSpeech } from "../../i18n";

/** What the journey costs, by channel. */
export function CostTab({ view }: { view: RunView }) {
  const { t, money, percent } = useSpeech();
  const currency = useWindow((state) => state.start?.scenario.costs?.currency) ?? "EUR";
  const { kpis, summary } = view.report;
  const channels = Object.entries(kpis.cost.byChannel);
  const most = Math.max(1e-9, ...channels.map(([, { mean }]) => mean ?? 0));
  const all = summary.cost.mean ?? 0;
  const interval = (low: number | null, high: number | null) =>
    low === null || low === high
      ? ""
      : t("figure.interval", { low: money(low, currency), high: money(high, currency) });
  return (
    <div className="scroll">
      <table className="table figures">
        <thead>
          <tr>
            <th scope="col">{t("cost.channel")}</th>
            <th scope="col" className="wide-column">
              {t("cost.share")}
            </th>
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
          {channels.map(([channel, estimate]) => (
            <tr key={channel}>
              <th scope="row">{t(messageFor("channel", channel) ?? "channel.other")}</th>
              <td>
                <div className="bar" aria-hidden="true">
                  <div className="bar-end" style={{ width: `${((estimate.mean ?? 0) / most) * 100}%` }} />
                </div>
              </td>
              <td className="n">{money(estimate.mean, currency)}</td>
              <td className="n">{all > 0 ? percent((estimate.mean ?? 0) / all) : "–"}</td>
              <td className="n">{interval(estimate.low, estimate.high)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("cost.total")}</th>
            <td />
            <td className="n">
              <b>{money(summary.cost.mean, currency)}</b>
            </td>
            <td />
            <td className="n">{interval(summary.cost.low, summary.cost.high)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
