import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import { useLive } from "./live";
import { useResults } from "./results";
import type { AccountsBehind, Behind, Story } from "./types";
import { useWindow } from "./window";

interface BehindState {
  /** What was asked; null: nothing yet. */
  asked: Asked | null;
  answer: AccountsBehind | null;
  /** The account whose story is told. */
  account: string | null;
  story: Story | null;
}

interface Asked {
  journey: string;
  /** Null: of what Live shows. */
  run: string | null;
  behind: Behind;
}

export const useBehind = create<BehindState>(() => ({
  asked: null,
  answer: null,
  account: null,
  story: null,
}));

/** Shows the accounts behind a number of what the window shows: of Live where it is on, else of the run. */
export async function showBehind(behind: Behind): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  const live = useLive.getState().on;
  const run = live ? null : useResults.getState().view?.run;
  if (!journey || run === undefined) return;
  const asked = { journey, run, behind };
  useBehind.setState({ asked, answer: null, account: null, story: null });
  useWindow.setState({ drawer: true });
  useResults.setState({ tab: "accounts" });
  try {
    if (live) await edits.saved();
    const answer = await api.accountsBehind(journey, run, behind);
    if (useBehind.getState().asked === asked) useBehind.setState({ answer });
  } catch (failure) {
    complain(failure);
  }
}

/** Tells the story of an account of the list. */
export async function tell(account: string): Promise<void> {
  const { asked } = useBehind.getState();
  if (!asked) return;
  useBehind.setState({ account, story: null });
  try {
    const story = await api.story(asked.journey, asked.run, account);
    const now = useBehind.getState();
    if (now.asked === asked && now.account === account) useBehind.setState({ story });
  } catch (failure) {
    complain(failure);
  }
}

export const closeStory = () => useBehind.setState({ account: null, story: null });

// What belongs to another journey or another run is nobody's any more.
useResults.subscribe((now, before) => {
  if (now.view?.run !== before.view?.run && useBehind.getState().asked?.run)
    useBehind.setState({ asked: null, answer: null, account: null, story: null });
});
useDocument.subscribe((now, before) => {
  if (now.journey?.id !== before.journey?.id)
    useBehind.setState({ asked: null, answer: null, account: null, story: null });
});
