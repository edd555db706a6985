import { flowOrder, useDocument } from "../../core/document";
import { hereOn, indexed, useResults } from "../../core/results";
import type { RunView } from "../../core/types";
import { jumpTo } from "../../core/window";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";

/** How many come to each node, stay and leave; the name leads to the card. */
export function FunnelTab({ view }: { view: RunView }) {
  const { t, number, percent } = useSpeech();
  const names = useNames();
  const journey = useDocument((state) => state.journey);
  const day = useResults((state) => state.day);
  const { nodes } = indexed(view.report);
  const all = view.report.summary.entered.mean ?? 0;
  if (!journey) return null;
  return (
    <div className="scroll">
      <table className="table figures">
        <thead>
          <tr>
            <th scope="col">{t("funnel.node")}</th>
            <th scope="col" className="wide-column">
              {t("funnel.share")}
            </th>
            <th scope="col" className="n">
              {t("funnel.entered")}
            </th>
            <th scope="col" className="n">
              {t("funnel.ofAll")}
            </th>
            <th scope="col" className="n">
              {t("funnel.here")}
            </th>
            <th scope="col" className="n">
              {t("funnel.left")}
            </th>
            <th scope="col" className="n">
              {t("funnel.reached")}
            </th>
          </tr>
        </thead>
        <tbody>
          {flowOrder(journey).map((id) => {
            const row = nodes.get(id);
            const node = journey.nodes[id];
            if (!row || !node) return null;
            const share = all > 0 ? (row.entered.mean ?? 0) / all : 0;
            return (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => jumpTo(id)}>
                    {names.node(node)}
                  </button>
                </th>
                <td>
                  <div className="bar" aria-hidden="true">
                    <div className="bar-end" style={{ width: `${Math.min(1, share) * 100}%` }} />
                  </div>
                </td>
                <td className="n">{number(row.entered.mean, 1)}</td>
                <td className="n">{percent(share)}</td>
                <td className="n">{number(hereOn(view.report, id, day), 1)}</td>
                <td className="n">{number(row.left.mean, 1)}</td>
                <td className="n">{row.people?.reached ? number(row.people.reached.mean, 1) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
