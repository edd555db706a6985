import { Button } from "@react-spectrum/s2";
import { actions } from "../actions";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";

/** No journey is open: what to do next. */
export function Empty() {
  const { t } = useSpeech();
  const none = useWindow((state) => state.journeys.length === 0);
  return (
    <div className="empty">
      <h2>{t(none ? "empty.none.title" : "empty.closed.title")}</h2>
      <p>{t(none ? "empty.none.text" : "empty.closed.text")}</p>
      <Button variant="accent" onPress={actions.newJourney.run}>
        {t("action.newJourney")}
      </Button>
    </div>
  );
}
