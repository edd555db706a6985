import { actions } from "../actions";
import { useSpeech } from "../i18n";
import { Fit, Minus, Plus, Tidy } from "../panels/glyphs";

/** Zoom, fit and tidy at the corner of the canvas. */
export function ViewTools({ zoom }: { zoom: number }) {
  const { t, percent } = useSpeech();
  return (
    <div className="view-tools" role="toolbar" aria-label={t("canvas.tools")}>
      <Tool id="zoomOut">
        <Minus />
      </Tool>
      <span className="figures">{percent(zoom)}</span>
      <Tool id="zoomIn">
        <Plus />
      </Tool>
      <span className="rule" />
      <Tool id="fit">
        <Fit />
      </Tool>
      <Tool id="tidy">
        <Tidy />
      </Tool>
    </div>
  );
}

function Tool({ id, children }: { id: "zoomIn" | "zoomOut" | "fit" | "tidy"; children: React.ReactNode }) {
  const { t } = useSpeech();
  const label = t(actions[id].label);
  return (
    <button type="button" aria-label={label} title={label} data-testid={id} onClick={actions[id].run}>
      {children}
    </button>
  );
}
