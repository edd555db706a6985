import { ActionButton } from "@react-spectrum/s2";
import { useSpeech } from "../i18n";
import { ShareBar } from "../panels/ShareBar";
import type { Study } from "./study";

interface WorkingProps {
  running: NonNullable<Study<unknown>["running"]>;
  cancel: () => void;
}

/** How far long work is, and the way to stop it. */
export function Working({ running, cancel }: WorkingProps) {
  const { t } = useSpeech();
  return (
    <div className="working">
      <ShareBar label={t("study.working")} share={running.share} seconds={running.seconds} testid="working" />
      <ActionButton size="S" isDisabled={!running.run} onPress={cancel} data-testid="study-cancel">
        {t("dialog.cancel")}
      </ActionButton>
    </div>
  );
}
