import { view } from "../canvas/view";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { HeaderForm } from "../forms/HeaderForm";
import { NodeForm } from "../forms/NodeForm";
import { History } from "../history/History";
import { useSpeech } from "../i18n";
import { AssumptionsPanel } from "../studies/AssumptionsPanel";
import { GoalsPanel } from "../studies/GoalsPanel";
import { RunsPanel } from "../studies/RunsPanel";
import { Boundary } from "./Boundary";
import { Check } from "./Check";

/** The right panel: the settings of what is selected, or the findings. */
export function Side() {
  const { t } = useSpeech();
  const panel = useWindow((state) => state.panel);
  const selection = useWindow((state) => state.selection);
  const journey = useDocument((state) => state.journey?.id);
  const [only] = selection;
  return (
    <aside
      className="side"
      aria-label={t(`${panel}.title`)}
      data-testid="side"
      onKeyDown={(event) => {
        // Escape goes back to the card whose settings these are.
        if (event.key !== "Escape" || event.defaultPrevented || !only) return;
        event.preventDefault();
        event.stopPropagation();
        view.focus(only);
      }}
    >
      <Boundary key={only ?? panel}>
        {!journey ? null : panel === "check" ? (
          <Check />
        ) : panel === "history" ? (
          <History />
        ) : panel === "runs" ? (
          <RunsPanel />
        ) : panel === "goals" ? (
          <GoalsPanel />
        ) : panel === "assumptions" ? (
          <AssumptionsPanel />
        ) : selection.length > 1 ? (
          <p className="hint">{t("properties.several", { count: selection.length })}</p>
        ) : only ? (
          <NodeForm key={only} id={only} />
        ) : (
          <HeaderForm key={journey} />
        )}
      </Boundary>
    </aside>
  );
}
