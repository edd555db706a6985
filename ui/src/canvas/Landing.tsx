import { usePicture } from "./Carried";
import type { Load } from "./carry";
import { useCarry } from "./carry";
import { markRadius } from "./geometry";
import { Icon } from "./Icon";
import type { Drawn } from "./lines";

/** Broad unseen lines and discs where something carried can be let go. */
export function Places({ lines }: { lines: Drawn[] }) {
  return (
    <svg className="edges places" aria-hidden="true">
      {lines.map(({ key, line, end }) => (
        <g key={key}>
          <path data-line={key} d={line.d} />
          {end ? <circle data-line={key} cx={end.x} cy={end.y} r={markRadius + 12} /> : null}
        </g>
      ))}
    </svg>
  );
}

/** Where it would go: the edge in the accent's colour, and the outline of a card on it. */
export function Landing({ lines }: { lines: Drawn[] }) {
  const target = useCarry((state) => state.target);
  const load = useCarry((state) => state.load);
  const key = target && `${target.node}/${target.path ?? ""}`;
  const line = lines.find((one) => one.key === key)?.line;
  if (!line) return null;
  return (
    <>
      <svg className="edges landing-line" aria-hidden="true">
        <path d={line.d} />
      </svg>
      <Outline load={load} x={line.plus.x} y={line.plus.y} />
    </>
  );
}

function Outline({ load, x, y }: { load: Load | null; x: number; y: number }) {
  const picture = usePicture(load);
  return (
    <div
      className="landing"
      data-testid="landing"
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
    >
      {picture ? <Icon family={picture.family} svg={picture.svg} /> : null}
    </div>
  );
}
