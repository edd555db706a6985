import { ActionButton, ActionMenu, MenuItem, Tooltip, TooltipTrigger } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import { actions } from "../actions";
import { useDocument } from "../core/document";
import { show } from "../core/screen";
import type { JourneyStatus, JourneySummary } from "../core/types";
import { openJourney, useWindow } from "../core/window";
import { setStatus } from "../core/workspace";
import { Dataset } from "../data/Dataset";
import { GroupsButton } from "../groups/GroupsButton";
import { useSpeech } from "../i18n";

/** The workspace's journeys, and what can be done to each. */
export function Journeys() {
  const { t } = useSpeech();
  const journeys = useWindow((state) => state.journeys);
  const start = useWindow((state) => state.start);
  return (
    <nav className="left" aria-label={t("journeys.title")}>
      <div className="head">
        <h2>{t("journeys.title")}</h2>
        <TooltipTrigger>
          <ActionButton
            isQuiet
            size="S"
            aria-label={t("action.newJourney")}
            data-testid="new-journey"
            onPress={actions.newJourney.run}
          >
            <Add />
          </ActionButton>
          <Tooltip>{t("action.newJourney")}</Tooltip>
        </TooltipTrigger>
      </div>
      <ul className="journeys">
        {journeys.map((journey) => (
          <Row key={journey.id} journey={journey} />
        ))}
      </ul>
      <GroupsButton />
      {start ? <Dataset start={start} /> : null}
    </nav>
  );
}

/** Where a journey may go from where it stands; the program has the last word. */
const steps: Record<JourneyStatus, Exclude<JourneyStatus, "draft">[]> = {
  draft: ["live"],
  live: ["closed", "aborted"],
  closed: ["finished", "aborted"],
  finished: [],
  aborted: [],
};

function Row({ journey }: { journey: JourneySummary }) {
  const { t } = useSpeech();
  const open = useDocument((state) => state.journey?.id === journey.id);
  // The open journey's own name and size are fresher than the list's.
  const name = useDocument((state) =>
    state.journey?.id === journey.id ? (state.draftHeader?.name ?? state.journey.header.name) : journey.name,
  );
  const nodes = useDocument((state) =>
    state.journey?.id === journey.id ? Object.keys(state.journey.nodes).length : journey.nodes,
  );
  return (
    <li className="journey" data-open={open || undefined} data-journey={journey.id}>
      <button
        type="button"
        aria-current={open ? "page" : undefined}
        onClick={() => {
          show("journey");
          void openJourney(journey.id);
        }}
      >
        <strong>{name}</strong>
        <small>
          {journey.status === "draft" ? null : `${t(`status.${journey.status}`)} · `}
          {t("journeys.row", { nodes })}
        </small>
      </button>
      <ActionMenu
        isQuiet
        size="S"
        menuSize="S"
        aria-label={t("journeys.more", { name })}
        onAction={(key) => {
          const next = steps[journey.status].find((status) => status === key);
          if (next) void setStatus(journey.id, next);
          else {
            const ask = key === "delete" ? "deleteJourney" : "duplicateJourney";
            const structure = key === "structure";
            useWindow.setState({ dialog: { ask, structure, journey: { ...journey, name } } });
          }
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
    </li>
  );
}
