import * as api from "./api";
import { type DocumentState, type Journey, merge, useDocument } from "./document";
import { complain } from "./failures";
import type { Header, Intent, Node, Update } from "./types";

/** How long typing rests before it's sent; leaving the field sends at once. */
const rest = 350;

let hurried = false;

/** While each edit is shown live, what is typed is sent as soon as nothing else is on its way. */
export function hurry(on: boolean): void {
  flush();
  hurried = on;
}

let queue: Promise<unknown> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<string, Intent>();

/** Sends what is being typed, then the intent; answers with the journey after it, null when it was refused. */
export function send(intent: Intent): Promise<Journey | null> {
  flush();
  return enqueue((journey) => api.edit(journey, intent));
}

/** Cuts nodes; answers with the text for the clipboard, null when it was refused. */
export async function cut(nodes: string[], keep: string | null): Promise<string | null> {
  flush();
  let text: string | null = null;
  const after = await enqueue(async (journey) => {
    const { fragment, update } = await api.cut(journey, nodes, keep);
    text = fragment;
    return update;
  });
  return after ? text : null;
}

export function undo(): Promise<Journey | null> {
  flush();
  return enqueue(api.undo);
}

export function redo(): Promise<Journey | null> {
  flush();
  return enqueue(api.redo);
}

/** Brings a version back; what was typed is sent, and so kept, first. */
export function restore(version: string): Promise<Journey | null> {
  flush();
  return enqueue((journey) => api.restoreVersion(journey, version));
}

/** Opens a journey; what was typed in the present one is sent first. */
export function open(id: string): Promise<Journey | null> {
  flush();
  return enqueue(() => api.open(id));
}

/** Takes a keystroke: shows it at once, sends it when typing rests. */
export function type(node: Node): void {
  useDocument.setState((state) => ({ drafts: { ...state.drafts, [node.id]: node } }));
  wait(node.id, { do: "set", node });
}

/** The same for the journey's own name, description and settings. */
export function typeHeader(header: Header): void {
  useDocument.setState({ draftHeader: header });
  const { name, description, settings } = header;
  // A journey without a name can't be saved; it is kept here until there is one.
  if (name.trim() === "") waiting.delete("");
  else wait("", { do: "header", name, description, settings });
}

function wait(key: string, intent: Intent) {
  waiting.set(key, intent);
  clearTimeout(timer);
  if (hurried) catchUp();
  else timer = setTimeout(flush, rest);
}

function catchUp() {
  if (hurried && useDocument.getState().saving === 0) flush();
}

/** Sends what was typed and not yet sent; call it whenever the user turns elsewhere. */
export function flush(): void {
  clearTimeout(timer);
  for (const [key, intent] of waiting) {
    waiting.delete(key);
    const { drafts, draftHeader } = useDocument.getState();
    const typed = key ? drafts[key] : draftHeader;
    void enqueue(
      (journey) => api.edit(journey, intent),
      (state) => settled(state, key, typed),
    );
  }
}

/** Forgets a draft that the program now holds, unless typing went on meanwhile. */
function settled(
  state: DocumentState,
  key: string,
  typed: Node | Header | null | undefined,
): Partial<DocumentState> {
  if (!key) return state.draftHeader === typed ? { draftHeader: null } : {};
  if (state.drafts[key] !== typed) return {};
  const { [key]: _settled, ...drafts } = state.drafts;
  return { drafts };
}

/**
 * Edits go one after another, in the order in which they were made. What an answer changes is set at once, so that it is
 * drawn once.
 */
function enqueue(
  run: (journey: string) => Promise<Update>,
  further: (state: DocumentState) => Partial<DocumentState> = () => ({}),
): Promise<Journey | null> {
  useDocument.setState((state) => ({ saving: state.saving + 1 }));
  // The journey is named now: a later `open` must not redirect an edit that was made before it.
  const named = useDocument.getState().journey?.id ?? "";
  const done = queue.then(async () => {
    try {
      const update = await run(named);
      useDocument.setState((state) => ({
        journey: merge(state.journey, update),
        unsaved: false,
        saving: state.saving - 1,
        ...further(state),
      }));
      return useDocument.getState().journey;
    } catch (failure) {
      useDocument.setState((state) => ({ unsaved: true, saving: state.saving - 1 }));
      complain(failure);
      return null;
    } finally {
      catchUp();
    }
  });
  queue = done;
  return done;
}

/** Resolves when everything that was done so far is saved. */
export function saved(): Promise<unknown> {
  flush();
  return queue;
}

/** Leaves the field in which one types, so that it hands over what it holds, and sends it. */
export function leaveField(): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement && field.matches("input, textarea, [role=spinbutton]")) field.blur();
  flush();
}

if (typeof window !== "undefined") {
  window.addEventListener("blur", flush);
  for (const leave of ["pagehide", "beforeunload"]) window.addEventListener(leave, leaveField);
}
