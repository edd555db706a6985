import { useDocument } from "../core/document";
import { indexed, useResults } from "../core/results";
import type { Node } from "../core/types";
import { useSpeech } from "../i18n";
import { Person } from "../panels/glyphs";
import { useNames } from "../panels/names";
import { pathsInside } from "./geometry";

/** The paths of a split by people, opened inside its card, with the persons of each after a run. */
export function PeoplePaths({ node }: { node: Node }) {
  const { t, number } = useSpeech();
  const names = useNames();
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  const report = useResults((state) => state.view?.report);
  const counts = report ? indexed(report).nodes.get(node.id)?.people?.paths : undefined;
  const paths = pathsInside(node, kind);
  if (paths.length === 0) return null;
  return (
    <ul className="card-paths">
      {paths.map((path) => {
        const name = names.exit({ path: path.id, label: path.label ?? null });
        return (
          <li key={path.id}>
            <span className="pill" title={name}>
              <span>{name}</span>
            </span>
            {counts ? (
              <b className="figures" title={t("on.people")}>
                <Person />
                {number(counts[path.id]?.mean ?? 0)}
              </b>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
