import { create } from "zustand";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { ask } from "../core/live";
import type { Assumed, Assumption, KeptScenario, Measured, Preset, Sensitivity } from "../core/types";
import { useWindow } from "../core/window";
import { study } from "./study";

interface AssumptionsState {
  assumptions: Assumption[];
  measured: Measured[];
  /** The scenarios that are kept by their names. */
  kept: KeptScenario[];
}

export const useAssumptions = create<AssumptionsState>(() => ({ assumptions: [], measured: [], kept: [] }));

/** What comes of moving each assumption. */
export const matters = study<Sensitivity>((event) =>
  event.type === "sensitivity" ? event.sensitivity : null,
);

export async function readAssumptions(): Promise<void> {
  try {
    const [assumptions, measured, kept] = await Promise.all([
      api.assumptions(),
      api.measured(),
      api.scenarios(),
    ]);
    useAssumptions.setState({ assumptions, measured, kept });
  } catch (failure) {
    complain(failure);
  }
}

async function take(asked: Promise<Assumed>): Promise<void> {
  try {
    const { scenario, assumptions } = await asked;
    useAssumptions.setState({ assumptions });
    useWindow.setState(({ start }) => ({ start: start && { ...start, scenario } }));
    // Whether it is still one of those that are kept.
    const [kept] = await Promise.all([api.scenarios(), ask()]);
    useAssumptions.setState({ kept });
  } catch (failure) {
    complain(failure);
    await readAssumptions();
  }
}

/** Null: what is assumed when nothing is said. */
export const assume = (values: Record<string, number | null>) => take(api.assume(values));
export const takeScenario = (name: string) => take(api.useScenario(name));
export const assumePreset = (preset: Preset) => take(api.assumePreset(preset));

/** Keeps what runs assume at present under a name, which it then has. */
export async function keepScenario(name: string): Promise<void> {
  await list(api.keepScenario(name));
  useWindow.setState(({ start }) => ({
    start: start && { ...start, scenario: { ...start.scenario, name: name.trim() } },
  }));
}

export const forgetScenario = (name: string) => list(api.forgetScenario(name));

async function list(asked: Promise<KeptScenario[]>): Promise<void> {
  try {
    useAssumptions.setState({ kept: await asked });
  } catch (failure) {
    complain(failure);
  }
}
