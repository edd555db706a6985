import { show, useScreen } from "../core/screen";
import { useSpeech } from "../i18n";
import { People } from "../panels/glyphs";

/** Opens the buying groups, above what the workspace holds. */
export function GroupsButton() {
  const { t } = useSpeech();
  const open = useScreen((state) => state.screen === "groups");
  return (
    <button
      type="button"
      className="groups-button"
      aria-pressed={open}
      data-testid="groups-button"
      onClick={() => show(open ? "journey" : "groups")}
    >
      <People />
      <b>{t("groups.title")}</b>
    </button>
  );
}
