import type { Matches } from "../../core/api";
import { useSpeech } from "../../i18n";

/** The number that match, as a bar and in words, and some of them by name. */
export function Counted({ on, matches }: { on: "accounts" | "people"; matches: Matches }) {
  const { t, number, list } = useSpeech();
  const share = matches.of > 0 ? matches.matches / matches.of : 0;
  const more = matches.matches - matches.some.length;
  const names = more > 0 ? [...matches.some, t("count.more", { count: number(more) })] : matches.some;
  return (
    <div className="counted" data-testid="matches">
      <div className="counted-track" aria-hidden="true">
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <p className="figures" aria-live="polite">
        <b>{t(`count.${on}`, { matches: number(matches.matches), of: number(matches.of) })}</b>
        {names.length > 0 ? <span> {list(names)}</span> : null}
      </p>
    </div>
  );
}
