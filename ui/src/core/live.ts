import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { asFailure } from "./failures";
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
  /** How long the newest answer took from the edit's answer to the numbers, in milliseconds. */
  took: number | null;
}

export const useLive = create<LiveState>(() => ({
  on: false,
  view: null,
  stale: false,
  failure: null,
  took: null,
}));

/** Counts the questions: only the answer to the newest one is shown. */
let asked = 0;

/**
 * Switches Live on or off; on, each edit is run at once on a sample of the accounts. `show`: its tab comes to the front.
 */
export function switchLive(on = !useLive.getState().on, show = true): void {
  asked += 1;
  edits.hurry(on);
  useLive.setState({ on, view: null, stale: false, failure: null });
  if (on) {
    if (show) useResults.setState({ tab: "live" });
    void ask();
  }
}

/** Runs the open journey as it stands. `anew`: later edits are set against what it does now. */
export async function ask(anew = false): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey || !useLive.getState().on) return;
  asked += 1;
  const mine = asked;
  const begun = performance.now();
  useLive.setState({ stale: true });
  try {
    const view = await api.live(journey, anew);
    // Without a view a later question has taken this one's place.
    if (mine !== asked || !view) return;
    useLive.setState({ view, stale: typing(), failure: null, took: performance.now() - begun });
  } catch (thrown) {
    if (mine === asked) useLive.setState({ failure: asFailure(thrown), stale: true });
  }
}

/** Later edits are set against the journey as it is now. */
export async function compareFromHere(): Promise<void> {
  await edits.saved();
  await ask(true);
}

function typing(): boolean {
  const { drafts, draftHeader } = useDocument.getState();
  return draftHeader !== null || Object.keys(drafts).length > 0;
}

// What is typed makes the numbers old at once; the answer to each edit asks for new ones.
useDocument.subscribe((now, before) => {
  const { on } = useLive.getState();
  if (!on) return;
  if (now.journey?.id !== before.journey?.id) useLive.setState({ view: null, failure: null });
  if (now.journey !== before.journey) void ask();
  else if (typing()) useLive.setState({ stale: true });
});
