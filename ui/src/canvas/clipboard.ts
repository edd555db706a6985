import * as api from "../core/api";
import { toClipboard } from "../core/clipboard";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { type ExitPlace, select, useWindow } from "../core/window";
import { exitOf } from "./carry";
import { pointedExit } from "./pointed";
import { removable } from "./remove";
import { view } from "./view";

/** What was copied last here, for where the system's clipboard is refused to the page. */
let own: string | null = null;

/** Puts the text into the clipboard. Where that is refused, at least this window pastes what it copied. */
async function keep(text: Promise<string>): Promise<void> {
  const remembered = text.then((text) => {
    own = text;
    return text;
  });
  await toClipboard(remembered).catch(() => remembered);
}

/** Copies what is selected, as the JSON text of a fragment. */
export function copy(): void {
  const journey = useDocument.getState().journey;
  if (!journey) return;
  edits.flush();
  void keep(api.copy(journey.id, useWindow.getState().selection)).catch(complain);
}

export function cut(): void {
  const nodes = removable();
  const journey = useDocument.getState().journey;
  if (!journey || nodes.length === 0) return;
  const [only] = nodes;
  const ways = only ? (journey.exits[only] ?? []).filter(({ to }) => to !== null) : [];
  select();
  const text = edits.cut(nodes, nodes.length === 1 && ways.length === 1 ? (ways[0]?.path ?? null) : null);
  void keep(
    text.then((text) => {
      // A refused cut has said so; the clipboard keeps what it had.
      if (text === null) throw new DOMException("refused", "AbortError");
      return text;
    }),
  ).catch(() => {});
}

/** Puts a copy of the selection behind it. */
export async function duplicate(): Promise<void> {
  const nodes = useWindow.getState().selection;
  await made(edits.send({ do: "duplicate", nodes }));
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Waits for the webview's own event of pasting, which needs no permission; else asks for the clipboard. */
export function paste(): void {
  const at = pointedExit();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const read = navigator.clipboard?.readText() ?? Promise.reject();
    void read.catch(() => own).then((text) => put(text || own, at));
  }, 150);
}

/** Takes the text of a paste, unless it goes into a field. */
export function hearPaste(event: ClipboardEvent): void {
  if (inField(event.target)) return;
  clearTimeout(waiting);
  event.preventDefault();
  put(event.clipboardData?.getData("text/plain") || own);
}

/** WebKit pastes outside of fields only where the page says that it would take it. */
export function allowPaste(event: Event): void {
  if (!inField(event.target)) event.preventDefault();
}

const inField = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, [contenteditable], [role=dialog]") !== null;

/** Into the path that was pointed at, or behind the selected card; with none selected in the middle of what one sees, unconnected. */
function put(fragment: string | null, pointed: ExitPlace | null = null) {
  const journey = useDocument.getState().journey;
  if (!fragment || !journey) return;
  const node = useWindow.getState().selection.at(-1);
  const exit = pointed ?? (node ? exitOf(journey, node) : null);
  void made(
    edits.send({
      do: "paste",
      fragment,
      from: exit?.node ?? null,
      path: exit?.path ?? null,
      at: exit ? null : view.middle(),
    }),
  );
}

/** Selects what an edit has made. */
async function made(edit: ReturnType<typeof edits.send>): Promise<void> {
  const before = useDocument.getState().journey?.nodes ?? {};
  const after = await edit;
  const fresh = after ? Object.keys(after.nodes).filter((id) => !(id in before)) : [];
  const [first] = fresh;
  if (!first) return;
  select(...fresh);
  requestAnimationFrame(() => view.focus(first));
}
