import { showBehind } from "../../core/behind";
import type { Behind, RoleFigures, RunView } from "../../core/types";
import { useSpeech } from "../../i18n";
import { useNames } from "../names";

const behind = (of: Behind) => void showBehind(of);
const at = ({ solutionInterest, role }: RoleFigures) => ({ solutionInterest, role });

/** How each role fills from start to end, by source, and how many groups still miss it. */
export function RolesTab({ view }: { view: RunView }) {
  const { t, number, percent } = useSpeech();
  // Of few groups the tenths matter.
  const count = (mean: number | null | undefined) => number(mean, (mean ?? 0) < 10 ? 1 : 0);
  const names = useNames();
  const several = view.report.solutionInterests.length > 1;
  return (
    <div className="scroll">
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
          {view.report.roles.map((row) => (
            <tr key={`${row.solutionInterest} ${row.role}`}>
              <th scope="row">
                {row.role}
                {row.required ? <span className="chip">{t("roles.required")}</span> : null}
              </th>
              {several ? <td>{names.reference("solutionInterest", row.solutionInterest)}</td> : null}
              <td>
                <div className="bar" aria-hidden="true">
                  <div className="bar-end" style={{ width: `${(row.fillEnd.mean ?? 0) * 100}%` }} />
                  <div className="bar-start" style={{ width: `${(row.fillStart.mean ?? 0) * 100}%` }} />
                </div>
              </td>
              <td className="n">{percent(row.fillStart.mean)}</td>
              <td className="n">
                <button type="button" className="link" onClick={() => behind({ ...at(row), what: "holds" })}>
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
    </div>
  );
}
