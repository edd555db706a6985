import { memo } from "react";
import { showBehind } from "../core/behind";
import { useCount } from "../core/counts";
import { useDocument } from "../core/document";
import { findingsOf } from "../core/problems";
import { jumpTo, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Plus, Warning, Wrong } from "../panels/glyphs";
import { useNames } from "../panels/names";
import { InPlaceField } from "./InPlaceField";
import { isNamed, useInPlace, write } from "./inPlace";
import type { Drawn } from "./lines";

interface ExitToolsProps extends Omit<Drawn, "key" | "line" | "from" | "to"> {
  x: number;
  y: number;
  pillX: number;
  room: number;
}

/** The path's name and the ⊕ of one exit; after a run also how many took it. */
export const ExitTools = memo(
  function ExitTools({ node, exit, name, x, y, pillX, room, end }: ExitToolsProps) {
    const { t, number } = useSpeech();
    const names = useNames();
    const key = `${node}/${exit.path ?? ""}`;
    const title = useDocument((state) => {
      const of = state.journey?.nodes[node];
      return of ? names.node(of) : node;
    });
    const worst = useDocument((state) =>
      state.journey && exit.path !== null
        ? findingsOf(state.journey.problems).get(node)?.exits[exit.path]
        : undefined,
    );
    const flow = useCount(({ exits }) => exits.get(key)) ?? undefined;
    const open = useWindow(({ menu }) => menu?.node === node && menu.path === exit.path);
    const chosen = useWindow(({ selection }) => selection.includes(node));
    const writing = useInPlace(({ at }) => at?.what === "path" && at.node === node && at.path === exit.path);
    const at = { node, path: exit.path };
    const took = (event: React.MouseEvent) => {
      event.stopPropagation();
      void showBehind({ what: "took", from: node, path: exit.path, to: exit.to });
    };
    return (
      <>
        {name ? (
          // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the card itself and its settings take the keys.
          <span
            className="pill exit-pill"
            data-pill={key}
            data-severity={worst}
            style={{
              maxWidth: writing ? undefined : room,
              transform: `translate(${pillX}px, ${y}px) translateY(-50%)`,
            }}
            onClick={() => jumpTo(node)}
            onDoubleClick={() => {
              if (isNamed(node, exit.path)) write({ node, what: "path", path: exit.path });
            }}
          >
            {worst ? worst === "error" ? <Wrong /> : <Warning /> : null}
            {writing ? (
              <Written node={node} value={exit.label ?? ""} hint={name} />
            ) : (
              <span title={name}>{name}</span>
            )}
            {flow === undefined || writing ? null : (
              <button
                type="button"
                className="count figures nodrag nopan"
                tabIndex={-1}
                aria-label={t("canvas.flow", { count: number(flow), path: name })}
                data-flow={key}
                onClick={took}
              >
                {number(flow)}
              </button>
            )}
          </span>
        ) : flow === undefined ? null : (
          <button
            type="button"
            className="exit-flow count figures nodrag nopan"
            tabIndex={-1}
            aria-label={t("canvas.flow", { count: number(flow), path: title })}
            data-flow={key}
            style={{ transform: `translate(${x}px, ${y - 13}px) translate(-50%, -100%)` }}
            onClick={took}
          >
            {number(flow)}
          </button>
        )}
        <button
          type="button"
          className="plus nodrag nopan"
          data-exit={key}
          data-end={end ? true : undefined}
          data-open={open || undefined}
          tabIndex={chosen ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={
            name ? t("canvas.addOn", { node: title, path: name }) : t("canvas.add", { node: title })
          }
          style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
          onClick={() => useWindow.setState({ menu: at })}
        >
          <Plus />
        </button>
      </>
    );
  },
  (a, b) =>
    a.x === b.x &&
    a.y === b.y &&
    a.pillX === b.pillX &&
    a.room === b.room &&
    a.name === b.name &&
    a.exit === b.exit &&
    a.node === b.node,
);

/** The field in place of a path's name. */
function Written({ node, value, hint }: { node: string; value: string; hint: string }) {
  const { t } = useSpeech();
  const record = useDocument((state) => state.journey?.nodes[node]);
  if (!record) return null;
  return <InPlaceField node={record} value={value} label={t("path.name")} placeholder={hint} />;
}
