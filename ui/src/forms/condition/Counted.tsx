import { useSpeech } from "../../i18n";
import type { Count } from "./count";

/** The number that match, as a bar and in words, and some of them by name; pale while a new number is on its way. */
export function Counted({ on, count }: { on: "accounts" | "people"; count: Count }) {
  const { t, number, list } = useSpeech();
  const { matches, stale } = count;
  const share = matches.of > 0 ? matches.matches / matches.of : 0;
  const more = matches.matches - matches.some.length;
  const names = more > 0 ? [...matches.some, t("count.more", { count: number(more) })] : matches.some;
  return (
    <div className="counted" data-testid="matches" data-stale={stale || undefined} aria-busy={stale}>
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
