import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import type { Finding, JourneyStatus, Problem, WorkspaceIntent, WorkspaceView } from "./types";
import { journeysNow, useWindow } from "./window";

/** Edits the workspace's own records; answers with them, null when it was refused. */
export function editWorkspace(intent: WorkspaceIntent): Promise<WorkspaceView | null> {
  return adopt(api.editWorkspace(intent));
}

/** Does by itself what mends a finding: one step of the journey's history, or of the workspace's. */
export async function mend(problem: Problem): Promise<void> {
  const { code, node, exit, params, fix } = problem;
  const journey = useDocument.getState().journey?.id;
  if (!fix || !journey) return;
  const finding: Finding = { code, node, exit, params, fix: fix.code };
  if (fix.of === "journey") await edits.send({ do: "mend", finding });
  else await edits.saved().then(() => adopt(api.mendWorkspace(journey, finding)));
}

/** Publishes, closes, finishes or aborts a journey. */
export async function setStatus(journey: string, status: JourneyStatus): Promise<void> {
  try {
    await edits.saved();
    await journeysNow(await api.setJourneyStatus(journey, status));
    await refresh();
  } catch (failure) {
    complain(failure);
  }
}

async function adopt(asked: Promise<WorkspaceView>): Promise<WorkspaceView | null> {
  try {
    const view = await asked;
    const { references, salesReady } = view;
    useWindow.setState(({ start }) => ({ start: start && { ...start, references, salesReady } }));
    await refresh();
    return view;
  } catch (failure) {
    complain(failure);
    return null;
  }
}

/** What the workspace says changes the findings of the open journey. */
async function refresh(): Promise<void> {
  const open = useDocument.getState().journey?.id;
  if (open) await edits.open(open);
}
