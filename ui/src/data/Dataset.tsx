import type { Start } from "../core/types";
import { useSpeech } from "../i18n";
import { showData, useData } from "./store";

/** What the workspace holds, at the foot of the left panel; it opens the tables. */
export function Dataset({ start }: { start: Start }) {
  const { t, number } = useSpeech();
  const open = useData((state) => state.open);
  return (
    <button
      type="button"
      className="dataset figures"
      aria-pressed={open}
      title={t("data.show")}
      data-testid="dataset"
      onClick={() => showData(!open)}
    >
      <b>{start.workspace}</b>
      <span>{t("journeys.data", { accounts: number(start.accounts), people: number(start.people) })}</span>
    </button>
  );
}
