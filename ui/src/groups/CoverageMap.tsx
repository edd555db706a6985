import { useEffect, useState } from "react";
import * as api from "../core/api";
import { useDesk } from "../core/desk";
import { complain } from "../core/failures";
import { showSection } from "../core/screen";
import { useTables } from "../core/tables";
import type { Coverage } from "../core/types";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { everything, lookAt } from "./store";

/** How far each role is filled in the groups of each solution interest; a cell leads to the groups that lack it. */
export function CoverageMap() {
  const { t, percent, number } = useSpeech();
  const names = useNames();
  const edition = useTables((state) => state.edition);
  const revision = useDesk((state) => state.view?.revision);
  const [coverage, setCoverage] = useState<Coverage | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tables and another workspace make another map.
  useEffect(() => {
    let wanted = true;
    api.coverage().then((found) => wanted && setCoverage(found), complain);
    return () => {
      wanted = false;
    };
  }, [edition, revision]);
  if (!coverage) return null;
  const { solutionInterests, roles, cells, groups } = coverage;
  if (roles.length === 0) return <p className="data-none">{t("groups.empty")}</p>;
  return (
    <div className="coverage">
      <p className="hint">{t("coverage.hint")}</p>
      <table className="heat figures" data-testid="coverage">
        <thead>
          <tr>
            <th scope="col">{t("data.role")}</th>
            {solutionInterests.map((id, place) => (
              <th key={id} scope="col">
                {names.reference("solutionInterest", id)}
                <small>
                  {t("coverage.groups", { count: groups[place] ?? 0, groups: number(groups[place]) })}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((role, row) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              {solutionInterests.map((id, column) => {
                const cell = cells[row]?.[column];
                if (!cell) return <td key={id} className="heat-none" aria-label={t("coverage.noCard")} />;
                const lacking = (groups[column] ?? 0) - cell.filled;
                return (
                  <td key={id}>
                    <button
                      type="button"
                      className="heat-cell"
                      style={{ "--fill": cell.fill } as React.CSSProperties}
                      disabled={!cell.required || lacking === 0}
                      onClick={() => {
                        lookAt({ ...everything, solutionInterest: id, missing: [role] });
                        showSection("list");
                      }}
                    >
                      <b>{percent(cell.fill)}</b>
                      <small>
                        {cell.required
                          ? t("coverage.lacking", { count: lacking, groups: number(lacking) })
                          : t("coverage.optional", { count: cell.members, members: number(cell.members) })}
                      </small>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
