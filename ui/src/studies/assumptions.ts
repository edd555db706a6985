import { create } from "zustand";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { ask } from "../core/live";
import type { Measured, RunSetting, ScenarioIntent, ScenariosView, Sensitivity } from "../core/types";
import { useWindow } from "../core/window";
import { study } from "./study";

interface AssumptionsState {
  /** Null until it was asked for. */
  view: ScenariosView | null;
  measured: Measured[];
}

export const useAssumptions = create<AssumptionsState>(() => ({ view: null, measured: [] }));

/** What comes of moving each assumption. */
export const matters = study<Sensitivity>((event) =>
  event.type === "sensitivity" ? event.sensitivity : null,
);

export async function readAssumptions(): Promise<void> {
  try {
    const [view, measured] = await Promise.all([api.scenarios(), api.measured()]);
    useAssumptions.setState({ view, measured });
  } catch (failure) {
    complain(failure);
  }
}

/** Edits go one after the other, in the order of the gestures. */
let last: Promise<unknown> = Promise.resolve();

function change(asked: () => Promise<ScenariosView>): Promise<void> {
  const next = last.then(async () => {
    try {
      const view = await asked();
      useAssumptions.setState({ view });
      useWindow.setState(({ start }) => ({ start: start && { ...start, scenario: view.scenario } }));
      await ask();
    } catch (failure) {
      complain(failure);
      await readAssumptions();
    }
  });
  last = next;
  return next;
}

export const editScenarios = (intent: ScenarioIntent) => change(() => api.editScenarios(intent));
export const undoScenarios = () => change(api.undoScenarios);
export const redoScenarios = () => change(api.redoScenarios);

/** Null: what is assumed when nothing is said; a number that the scenario has by itself is gone. */
export const assume = (values: Record<string, number | null>) => editScenarios({ do: "assume", values });
export const setRun = (setting: RunSetting) => editScenarios({ do: "set", setting });
