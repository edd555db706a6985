import type { ImportSummary } from "../core/types";
import { useSpeech } from "../i18n";
import { Notes } from "./Notes";

const kinds = ["accounts", "people", "activities", "members"] as const;

/** What became of an import, by kind of record. */
export function ImportDone({ summary }: { summary: ImportSummary }) {
  const { t, number } = useSpeech();
  const shown = kinds.filter((kind) => {
    const { added, updated, unchanged } = summary[kind];
    return added + updated + unchanged > 0;
  });
  return (
    <>
      {shown.length === 0 ? <p>{t("import.nothing")}</p> : null}
      {shown.length > 0 ? (
        <table className="import-summary figures">
          <thead>
            <tr>
              <td />
              <th scope="col">{t("import.added")}</th>
              <th scope="col">{t("import.updated")}</th>
              <th scope="col">{t("import.unchanged")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`import.class.${kind}`)}</th>
                <td>{number(summary[kind].added)}</td>
                <td>{number(summary[kind].updated)}</td>
                <td>{number(summary[kind].unchanged)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Notes notes={summary.notes} noted={summary.noted} />
    </>
  );
}
