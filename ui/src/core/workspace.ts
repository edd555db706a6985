import * as api from "./api";
import { useDocument } from "./document";
import * as edits from "./edits";
import { complain } from "./failures";
import type { Finding, JourneyStatus, Problem, WorkspaceIntent, WorkspaceView } from "./types";
import { journeysNow, useWindow } from "./window";

const listeners = new Set<(view: WorkspaceView) => void>();

/** Hears of the workspace after every change of it. */
export function onWorkspace(listener: (view: WorkspaceView) => void): void {
  listeners.add(listener);
}

/** Takes the workspace's last step back, or does it again. */
export const undoWorkspace = () => adopt(api.undoWorkspace());
export const redoWorkspace = () => adopt(api.redoWorkspace());

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
    // Counts, roles by solution interest and the rest hang on what the workspace says.
    const start = await api.start();
    useWindow.setState({ start });
    for (const listener of listeners) listener(view);
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
