import { show, useScreen } from "../core/screen";
import type { Start } from "../core/types";
import { useSpeech } from "../i18n";
import { WorkspaceMenu } from "../workplace/WorkspaceMenu";

/** What the workspace holds, at the foot of the left panel; it opens the tables. */
export function Dataset({ start }: { start: Start }) {
  const { t, number } = useSpeech();
  const { accounts, people } = start;
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
        <span>
          {accounts === null || people === null
            ? t("data.reading")
            : t("journeys.data", {
                accounts: number(accounts),
                ofAccounts: accounts,
                people: number(people),
                ofPeople: people,
              })}
        </span>
      </button>
      <WorkspaceMenu />
    </div>
  );
}
