import { useEffect, useState } from "react";
import { ProgressBar } from "react-aria-components";
import * as api from "../core/api";
import type { ImportProgress as Progress } from "../core/types";
import { useSpeech } from "../i18n";

/** How often the program is asked how far it is, in milliseconds. */
const tick = 150;

export function ImportProgress() {
  const { t, percent } = useSpeech();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    // What cannot be asked for now is asked for at the next tick.
    const timer = setInterval(() => void api.importProgress().then(setProgress, () => undefined), tick);
    return () => clearInterval(timer);
  }, []);
  const share = progress?.share ?? 0;
  return (
    <ProgressBar value={share * 100} aria-label={t("import.progress")}>
      <div className="progress-words figures">
        <span>{share < 1 ? percent(share) : t("import.writing")}</span>
        <span>
          {progress?.seconds && share < 1 ? t("simulate.left", { seconds: Math.ceil(progress.seconds) }) : ""}
        </span>
      </div>
      <div className="progress-track">
        <div className="progress-fill" style={{ width: `${share * 100}%` }} />
      </div>
    </ProgressBar>
  );
}
