import { indexed, useResults } from "../core/results";
import type { Node } from "../core/types";
import { useSpeech } from "../i18n";

interface Path {
  id: string;
  label?: string | null;
}

/** The paths of a split by people, folded into its card, with the persons of each after a run. */
export function PeoplePaths({ node }: { node: Node }) {
  const { t, number } = useSpeech();
  const report = useResults((state) => state.view?.report);
  const counts = report ? indexed(report).nodes.get(node.id)?.people?.paths : undefined;
  const paths = Array.isArray(node.paths) ? (node.paths as Path[]) : [];
  const other = node.other ? [{ id: "other", label: t("exit.other") }] : [];
  const all = [...paths, ...other];
  const shown = all.length > 4 ? all.slice(0, 3) : all;
  return (
    <span className="card-paths">
      {shown.map((path) => (
        <span className="pill" key={path.id} title={path.label ?? path.id}>
          <span>{path.label || path.id}</span>
          {counts ? <b className="figures">{number(counts[path.id]?.mean ?? 0)}</b> : null}
        </span>
      ))}
      {shown.length < all.length ? <span className="pill">+{all.length - shown.length}</span> : null}
    </span>
  );
}
