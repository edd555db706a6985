import { show, useScreen } from "../core/screen";
import type { Start } from "../core/types";
import { useSpeech } from "../i18n";
import { WorkspaceMenu } from "../workplace/WorkspaceMenu";

/** What the workspace holds, at the foot of the left panel; it opens the tables. */
export function Dataset({ start }: { start: Start }) {
  const { t, number } = useSpeech();
  const open = useScreen((state) => state.screen === "data");
  return (
    <div className="dataset-row">
      <button
        type="button"
        className="dataset figures"
        aria-pressed={open}
        title={t("data.show")}
        data-testid="dataset"
        onClick={() => show(open ? "journey" : "data")}
      >
        <b>{start.workspace}</b>
        <span>{t("journeys.data", { accounts: number(start.accounts), people: number(start.people) })}</span>
      </button>
      <WorkspaceMenu />
    </div>
  );
}
