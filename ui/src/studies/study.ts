import { create } from "zustand";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { RunEvent } from "../core/types";

/** Long work that answers once: how far it is, and what came of it. */
export interface Study<Answer> {
  running: { run: string | null; share: number; seconds: number | null } | null;
  answer: Answer | null;
}

/** A store for one kind of study; `take` finds the answer in the last event. */
export function study<Answer>(take: (event: RunEvent) => Answer | null) {
  const store = create<Study<Answer>>(() => ({ running: null, answer: null }));
  const run = async (begin: (on: (event: RunEvent) => void) => Promise<void>) => {
    if (store.getState().running) return;
    store.setState({ running: { run: null, share: 0, seconds: null }, answer: null });
    try {
      await begin((event) => {
        const { running } = store.getState();
        if (event.type === "started" && running) {
          store.setState({ running: { ...running, run: event.run } });
        } else if (event.type === "progress" && running) {
          const share = event.of > 0 ? Math.min(1, event.done / event.of) : 0;
          store.setState({ running: { ...running, share, seconds: event.seconds } });
        } else if (event.type === "failed") complain(event.failure);
        else store.setState({ answer: take(event) });
      });
    } catch (failure) {
      complain(failure);
    } finally {
      store.setState({ running: null });
    }
  };
  const cancel = async () => {
    const id = store.getState().running?.run;
    if (id) await api.cancel(id).catch(complain);
  };
  return { use: store, run, cancel };
}
