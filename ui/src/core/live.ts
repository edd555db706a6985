import { type RefObject, useEffect } from "react";
import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { asFailure, complain } from "./failures";
import { useResults } from "./results";
import type { Failure, LiveView } from "./types";

interface LiveState {
  on: boolean;
  /** The newest answer for the open journey. */
  view: LiveView | null;
  /** Something was changed since the numbers were made, so they are shown as such. */
  stale: boolean;
  /** Why there are no newer numbers. */
  failure: Failure | null;
}

export const useLive = create<LiveState>(() => ({
  on: false,
  view: null,
  stale: false,
  failure: null,
}));

/** Counts the questions: only the answer to the newest one is shown. */
let asked = 0;
/** The newest question that was answered. */
let answered = 0;

/** Switches Live on or off; on, each edit is run at once on a sample of the accounts, and its tab comes to the front. */
export function switchLive(on = !useLive.getState().on): void {
  turn(on);
  if (!on) void api.endLive().catch(complain);
  else {
    useResults.setState({ tab: "live" });
    void ask();
  }
}

function turn(on: boolean): void {
  asked += 1;
  edits.hurry(on);
  useLive.setState({ on, view: null, stale: false, failure: null });
}

/** Runs the open journey as it stands. `anew`: later edits are set against what it does now. */
export async function ask(anew = false): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey || !useLive.getState().on) return;
  asked += 1;
  const mine = asked;
  useLive.setState({ stale: true });
  try {
    const view = await api.live(journey, anew);
    // Without a view a later question has taken this one's place.
    if (mine === asked && view) take(view);
  } catch (thrown) {
    if (mine !== asked) return;
    answered = mine;
    useLive.setState({ failure: asFailure(thrown), stale: true });
  }
}

/** Shows what is an answer to all that was asked so far. */
function take(view: LiveView): void {
  answered = asked;
  useLive.setState({ view, stale: changing(), failure: null });
}

/** Later edits are set against the journey as it is now; Live is switched on for it. */
export async function compareFromHere(): Promise<void> {
  await edits.saved();
  // One question only: two at once may come in any order, and the later one ends the other.
  if (!useLive.getState().on) turn(true);
  await ask(true);
}

/** How long numbers may be old before they say so: two frames. A mark that comes and goes within them is only a flicker,
 * and the page would be painted for it just when the new numbers come. */
const unnoticed = 32;

/**
 * Marks what shows Live's numbers while they are old, and says of which revision they are. The marks stand on the element
 * and are set past React: at the first key of an edit everything that shows a number would be drawn anew for it otherwise.
 */
export function useStaleMark(shown: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let marking: ReturnType<typeof setTimeout> | undefined;
    const mark = ({ on, stale, view }: LiveState) => {
      const element = shown.current;
      if (!element) return;
      const revision = view && String(view.revision);
      if (revision && element.dataset.revision !== revision) element.dataset.revision = revision;
      if (on && stale) marking ??= setTimeout(() => element.toggleAttribute("data-stale", true), unnoticed);
      else {
        clearTimeout(marking);
        marking = undefined;
        element.removeAttribute("data-stale");
      }
    };
    mark(useLive.getState());
    const stop = useLive.subscribe(mark);
    return () => {
      clearTimeout(marking);
      stop();
    };
  }, [shown]);
}

/** Whether something is typed or on its way, so that numbers are of a journey that was. */
function changing(): boolean {
  const { drafts, draftHeader, saving } = useDocument.getState();
  return saving > 0 || draftHeader !== null || Object.keys(drafts).length > 0;
}

// What is typed or sent makes the numbers old at once; the answer to each edit asks for new ones.
useDocument.subscribe((now, before) => {
  const { on, stale, failure } = useLive.getState();
  if (!on) return;
  if (now.journey?.id !== before.journey?.id) useLive.setState({ view: null, failure: null });
  if (now.journey !== before.journey) {
    asked += 1;
    if (now.journey?.live) take(now.journey.live);
    else void ask();
  } else if (changing()) {
    if (!stale) useLive.setState({ stale: true });
  } else if (stale && asked === answered && !failure) {
    // What was typed was taken back, or what was sent was refused: the numbers are those of the journey again.
    useLive.setState({ stale: false });
  }
});
