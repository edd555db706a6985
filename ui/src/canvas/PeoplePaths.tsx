import { useDocument } from "../core/document";
import { useLive } from "../core/live";
import { indexed, useResults } from "../core/results";
import type { Node } from "../core/types";
import { actionOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Chevron, ChevronUp, Person } from "../panels/glyphs";
import { useNames } from "../panels/names";
import { toggle, useFolded } from "./fold";
import { actionsInside, pathsInside } from "./geometry";
import { Icon } from "./Icon";
import { InPlaceField } from "./InPlaceField";
import { useInPlace } from "./inPlace";

/** The paths of a split by people, opened inside its card, with what each does and, after a run, its persons. */
export function PeoplePaths({ node }: { node: Node }) {
  const { t, number } = useSpeech();
  const names = useNames();
  const kind = useDocument((state) => state.journey?.header.kind) ?? "account";
  // What Live tells of people is the cards' own number only.
  const live = useLive((state) => state.on);
  const report = useResults((state) => (live ? undefined : state.view?.report));
  const counts = report ? indexed(report).nodes.get(node.id)?.people?.paths : undefined;
  const paths = pathsInside(node, kind);
  const folded = useFolded(node.id);
  const writing = useInPlace(({ at }) => (at?.what === "path" && at.node === node.id ? at.path : null));
  if (paths.length === 0) return null;
  const label = t(folded ? "fold.open" : "fold.close", { count: paths.length });
  return (
    <>
      <button
        type="button"
        className="fold nodrag nopan"
        tabIndex={-1}
        aria-expanded={!folded}
        aria-label={label}
        title={label}
        data-testid={`fold-${node.id}`}
        onClick={() => toggle([node.id])}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {folded ? <Chevron /> : <ChevronUp />}
      </button>
      {folded ? null : (
        <ul className="card-paths">
          {paths.map((path) => {
            const name = names.exit({ path: path.id, label: path.label ?? null });
            return (
              <li key={path.id}>
                <span className="pill" title={name}>
                  {writing === path.id ? (
                    <InPlaceField
                      node={node}
                      value={path.label ?? ""}
                      label={t("path.name")}
                      placeholder={name}
                    />
                  ) : (
                    <span>{name}</span>
                  )}
                </span>
                {counts ? (
                  <b className="figures" title={t("on.people")}>
                    <Person />
                    {number(counts[path.id]?.mean ?? 0)}
                  </b>
                ) : (
                  <PathActions types={actionsInside(node, path.id)} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** How many actions of a path are shown one by one. */
const most = 3;

function PathActions({ types }: { types: string[] }) {
  const { text, number } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  if (types.length === 0) return null;
  const all = types.map((type) => text(actionOf(catalogue, type)?.name) || type).join(", ");
  return (
    <span className="path-actions" title={all}>
      <span className="unseen">{all}</span>
      {types.slice(0, most).map((type, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same action may be there twice, and nothing moves.
        <Icon key={index} family="action" svg={actionOf(catalogue, type)?.icon} />
      ))}
      {types.length > most ? <span aria-hidden="true">+{number(types.length - most)}</span> : null}
    </span>
  );
}
