import { ActionButton } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import type { ReactNode } from "react";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";

/** The title of a panel at the side, its tools, and the way back to the settings. */
export function Head({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useSpeech();
  return (
    <div className="head">
      <h2>{title}</h2>
      {children}
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
