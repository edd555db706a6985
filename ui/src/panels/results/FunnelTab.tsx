import { useMemo, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Picked } from "../../charts/Chart";
import { Figure } from "../../charts/Figure";
import { type Flow, sankey } from "../../charts/sankey";
import { showBehind } from "../../core/behind";
import { flowOrder, useDocument } from "../../core/document";
import { hereOn, indexed, useResults } from "../../core/results";
import type { RunView } from "../../core/types";
import { jumpTo } from "../../core/window";
import { useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";
import { useNames } from "../names";

/** The flow through the journey as a picture and as a table. */
export function FunnelTab({ view }: { view: RunView }) {
  const { t } = useSpeech();
  const [table, setTable] = useState(false);
  return (
    <div className="funnel">
      <ToggleButtonGroup
        className="ways"
        aria-label={t("funnel.ways")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[table ? "table" : "flow"]}
        onSelectionChange={(keys) => setTable(keys.has("table"))}
      >
        <ToggleButton id="flow" className="way">
          {t("funnel.flow")}
        </ToggleButton>
        <ToggleButton id="table" className="way" data-testid="funnel-table">
          {t("funnel.table")}
        </ToggleButton>
      </ToggleButtonGroup>
      {table ? <StepsTable view={view} /> : <FlowPicture view={view} />}
    </div>
  );
}

/** The edges as bands; a click leads to the accounts behind it. */
function FlowPicture({ view }: { view: RunView }) {
  const { t, number, locale } = useSpeech();
  const names = useNames();
  const theme = useTheme();
  const journey = useDocument((state) => state.journey);
  const { report } = view;
  const step = (id: string) => {
    const node = journey?.nodes[id];
    return node ? names.node(node) : id;
  };
  const edges = report.edges.filter(({ accounts }) => (accounts.mean ?? 0) > 0);
  const rows = edges.map(({ from, path, to, accounts }) => {
    const exit = journey?.exits[from]?.find((of) => of.path === path);
    const by = path === null ? "" : ` · ${exit ? names.exit(exit) : names.exit({ path, label: null })}`;
    return {
      from,
      to: to ?? `end ${from} ${path ?? ""}`,
      name: `${step(from)}${by} → ${to === null ? t("canvas.end") : step(to)}`,
      value: accounts.mean ?? 0,
      label: number(accounts.mean, 1),
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const option = useMemo(() => {
    const ids = [...new Set(rows.flatMap(({ from, to }) => [from, to]))];
    const nodes = ids.map((id) => {
      const end = id.startsWith("end ");
      return { id, end, name: end ? t("canvas.end") : step(id) };
    });
    return sankey(nodes, rows);
  }, [report, journey?.nodes, theme, locale]);
  const took = (at: number) => {
    const edge = edges[at];
    if (edge) void showBehind({ what: "took", from: edge.from, path: edge.path, to: edge.to });
  };
  const pick = ({ data }: Picked) => {
    const { flow, name } = data as { flow?: Flow; name?: string };
    if (flow)
      took(
        rows.findIndex(({ from, to, name }) => from === flow.from && to === flow.to && name === flow.name),
      );
    else if (name && journey?.nodes[name]) void showBehind({ what: "entered", node: name });
  };
  return (
    <Figure
      testid="chart-funnel"
      title={t("results.funnel")}
      note={t("funnel.note")}
      option={option}
      label={t("funnel.sentence", {
        entered: number(report.summary.entered.mean, 1),
        finished: number(report.summary.finished.mean, 1),
        inside: number(report.summary.stillInside.mean, 1),
      })}
      cells={() => [
        [t("funnel.edge"), t("funnel.accounts")],
        ...rows.map(({ name, value }) => [name, value]),
      ]}
      pick={pick}
      pickRow={took}
    />
  );
}

/** How many come to each node, stay and leave; the name leads to the card, the counts to the accounts. */
function StepsTable({ view }: { view: RunView }) {
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
              <tr key={id} data-step={id}>
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
                <td className="n">
                  <button
                    type="button"
                    className="link"
                    onClick={() => void showBehind({ what: "entered", node: id })}
                  >
                    {number(row.entered.mean, 1)}
                  </button>
                </td>
                <td className="n">{percent(share)}</td>
                <td className="n">
                  <button
                    type="button"
                    className="link"
                    onClick={() => void showBehind({ what: "here", node: id, day })}
                  >
                    {number(hereOn(view.report, id, day), 1)}
                  </button>
                </td>
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
