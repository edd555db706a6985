import { useDeferredValue, useMemo } from "react";
import { flowOrder, useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";

/** The journey as a list in flow order, for those who hear the canvas. */
export function Outline() {
  const { t, list, locale } = useSpeech();
  const names = useNames();
  // The list follows when the board is drawn.
  const nodes = useDeferredValue(useDocument((state) => state.journey?.nodes));
  const exits = useDeferredValue(useDocument((state) => state.journey?.exits));
  const catalogue = useWindow((state) => state.catalogue);
  // Long lists are made anew only when what they tell has changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with the language and the catalogue only.
  return useMemo(() => {
    if (!nodes || !exits) return null;
    const journey = { nodes, exits };
    return (
      <section className="unseen" aria-label={t("canvas.outline")}>
        <ol>
          {flowOrder(journey).map((id) => {
            const node = journey.nodes[id];
            if (!node) return null;
            const ways = (journey.exits[id] ?? []).map((exit) => {
              const to = exit.to ? journey.nodes[exit.to] : undefined;
              const target = to ? names.node(to) : t("canvas.end");
              return exit.path === null ? target : t("canvas.way", { path: names.exit(exit), node: target });
            });
            return (
              <li key={id}>
                {t("canvas.outlineRow", {
                  title: node.disabled ? t("canvas.cardOff", { card: names.node(node) }) : names.node(node),
                  doing: names.doing(node),
                  ways: list(ways),
                })}
              </li>
            );
          })}
        </ol>
      </section>
    );
  }, [nodes, exits, catalogue, locale]);
}
