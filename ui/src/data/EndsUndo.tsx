import { useTables } from "../core/tables";
import { useSpeech } from "../i18n";

/** Where records come in from outside, the history of edits by hand ends; said where there is one. */
export function EndsUndo() {
  const { t } = useSpeech();
  const edited = useTables(({ view }) => view?.undo != null || view?.redo != null);
  return edited ? (
    <p className="hint" data-testid="ends-undo">
      {t("import.endsUndo")}
    </p>
  ) : null;
}
