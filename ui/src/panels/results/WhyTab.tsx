import { useMemo } from "react";
import { Figure } from "../../charts/Figure";
import { type Part, parts } from "../../charts/parts";
import { showBehind } from "../../core/behind";
import type { RunView, Why } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useTheme } from "../../style/theme";
import { Proposals } from "./Proposals";
import { useRoles } from "./roles";

const causes = ["noMatchingTitle", "claimedByEarlierRole", "neverAssigned", "removed", "refused"] as const;
type Cause = (typeof causes)[number];

const looks: Record<Cause, Pick<Part, "colour" | "pattern">> = {
  noMatchingTitle: { colour: "chart-1" },
  claimedByEarlierRole: { colour: "chart-2", pattern: "striped" },
  neverAssigned: { colour: "chart-3" },
  removed: { colour: "chart-4", pattern: "dotted" },
  refused: { colour: "text-soft", pattern: "crosswise" },
};

/** Why the groups that are not ready are not: for each role, the causes counted. */
export function WhyTab({ view }: { view: RunView }) {
  const { t, number, locale } = useSpeech();
  const theme = useTheme();
  const why = view.report.why.filter((row) => causes.some((cause) => (row.causes[cause]?.mean ?? 0) > 0));
  const { several, interest, named } = useRoles(view);
  const count = (row: Why, cause: Cause) => row.causes[cause]?.mean ?? 0;
  const all = why.flatMap((row) => causes.map((cause) => ({ row, cause, groups: count(row, cause) })));
  const [most] = [...all].sort((a, b) => b.groups - a.groups);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme, words with the language.
  const option = useMemo(
    () =>
      parts(
        why.map(named),
        causes.map((cause) => ({
          name: t(`why.${cause}`),
          values: why.map((row) => count(row, cause)),
          ...looks[cause],
        })),
        { stacked: true, value: (groups) => number(groups, 1) },
      ),
    [view, theme, locale],
  );
  const lead = (row: Why | undefined, cause: Cause | undefined) => {
    if (!row || !cause) return;
    const { solutionInterest, role } = row;
    void showBehind({ what: "missing", solutionInterest, role, cause });
  };
  if (why.length === 0)
    return (
      <div className="why">
        <p className="hint">{t("why.none")}</p>
        <Proposals view={view} />
      </div>
    );
  return (
    <div className="why">
      <Figure
        testid="chart-why"
        title={t("why.title")}
        note={t("why.unit")}
        option={option}
        label={t("why.sentence", {
          count: why.length,
          role: most?.row.role ?? "",
          cause: most ? t(`why.${most.cause}`) : "",
          groups: number(most?.groups, 1),
        })}
        cells={() => [
          [t("roles.role"), ...causes.map((cause) => t(`why.${cause}`))],
          ...why.map((row) => [named(row), ...causes.map((cause) => count(row, cause))]),
        ]}
        pick={({ series, index }) => lead(why[index], causes[series])}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
        <section className="scroll" tabIndex={0} aria-label={t("results.why")}>
          <table className="table figures">
            <thead>
              <tr>
                <th scope="col">{t("roles.role")}</th>
                {several ? <th scope="col">{t("roles.interest")}</th> : null}
                {causes.map((cause) => (
                  <th scope="col" key={cause} className="n" title={t(`why.${cause}.hint`)}>
                    {t(`why.${cause}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {why.map((row) => (
                <tr key={`${row.solutionInterest} ${row.role}`}>
                  <th scope="row">{row.role}</th>
                  {several ? <td>{interest(row)}</td> : null}
                  {causes.map((cause) => {
                    const groups = count(row, cause);
                    return (
                      <td
                        key={cause}
                        className="n heat"
                        style={{ "--heat": groups / Math.max(1, most?.groups ?? 0) } as React.CSSProperties}
                      >
                        {groups > 0 ? (
                          <button type="button" className="link" onClick={() => lead(row, cause)}>
                            {number(groups, 1)}
                          </button>
                        ) : (
                          number(0)
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="hint">{t("why.note")}</p>
        </section>
      </Figure>
      <Proposals view={view} />
    </div>
  );
}
