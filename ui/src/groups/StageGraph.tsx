import type { StagesModel } from "../core/types";
import { useSpeech } from "../i18n";
import { box, placed } from "./stages";

interface StageGraphProps {
  model: StagesModel;
  chosen: string | null;
  choose: (id: string) => void;
}

/** The stages and the ways between them; a stage is chosen to be edited. */
export function StageGraph({ model, chosen, choose }: StageGraphProps) {
  const { t } = useSpeech();
  const stages = placed(model);
  const at = new Map(stages.map((stage) => [stage.id, stage]));
  const width = Math.max(...stages.map(({ x }) => x)) + box.width + 32;
  const height = Math.max(...stages.map(({ y }) => y)) + box.height + 40;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide graph is scrolled by keys.
    <section className="stage-graph" aria-label={t("stages.graph")} tabIndex={0}>
      <div style={{ width, height, position: "relative" }}>
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <marker
              id="stage-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8Z" fill="var(--edge)" />
            </marker>
          </defs>
          {model.stages.flatMap((stage) =>
            (stage.next ?? []).map((next) => {
              const [a, b] = [at.get(stage.id), at.get(next)];
              return a && b ? <path key={`${stage.id} ${next}`} className="stage-way" d={way(a, b)} /> : null;
            }),
          )}
        </svg>
        {stages.map((stage) => (
          <button
            key={stage.id}
            type="button"
            className="stage-box"
            data-kind={stage.kind}
            data-stage={stage.id}
            aria-pressed={stage.id === chosen}
            title={stage.name}
            style={{ left: stage.x, top: stage.y, width: box.width, height: box.height }}
            onClick={() => choose(stage.id)}
          >
            <span>{stage.name}</span>
            {stage.kind === "plain" ? null : <small>{t(`stages.kind.${stage.kind}`)}</small>}
          </button>
        ))}
      </div>
    </section>
  );
}

/** From the right side of one box to the left of another; back ways pass below. */
function way(a: { x: number; y: number }, b: { x: number; y: number }): string {
  const half = box.height / 2;
  if (b.x > a.x) {
    const [x, y, u, v] = [a.x + box.width, a.y + half, b.x - 2, b.y + half];
    const bend = (u - x) / 2;
    return `M${x} ${y}C${x + bend} ${y} ${u - bend} ${v} ${u} ${v}`;
  }
  const [x, u] = [a.x + box.width / 2, b.x + box.width / 2];
  if (a.x === b.x && a.y !== b.y) {
    const down = b.y > a.y;
    return `M${x} ${down ? a.y + box.height : a.y}L${u} ${down ? b.y - 2 : b.y + box.height + 2}`;
  }
  const low = Math.max(a.y, b.y) + box.height + 22;
  return `M${x} ${a.y + box.height}C${x} ${low} ${u} ${low} ${u} ${b.y + box.height + 2}`;
}
