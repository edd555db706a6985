import { ActionButton, Text } from "@react-spectrum/s2";
import { actions } from "../actions";
import type { Running } from "../core/results";
import { useSpeech } from "../i18n";
import { ShareBar } from "./ShareBar";

/** How far a run is, how long it will take, and the way to stop it. */
export function Progress({ running }: { running: Running }) {
  const { t } = useSpeech();
  const share = running.of > 0 ? running.done / running.of : 0;
  return (
    <div className="progress">
      <ShareBar label={t("simulate.progress")} share={share} seconds={running.seconds} testid="progress" />
      <ActionButton size="M" data-testid="cancel" isDisabled={!running.run} onPress={actions.cancel.run}>
        <Text>{t("action.cancel")}</Text>
      </ActionButton>
    </div>
  );
}
