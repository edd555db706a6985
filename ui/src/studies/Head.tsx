import { ActionButton } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";

/** The title of a panel at the side, and the way back to the settings. */
export function Head({ title }: { title: string }) {
  const { t } = useSpeech();
  return (
    <div className="head">
      <h2>{title}</h2>
      <ActionButton
        isQuiet
        size="S"
        aria-label={t("study.close", { title })}
        onPress={() => useWindow.setState({ panel: "properties" })}
      >
        <CloseIcon />
      </ActionButton>
    </div>
  );
}
