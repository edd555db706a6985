/** Puts a text into the clipboard; the browser wants to be asked at once, before the text is there. */
export async function toClipboard(text: Promise<string>): Promise<void> {
  const blob = text.then((text) => new Blob([text], { type: "text/plain" }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } catch {
    // Refused, or not known: then it may be given the text itself.
    await navigator.clipboard?.writeText(await text);
  }
}
