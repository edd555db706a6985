import { showBehind } from "../../core/behind";
import type { RunView } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";
import { Proposals } from "./Proposals";

const causes = ["noMatchingTitle", "claimedByEarlierRole", "neverAssigned", "removed", "refused"] as const;

/** Why the groups that are not ready are not: for each role, the causes counted. */
export function WhyTab({ view }: { view: RunView }) {
  const { t, number } = useSpeech();
  const names = useNames();
  const why = view.report.why.filter((row) => causes.some((cause) => (row.causes[cause]?.mean ?? 0) > 0));
  const several = view.report.solutionInterests.length > 1;
  const most = Math.max(1, ...why.flatMap((row) => causes.map((cause) => row.causes[cause]?.mean ?? 0)));
  if (why.length === 0)
    return (
      <div className="why">
        <p className="hint">{t("why.none")}</p>
        <Proposals view={view} />
      </div>
    );
  return (
    <div className="why">
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
                {several ? <td>{names.reference("solutionInterest", row.solutionInterest)}</td> : null}
                {causes.map((cause) => {
                  const count = row.causes[cause]?.mean ?? 0;
                  return (
                    <td
                      key={cause}
                      className="n heat"
                      style={{ "--heat": count / most } as React.CSSProperties}
                    >
                      {count > 0 ? (
                        <button
                          type="button"
                          className="link"
                          onClick={() =>
                            void showBehind({
                              what: "missing",
                              solutionInterest: row.solutionInterest,
                              role: row.role,
                              cause,
                            })
                          }
                        >
                          {number(count, 1)}
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
      <Proposals view={view} />
    </div>
  );
}
