import { useMemo } from "react";
import { Figure } from "../../charts/Figure";
import { parts } from "../../charts/parts";
import { showBehind } from "../../core/behind";
import type { Behind, RoleFigures, RunView } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";
import { useRoles } from "./roles";

const behind = (of: Behind) => void showBehind(of);
const at = ({ solutionInterest, role }: RoleFigures) => ({ solutionInterest, role });

/** How each role fills from start to end, by source, and how many groups still miss it. */
export function RolesTab({ view }: { view: RunView }) {
  const { t, number, percent, locale } = useSpeech();
  // Of few groups the tenths matter.
  const count = (mean: number | null | undefined) => number(mean, (mean ?? 0) < 10 ? 1 : 0);
  const theme = useTheme();
  const { roles } = view.report;
  const { several, interest, named } = useRoles(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const option = useMemo(
    () =>
      parts(
        roles.map(named),
        [
          {
            name: t("roles.start"),
            values: roles.map(({ fillStart }) => fillStart.mean ?? 0),
            colour: "chart-1",
            pattern: "striped",
          },
          { name: t("roles.end"), values: roles.map(({ fillEnd }) => fillEnd.mean ?? 0), colour: "chart-1" },
        ],
        { value: (share) => percent(share), max: 1 },
      ),
    [view, theme, locale],
  );
  const sources = ["system", "journey", "manual"] as const;
  const cells = () => [
    [
      t("roles.role"),
      ...["start", "end", "missing", ...sources, "ads"].map((of) => t(`roles.${of}` as "roles.ads")),
    ],
    ...roles.map((row) => [
      named(row),
      row.fillStart.mean,
      row.fillEnd.mean,
      row.required ? row.groupsMissing.mean : null,
      ...sources.map((source) => row.membersBySource[source]?.mean ?? 0),
      row.membersFromAdvertising.mean,
    ]),
  ];
  const [least] = [...roles].sort((a, b) => (a.fillEnd.mean ?? 0) - (b.fillEnd.mean ?? 0));
  return (
    <Figure
      testid="chart-roles"
      title={t("roles.title")}
      note={t("roles.note")}
      option={option}
      label={t("roles.sentence", {
        count: roles.length,
        role: least?.role ?? "",
        share: percent(least?.fillEnd.mean),
      })}
      cells={cells}
      pick={({ index }) => {
        const row = roles[index];
        if (row) behind({ ...at(row), what: "holds" });
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
      <section className="scroll" tabIndex={0} aria-label={t("roles.title")}>
        <table className="table figures">
          <thead>
            <tr>
              <th scope="col">{t("roles.role")}</th>
              {several ? <th scope="col">{t("roles.interest")}</th> : null}
              <th scope="col" className="wide-column">
                {t("roles.fill")}
              </th>
              <th scope="col" className="n">
                {t("roles.start")}
              </th>
              <th scope="col" className="n">
                {t("roles.end")}
              </th>
              <th scope="col" className="n">
                {t("roles.missing")}
              </th>
              <th scope="col" className="n">
                {t("roles.system")}
              </th>
              <th scope="col" className="n">
                {t("roles.journey")}
              </th>
              <th scope="col" className="n">
                {t("roles.manual")}
              </th>
              <th scope="col" className="n">
                {t("roles.ads")}
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((row) => (
              <tr key={`${row.solutionInterest} ${row.role}`}>
                <th scope="row">
                  {row.role}
                  {row.required ? <span className="chip">{t("roles.required")}</span> : null}
                </th>
                {several ? <td>{interest(row)}</td> : null}
                <td>
                  <div className="bar" aria-hidden="true">
                    <div className="bar-end" style={{ width: `${(row.fillEnd.mean ?? 0) * 100}%` }} />
                    <div className="bar-start" style={{ width: `${(row.fillStart.mean ?? 0) * 100}%` }} />
                  </div>
                </td>
                <td className="n">{percent(row.fillStart.mean)}</td>
                <td className="n">
                  <button
                    type="button"
                    className="link"
                    onClick={() => behind({ ...at(row), what: "holds" })}
                  >
                    {percent(row.fillEnd.mean)}
                  </button>
                </td>
                <td className="n">
                  {row.required ? (
                    <button
                      type="button"
                      className="link"
                      onClick={() => behind({ ...at(row), what: "missing", cause: null })}
                    >
                      {count(row.groupsMissing.mean)}
                    </button>
                  ) : (
                    "–"
                  )}
                </td>
                <td className="n">{count(row.membersBySource.system?.mean ?? 0)}</td>
                <td className="n">{count(row.membersBySource.journey?.mean ?? 0)}</td>
                <td className="n">{count(row.membersBySource.manual?.mean ?? 0)}</td>
                <td className="n">{count(row.membersFromAdvertising.mean)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Figure>
  );
}
