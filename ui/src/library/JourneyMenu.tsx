import { ActionMenu, MenuItem } from "@react-spectrum/s2";
import { memo } from "react";
import type { JourneyStatus, JourneySummary } from "../core/types";
import { useWindow } from "../core/window";
import { setStatus } from "../core/workspace";
import { useSpeech } from "../i18n";

/** Where a journey may go from where it stands; the program has the last word. */
const steps: Record<JourneyStatus, Exclude<JourneyStatus, "draft">[]> = {
  draft: ["live"],
  live: ["closed", "aborted"],
  closed: ["finished", "aborted"],
  finished: [],
  aborted: [],
};

/** Asks for the name of a copy, or whether a journey is to be deleted. */
export function askFor(
  ask: "duplicateJourney" | "deleteJourney",
  journey: JourneySummary,
  structure = false,
): void {
  useWindow.setState({ dialog: { ask, structure, journey } });
}

/** What can be done to a journey as a whole. The open one's row changes with each edit, and its menu doesn't. */
export const JourneyMenu = memo(function JourneyMenu({ journey }: { journey: JourneySummary }) {
  const { t } = useSpeech();
  return (
    <ActionMenu
      isQuiet
      size="S"
      menuSize="S"
      aria-label={t("journeys.more", { name: journey.name })}
      onAction={(key) => {
        const next = steps[journey.status].find((status) => status === key);
        if (next) void setStatus(journey.id, next);
        else askFor(key === "delete" ? "deleteJourney" : "duplicateJourney", journey, key === "structure");
      }}
    >
      {steps[journey.status].map((status) => (
        <MenuItem key={status} id={status}>
          {t(`journeys.to.${status}`)}
        </MenuItem>
      ))}
      <MenuItem id="duplicate">{t("journeys.duplicate")}</MenuItem>
      <MenuItem id="structure">{t("journeys.structure")}</MenuItem>
      <MenuItem id="delete">{t("journeys.delete")}</MenuItem>
    </ActionMenu>
  );
});
