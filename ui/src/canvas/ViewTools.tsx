import { useStore } from "@xyflow/react";
import { type ActionId, actions, keyName } from "../actions";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Fit, FitSelection, Keyboard, Minus, Plus, Tidy } from "../panels/glyphs";

/** Zoom, fit and tidy at the corner of the canvas, and how large the journey is. */
export function ViewTools() {
  const { t, percent } = useSpeech();
  const zoom = useStore((state) => state.transform[2]);
  const chosen = useWindow((state) => state.selection.length > 0);
  return (
    <div className="view-tools" role="toolbar" aria-label={t("canvas.tools")}>
      <Tool id="zoomOut">
        <Minus />
      </Tool>
      <Tool id="zoomFull" says={percent(zoom)}>
        <span className="figures">{percent(zoom)}</span>
      </Tool>
      <Tool id="zoomIn">
        <Plus />
      </Tool>
      <span className="rule" />
      <Tool id="fit">
        <Fit />
      </Tool>
      <Tool id="fitSelection" off={!chosen}>
        <FitSelection />
      </Tool>
      <Tool id="tidy">
        <Tidy />
      </Tool>
      <Tool id="shortcuts">
        <Keyboard />
      </Tool>
      <span className="rule" />
      <Counter />
    </div>
  );
}

/** The number of steps, and how long the longest way through takes. */
function Counter() {
  const { t, number } = useSpeech();
  const count = useDocument((state) => Object.keys(state.journey?.nodes ?? {}).length);
  const days = useDocument((state) => state.journey?.header.longestDays ?? null);
  return (
    <span className="counter figures" data-testid="counter">
      {t("counter.steps", { count })}
      {days === null ? null : (
        <>
          {" · "}
          <span title={t("counter.longest")}>{t("counter.days", { days: number(days, 1) })}</span>
        </>
      )}
    </span>
  );
}

interface ToolProps {
  id: ActionId;
  off?: boolean;
  /** What the button shows in words, which belongs to its name. */
  says?: string;
  children: React.ReactNode;
}

function Tool({ id, off, says, children }: ToolProps) {
  const { t } = useSpeech();
  const label = t(actions[id].label);
  return (
    <button
      type="button"
      aria-label={says ? `${says}: ${label}` : label}
      title={`${label} (${keyName(actions[id])})`}
      data-testid={id}
      disabled={off}
      onClick={() => actions[id].run()}
    >
      {children}
    </button>
  );
}
