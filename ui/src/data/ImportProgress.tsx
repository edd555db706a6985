import { useEffect, useState } from "react";
import * as api from "../core/api";
import type { ImportProgress as Progress } from "../core/types";
import { useSpeech } from "../i18n";
import { ShareBar } from "../panels/ShareBar";

/** How often the program is asked how far it is, in milliseconds. */
const tick = 150;

export function ImportProgress() {
  const { t } = useSpeech();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    // What cannot be asked for now is asked for at the next tick.
    const timer = setInterval(() => void api.importProgress().then(setProgress, () => undefined), tick);
    return () => clearInterval(timer);
  }, []);
  const share = progress?.share ?? 0;
  return (
    <ShareBar
      label={t("import.progress")}
      share={share}
      seconds={progress?.seconds ?? null}
      words={share < 1 ? undefined : t("import.writing")}
      testid="import-progress"
    />
  );
}
