import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import { useLive } from "./live";
import { useResults } from "./results";
import type { AccountsBehind, AccountsPage, Behind, Story } from "./types";
import { useWindow } from "./window";

interface BehindState {
  /** What was asked; null: nothing yet. */
  asked: Asked | null;
  /** Which of the accounts are listed. */
  page: AccountsPage;
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

const first: AccountsPage = { replication: 0, search: "", from: 0 };

export const useBehind = create<BehindState>(() => ({
  asked: null,
  page: first,
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
  // Whoever looks at a replication stays in it from one number to the next.
  const { replication } = useBehind.getState().page;
  const page = { ...first, replication: run === null ? 0 : replication };
  useBehind.setState({ asked, page, answer: null, account: null, story: null });
  useWindow.setState({ drawer: true });
  useResults.setState({ tab: "accounts" });
  if (live) await edits.saved();
  await read(asked, page);
}

/** Lists others of the accounts: of another replication, of another name, further ones. */
export async function turnTo(change: Partial<AccountsPage>): Promise<void> {
  const { asked, page: before } = useBehind.getState();
  if (!asked) return;
  const page = { ...before, from: 0, ...change };
  useBehind.setState({
    page,
    ...(page.replication === before.replication ? {} : { account: null, story: null }),
  });
  await read(asked, page);
}

async function read(asked: Asked, page: AccountsPage): Promise<void> {
  try {
    const answer = await api.accountsBehind(asked.journey, asked.run, asked.behind, page);
    const now = useBehind.getState();
    if (now.asked === asked && now.page === page) useBehind.setState({ answer });
  } catch (failure) {
    complain(failure);
  }
}

/** Tells the story of an account of the list. */
export async function tell(account: string): Promise<void> {
  const { asked, page } = useBehind.getState();
  if (!asked) return;
  useBehind.setState({ account, story: null });
  try {
    const story = await api.story(asked.journey, asked.run, account, page.replication);
    const now = useBehind.getState();
    const same = now.asked === asked && now.account === account && now.page.replication === page.replication;
    if (same) useBehind.setState({ story });
  } catch (failure) {
    complain(failure);
  }
}

export const closeStory = () => useBehind.setState({ account: null, story: null });

const forget = () =>
  useBehind.setState({ asked: null, page: first, answer: null, account: null, story: null });

// What belongs to another journey or another run is nobody's any more.
useResults.subscribe((now, before) => {
  if (now.view?.run !== before.view?.run && useBehind.getState().asked?.run) forget();
});
useDocument.subscribe((now, before) => {
  if (now.journey?.id !== before.journey?.id) forget();
});
