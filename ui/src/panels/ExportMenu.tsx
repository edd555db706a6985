import { ActionButton, Menu, MenuItem, MenuTrigger, Text, ToastQueue } from "@react-spectrum/s2";
import ChevronDown from "@react-spectrum/s2/icons/ChevronDown";
import Download from "@react-spectrum/s2/icons/Download";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { host } from "../core/host";
import type { FormatInfo } from "../core/types";
import { useWindow } from "../core/window";
import { type Locale, useSpeech } from "../i18n";

/** The forms in which a journey can be given away, as the program lists them. */
export function ExportMenu() {
  const { t, text, locale } = useSpeech();
  const formats = useWindow((state) => state.catalogue?.formats);
  const journey = useDocument((state) => state.journey?.id);
  const choose = (name: string) => {
    const format = formats?.find((one) => one.name === name);
    if (format && journey)
      void give(journey, format, locale, (path) =>
        ToastQueue.positive(t("export.saved", { path }), { timeout: 8000 }),
      );
  };
  return (
    <MenuTrigger>
      <ActionButton isQuiet size="M" data-testid="export" isDisabled={!journey || !formats}>
        <Download />
        <Text>{t("export.button")}</Text>
        <ChevronDown />
      </ActionButton>
      <Menu onAction={(key) => choose(String(key))} aria-label={t("export.button")}>
        {(formats ?? []).map((format) => (
          <MenuItem key={format.name} id={format.name} textValue={text(format.title)}>
            <Text slot="label">{text(format.title)}</Text>
            <Text slot="description">{text(format.hint)}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

/** What is being typed belongs to it. A browser downloads the file; the window asks where it goes. */
async function give(journey: string, format: FormatInfo, language: Locale, saved: (path: string) => void) {
  try {
    await edits.saved();
    if (!host.download) {
      const proposed = await api.exportPlace(journey, format.name);
      const chosen = await host.choosePlace(proposed.path);
      if (chosen === null) return;
      // The desktop's dialog has asked before it lets a file be replaced.
      const { path } = await api.saveExport(journey, format.name, language, chosen, true);
      saved(path);
      return;
    }
    const { name, mediaType, text, base64 } = await api.exportJourney(journey, format.name, language);
    const bytes = text ?? Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0));
    host.download(name, new Blob([bytes], { type: mediaType }));
  } catch (failure) {
    complain(failure);
  }
}
