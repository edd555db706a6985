import { flushDesk, useDesk } from "./desk";
import { useDocument } from "./document";
import * as edits from "./edits";
import { stepsOf, useScreen } from "./screen";
import { redoTables, undoTables, useTables } from "./tables";
import type { Sentence } from "./types";
import { redoWorkspace, undoWorkspace } from "./workspace";

/** What undo and redo would do on the screen that is shown. */
export interface Steps {
  undo: Sentence | null;
  redo: Sentence | null;
  /** Something is being typed, which undo takes back first. */
  typing: boolean;
}

export function useSteps(): Steps {
  const of = useScreen(stepsOf);
  const journey = useDocument((state) => state.journey);
  const typing = useDocument((state) => Object.keys(state.drafts).length > 0);
  const workspace = useDesk((state) => state.view);
  const drafted = useDesk((state) => Object.keys(state.drafts).length > 0);
  const tables = useTables((state) => state.view);
  const view = of === "journey" ? journey : of === "workspace" ? workspace : tables;
  return {
    undo: view?.undo ?? null,
    redo: view?.redo ?? null,
    typing: of === "journey" ? typing : of === "workspace" && drafted,
  };
}

export async function undoSteps(): Promise<void> {
  const of = stepsOf(useScreen.getState());
  if (of === "journey") await edits.undo();
  else if (of === "tables") await undoTables();
  else await flushDesk().then(undoWorkspace);
}

export async function redoSteps(): Promise<void> {
  const of = stepsOf(useScreen.getState());
  if (of === "journey") await edits.redo();
  else if (of === "tables") await redoTables();
  else await flushDesk().then(redoWorkspace);
}

/** Sends what is being typed. */
export function flushSteps(): void {
  if (stepsOf(useScreen.getState()) === "workspace") void flushDesk();
  else edits.flush();
}
