import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { host } from "../core/host";
import type { Chapter, ChapterIntent, ChaptersView, Playable, Sentence, ShowForm } from "../core/types";
import type { Locale } from "./words";

interface ShowState {
  /** Whether the presentation lies over the window; null in it while the run is prepared. */
  open: boolean;
  playable: Playable | null;
  chapters: Chapter[];
  /** What can be taken back of the edits of the chapters, and done again. */
  undo: Sentence | null;
  redo: Sentence | null;
  /** Whose chapters are kept; null for a show from a file. */
  journey: string | null;
}

export const useShow = create<ShowState>(() => ({
  open: false,
  playable: null,
  chapters: [],
  undo: null,
  redo: null,
  journey: null,
}));

/** Presents the open journey. */
export async function present(): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  await show(async () => {
    await Promise.all([edits.saved(), kept]);
    return api.play(journey);
  }, journey);
}

/** Presents a file that the user chooses. */
export async function openShow(): Promise<void> {
  const [path] = await host.chooseFiles(["caravan-show"]);
  if (path) await show(() => api.openShow(path), null);
}

async function show(ask: () => Promise<Playable>, journey: string | null) {
  useShow.setState({ open: true, playable: null, chapters: [], undo: null, redo: null, journey });
  try {
    const playable = await ask();
    const kept = journey === null ? null : await api.chapters(journey);
    // It may have been closed meanwhile.
    if (useShow.getState().open) useShow.setState({ chapters: playable.chapters, ...kept, playable });
  } catch (failure) {
    useShow.setState({ open: false });
    complain(failure);
  }
}

export function closeShow(): void {
  keep();
  if (document.fullscreenElement) void document.exitFullscreen();
  useShow.setState({ open: false, playable: null });
}

/** What is typed into a chapter, until it is sent. */
let typed: Extract<ChapterIntent, { do: "set" }> | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Resolves when the chapters are on the disk; edits go one after the other. */
let kept: Promise<unknown> = Promise.resolve();

/** Adds a chapter, or takes one out. */
export function editChapters(intent: Exclude<ChapterIntent, { do: "set" }>): void {
  keep();
  useShow.setState(({ chapters }) => ({
    chapters:
      intent.do === "add" ? [...chapters, intent.chapter] : chapters.filter((_one, at) => at !== intent.at),
  }));
  send((journey) => api.editChapters(journey, intent));
}

/** Changes a chapter. What is typed in one field without a pause elsewhere is one step; it is on the disk soon. */
export function setChapter(at: number, chapter: Chapter, typing: string | null): void {
  if (typed && (typed.at !== at || typed.typing !== typing)) keep();
  typed = { do: "set", at, chapter, typing };
  useShow.setState(({ chapters }) => ({ chapters: chapters.map((one, of) => (of === at ? chapter : one)) }));
  clearTimeout(waiting);
  if (typing === null) keep();
  else waiting = setTimeout(keep, 400);
}

/** Takes the last edit of the chapters back, what is being typed first. */
export function undoChapters(): void {
  keep();
  send(api.undoChapters);
}

export function redoChapters(): void {
  keep();
  send(api.redoChapters);
}

/** Sends at once what still waits. */
function keep(): void {
  clearTimeout(waiting);
  const intent = typed;
  typed = null;
  if (intent) send((journey) => api.editChapters(journey, intent));
}

function send(ask: (journey: string) => Promise<ChaptersView>): void {
  const { journey } = useShow.getState();
  if (journey === null) return;
  const asked = kept.then(() => ask(journey));
  kept = asked
    .then((view) => {
      // While more is typed or on its way, the page is ahead of the answer.
      if (typed === null && kept === mine && useShow.getState().journey === journey) useShow.setState(view);
    })
    .catch(async (failure) => {
      complain(failure);
      useShow.setState(await api.chapters(journey));
    })
    .catch(complain);
  const mine = kept;
}

if (typeof window !== "undefined")
  for (const leave of ["pagehide", "blur"]) window.addEventListener(leave, keep);

/** Gives the presentation away. A browser downloads the file; the window asks where it goes. */
export async function giveShow(
  form: ShowForm,
  locale: Locale,
  hidden: boolean,
  saved: (path: string) => void,
): Promise<void> {
  const journey = useShow.getState().journey ?? useDocument.getState().journey?.id;
  if (!journey) return;
  try {
    keep();
    await Promise.all([edits.saved(), kept]);
    if (host.download) {
      const { name, mediaType, text } = await api.exportShow(journey, form, locale, hidden);
      host.download(name, new Blob([text ?? ""], { type: mediaType }));
      return;
    }
    const proposed = await api.showPlace(journey, form);
    const chosen = await host.choosePlace(proposed.path);
    if (chosen === null) return;
    const { path } = await api.saveShow(journey, form, locale, hidden, chosen);
    saved(path);
  } catch (failure) {
    complain(failure);
  }
}
