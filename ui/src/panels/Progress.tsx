import { ActionButton, Text } from "@react-spectrum/s2";
import { ProgressBar } from "react-aria-components";
import { actions } from "../actions";
import type { Running } from "../core/results";
import { useSpeech } from "../i18n";

/** How far a run is, how long it will take, and the way to stop it. */
export function Progress({ running }: { running: Running }) {
  const { t, percent } = useSpeech();
  const share = running.of > 0 ? running.done / running.of : 0;
  return (
    <div className="progress">
      <ProgressBar value={share * 100} aria-label={t("simulate.progress")} data-testid="progress">
        <div className="progress-words figures">
          <span>{percent(share)}</span>
          <span>
            {running.seconds === null
              ? t("simulate.starting")
              : t("simulate.left", { seconds: Math.ceil(running.seconds) })}
          </span>
        </div>
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${share * 100}%` }} />
        </div>
      </ProgressBar>
      <ActionButton size="M" data-testid="cancel" isDisabled={!running.run} onPress={actions.cancel.run}>
        <Text>{t("action.cancel")}</Text>
      </ActionButton>
    </div>
  );
}
