import { ActionButton } from "@react-spectrum/s2";
import { ProgressBar } from "react-aria-components";
import { useSpeech } from "../i18n";
import type { Study } from "./study";

interface WorkingProps {
  running: NonNullable<Study<unknown>["running"]>;
  cancel: () => void;
}

/** How far long work is, and the way to stop it. */
export function Working({ running, cancel }: WorkingProps) {
  const { t, percent } = useSpeech();
  return (
    <div className="working">
      <ProgressBar value={running.share * 100} aria-label={t("study.working")} data-testid="working">
        <div className="progress-words figures">
          <span>{percent(running.share)}</span>
          <span>
            {running.seconds === null
              ? t("simulate.starting")
              : t("simulate.left", { seconds: Math.ceil(running.seconds) })}
          </span>
        </div>
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${running.share * 100}%` }} />
        </div>
      </ProgressBar>
      <ActionButton size="S" isDisabled={!running.run} onPress={cancel} data-testid="study-cancel">
        {t("dialog.cancel")}
      </ActionButton>
    </div>
  );
}
