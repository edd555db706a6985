import { create } from "zustand";
import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import { compareFromHere } from "./live";
import type { Proposal } from "./types";
import { editWorkspace, undoWorkspace } from "./workspace";

interface ProposalsState {
  /** Of this run; null while they are asked for. */
  proposals: Proposal[] | null;
  run: string | null;
  /** The place of the one that was tried last. */
  tried: number | null;
}

export const useProposals = create<ProposalsState>(() => ({ proposals: null, run: null, tried: null }));

/** What would mend what a run shows, for the journey as it is now. */
export async function readProposals(run: string): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  if (useProposals.getState().run !== run) useProposals.setState({ proposals: null, run, tried: null });
  try {
    const proposals = await api.proposals(journey, run);
    if (useProposals.getState().run === run) useProposals.setState({ proposals });
  } catch (failure) {
    complain(failure);
  }
}

/** Makes the edit, which can be undone, and lets Live show the difference to before. */
export async function tryIt(proposal: Proposal, at: number): Promise<void> {
  useProposals.setState({ tried: at });
  await compareFromHere();
  const { edit } = proposal;
  if ("journey" in edit) await edits.send(edit.journey);
  else await editWorkspace(edit.workspace);
}

/** Takes back what was tried last, wherever it was an edit of. */
export async function takeBack(proposal: Proposal): Promise<void> {
  if ("journey" in proposal.edit) await edits.undo();
  else await undoWorkspace();
  useProposals.setState({ tried: null });
}
