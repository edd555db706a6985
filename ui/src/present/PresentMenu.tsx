import {
  ActionButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Text,
  ToastQueue,
  Tooltip,
  TooltipTrigger,
} from "@react-spectrum/s2";
import ChevronDown from "@react-spectrum/s2/icons/ChevronDown";
import Play from "@react-spectrum/s2/icons/Play";
import { actions, keyName } from "../actions";
import { useDocument } from "../core/document";
import type { ShowForm } from "../core/types";
import { useSpeech } from "../i18n";
import { giveShow, openShow } from "./show";

/** Presents the journey, gives its presentation away, or opens one. */
export function PresentMenu() {
  const { t, locale } = useSpeech();
  const open = useDocument((state) => state.journey !== null);
  const give = (form: ShowForm, hidden: boolean) =>
    void giveShow(form, locale, hidden, (path) =>
      ToastQueue.positive(t("export.saved", { path }), { timeout: 8000 }),
    );
  const does: Record<string, () => void> = {
    file: () => give("file", false),
    page: () => give("page", false),
    privateFile: () => give("file", true),
    privatePage: () => give("page", true),
    open: () => void openShow(),
  };
  return (
    <span className="tools">
      <TooltipTrigger>
        <ActionButton isQuiet size="M" data-testid="present" isDisabled={!open} onPress={actions.present.run}>
          <Play />
          <Text>{t("action.present")}</Text>
        </ActionButton>
        <Tooltip>
          {t("action.present")} ({keyName(actions.present)})
        </Tooltip>
      </TooltipTrigger>
      <MenuTrigger>
        <ActionButton
          isQuiet
          size="M"
          aria-label={t("present.file")}
          data-testid="present-menu"
          isDisabled={!open}
        >
          <ChevronDown />
        </ActionButton>
        <Menu aria-label={t("present.file")} onAction={(key) => does[String(key)]?.()}>
          <MenuItem id="file">{t("present.saveFile")}</MenuItem>
          <MenuItem id="page">{t("present.savePage")}</MenuItem>
          <MenuItem id="privateFile">{t("present.privateFile")}</MenuItem>
          <MenuItem id="privatePage">{t("present.privatePage")}</MenuItem>
          <MenuItem id="open">{t("present.openFile")}</MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  );
}
