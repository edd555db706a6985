import { ProgressBar } from "react-aria-components";
import { useSpeech } from "../i18n";

interface ShareBarProps {
  label: string;
  /** 0 to 1. */
  share: number;
  /** How long it will still take; null: not known yet. */
  seconds: number | null;
  /** Said instead of the time. */
  words?: string;
  testid: string;
}

/** How far long work is, and how long it will still take. */
export function ShareBar({ label, share, seconds, words, testid }: ShareBarProps) {
  const { t, percent } = useSpeech();
  return (
    <ProgressBar value={share * 100} aria-label={label} data-testid={testid}>
      <div className="progress-words figures">
        <span>{percent(share)}</span>
        <span>
          {words ??
            (seconds === null ? t("simulate.starting") : t("simulate.left", { seconds: Math.ceil(seconds) }))}
        </span>
      </div>
      <div className="progress-track">
        <div className="progress-fill" style={{ width: `${share * 100}%` }} />
      </div>
    </ProgressBar>
  );
}
