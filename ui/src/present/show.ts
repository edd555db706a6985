import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { host } from "../core/host";
import type { Chapter, Playable, ShowForm } from "../core/types";
import type { Locale } from "./words";

interface ShowState {
  /** Whether the presentation lies over the window; null in it while the run is prepared. */
  open: boolean;
  playable: Playable | null;
  chapters: Chapter[];
  /** Whose chapters are kept; null for a show from a file. */
  journey: string | null;
}

export const useShow = create<ShowState>(() => ({
  open: false,
  playable: null,
  chapters: [],
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
  useShow.setState({ open: true, playable: null, chapters: [], journey });
  try {
    const playable = await ask();
    // It may have been closed meanwhile.
    if (useShow.getState().open) useShow.setState({ playable, chapters: playable.chapters });
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

let waiting: ReturnType<typeof setTimeout> | undefined;
/** Resolves when the chapters are on the disk. */
let kept: Promise<unknown> = Promise.resolve();

/** Changes the chapters, and has them on the disk soon. */
export function editChapters(chapters: Chapter[]): void {
  useShow.setState({ chapters });
  clearTimeout(waiting);
  waiting = setTimeout(keep, 400);
}

/** Keeps at once what still waits. */
function keep(): void {
  if (waiting === undefined) return;
  clearTimeout(waiting);
  waiting = undefined;
  const { journey, chapters } = useShow.getState();
  if (journey) kept = kept.then(() => api.saveChapters(journey, { chapters })).catch(complain);
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
