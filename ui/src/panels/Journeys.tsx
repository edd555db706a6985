import { ActionButton, Tooltip, TooltipTrigger } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import ViewGrid from "@react-spectrum/s2/icons/ViewGrid";
import { useMemo } from "react";
import { actions, keyName } from "../actions";
import { useDocument } from "../core/document";
import { show } from "../core/screen";
import type { JourneySummary } from "../core/types";
import { openJourney, useWindow } from "../core/window";
import { Dataset } from "../data/Dataset";
import { GroupsButton } from "../groups/GroupsButton";
import { useSpeech } from "../i18n";
import { JourneyMenu } from "../library/JourneyMenu";

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
            aria-label={t("library.show")}
            data-testid="show-library"
            onPress={actions.library.run}
          >
            <ViewGrid />
          </ActionButton>
          <Tooltip>
            {t("library.show")} ({keyName(actions.library)})
          </Tooltip>
        </TooltipTrigger>
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
  const named = useMemo(() => ({ ...journey, name }), [journey, name]);
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
      <JourneyMenu journey={named} />
    </li>
  );
}
