import { useEffect, useRef, useState } from "react";
import { Icon } from "../canvas/Icon";
import { sizes } from "../core/sizes";
import { kindOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { curve, type Drawing, type Mark } from "./drawing";

/** What stands on a marked card; never the colour alone. */
export const signs: Record<Mark, string> = { added: "+", removed: "−", changed: "●", moved: "↔" };

interface BoardProps {
  title: string;
  drawing: Drawing;
  chosen: string | null;
  choose: (node: string) => void;
  testid: string;
}

/** A journey to look at: scrolled by drag, wheel and arrows, never edited. */
export function Board({ title, drawing, chosen, choose, testid }: BoardProps) {
  const { t } = useSpeech();
  const names = useNames();
  const catalogue = useWindow((state) => state.catalogue);
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  const { left, top, width, height, cards, edges } = drawing;
  // At first the whole picture is seen, as long as it can be read.
  useEffect(() => {
    const room = box.current;
    if (room)
      setScale(Math.min(1, Math.max(0.7, Math.min(room.clientWidth / width, room.clientHeight / height))));
  }, [width, height]);
  useEffect(() => {
    const card = chosen ? box.current?.querySelector(`[data-drawn="${CSS.escape(chosen)}"]`) : null;
    card?.scrollIntoView({ block: "center", inline: "center" });
  }, [chosen]);
  return (
    <figure className="version-board" data-testid={testid}>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
      <section className="version-board-room" ref={box} tabIndex={0} aria-label={title}>
        <div style={{ width: width * scale, height: height * scale }}>
          <div className="version-board-sheet" style={{ width, height, transform: `scale(${scale || 1})` }}>
            <svg
              aria-hidden="true"
              width={width}
              height={height}
              viewBox={`${left} ${top} ${width} ${height}`}
            >
              {edges.map((edge) => (
                <g key={edge.id} data-mark={edge.mark ?? undefined}>
                  <path d={curve(edge)} />
                  {edge.end ? <circle cx={edge.to.x + 8} cy={edge.to.y} r="7" /> : null}
                  {edge.exit.path ? (
                    <text x={edge.from.x + 10} y={edge.from.y + (edge.to.y < edge.from.y ? 18 : -8)}>
                      {short(names.exit(edge.exit))}
                    </text>
                  ) : null}
                </g>
              ))}
            </svg>
            {cards.map(({ id, node, place, height: tall, mark }) => (
              <button
                key={id}
                type="button"
                className="version-board-card"
                data-drawn={id}
                data-mark={mark ?? undefined}
                aria-pressed={chosen === id}
                style={{ left: place.x - left, top: place.y - top, width: sizes.width, height: tall }}
                onClick={() => choose(id)}
              >
                <Icon family={kindOf(catalogue, node.kind)?.family} svg={names.info(node)?.icon} />
                <span>
                  <b>{names.node(node)}</b>
                  <small>{names.doing(node)}</small>
                </span>
                {mark ? (
                  <span className="version-board-mark">
                    <span aria-hidden="true">{signs[mark]}</span> {t(`compare.${mark}`)}
                  </span>
                ) : null}
              </button>
            ))}
          </div>
        </div>
      </section>
    </figure>
  );
}

const short = (text: string) => (text.length > 22 ? `${text.slice(0, 21)}…` : text);
