import { ToastQueue } from "@react-spectrum/s2";
import { give as giveFile } from "../charts/save";
import * as api from "../core/api";
import { toClipboard } from "../core/clipboard";
import { complain } from "../core/failures";
import { host } from "../core/host";
import type { DocumentOf, SheetForm, SheetOf } from "../core/types";
import { type Locale, useSpeech } from "../i18n";

const names = { rows: "rows", handoff: "sales-handoff", companies: "companies", accounts: "accounts" };

/** Gives a table away as a file: a browser downloads it; the window asks where it goes. */
export function useGive(): (sheet: SheetOf, form: SheetForm) => void {
  const { t, locale } = useSpeech();
  return (sheet, form) =>
    void give(sheet, form, locale).then((path) => {
      if (path) ToastQueue.positive(t("export.saved", { path }), { timeout: 8000 });
    }, complain);
}

/** Gives a document away as a file that the command line reads. */
export function useGiveDocument(): (of: DocumentOf) => void {
  const { t } = useSpeech();
  return (of) =>
    void api
      .exportDocument(of)
      .then(({ name, mediaType, text }) => giveFile(name, new Blob([text ?? ""], { type: mediaType })))
      .then((path) => {
        if (path) ToastQueue.positive(t("export.saved", { path }), { timeout: 8000 });
      }, complain);
}

/** Puts a table into the clipboard, as spreadsheets take it. */
export function useCopy(): (sheet: SheetOf) => void {
  const { t, locale } = useSpeech();
  return (sheet) => {
    const text = api.exportSheet(sheet, "tsv", locale).then(({ text }) => text ?? "");
    void toClipboard(text).then(() => ToastQueue.positive(t("chart.copied"), { timeout: 4000 }), complain);
  };
}

async function give(sheet: SheetOf, form: SheetForm, language: Locale): Promise<string | null> {
  if (!host.download) {
    const name = sheet.of === "rows" ? sheet.looking.table : names[sheet.of];
    const chosen = await host.choosePlace(`${name}.${form}`);
    return chosen && (await api.saveSheet(sheet, form, language, chosen)).path;
  }
  const { name, mediaType, text, base64 } = await api.exportSheet(sheet, form, language);
  const bytes = text ?? Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0));
  host.download(name, new Blob([bytes], { type: mediaType }));
  return null;
}
