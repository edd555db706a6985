import { useEffect, useState } from "react";
import * as api from "../core/api";
import { useDesk } from "../core/desk";
import { complain } from "../core/failures";
import { useTables } from "../core/tables";
import type { Overlap } from "../core/types";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";

/** Who is in the groups of several solution interests. */
export function OverlapView() {
  const { t, number } = useSpeech();
  const names = useNames();
  const edition = useTables((state) => state.edition);
  const revision = useDesk((state) => state.view?.revision);
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tables and another workspace make another overlap.
  useEffect(() => {
    let wanted = true;
    api.overlap().then((found) => wanted && setOverlap(found), complain);
    return () => {
      wanted = false;
    };
  }, [edition, revision]);
  if (!overlap) return null;
  const interest = (id: string) => names.reference("solutionInterest", id);
  if (overlap.pairs.length === 0) return <p className="data-none">{t("overlap.one")}</p>;
  if (overlap.people === 0) return <p className="data-none">{t("overlap.nobody")}</p>;
  return (
    <div className="overlap" data-testid="overlap">
      <p className="hint">{t("overlap.hint", { count: overlap.people, people: number(overlap.people) })}</p>
      <table className="table figures">
        <thead>
          <tr>
            <th scope="col">{t("overlap.pair")}</th>
            <th scope="col" className="n">
              {t("data.people")}
            </th>
          </tr>
        </thead>
        <tbody>
          {overlap.pairs.map(({ a, b, people }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">{t("overlap.both", { a: interest(a), b: interest(b) })}</th>
              <td className="n">{number(people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("overlap.person")}</th>
            <th scope="col">{t("groups.column.account")}</th>
            <th scope="col">{t("overlap.roles")}</th>
          </tr>
        </thead>
        <tbody>
          {overlap.some.map((person) => (
            <tr key={person.person}>
              <th scope="row">{person.name}</th>
              <td>{person.account}</td>
              <td>{person.roles.map(([id, role]) => `${interest(id)}: ${role}`).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {overlap.people > overlap.some.length ? (
        <p className="hint">{t("count.more", { count: number(overlap.people - overlap.some.length) })}</p>
      ) : null}
    </div>
  );
}
