import { create } from "zustand";
import * as api from "../core/api";
import { complain } from "../core/failures";
import { ask } from "../core/live";
import type { Assumed, Assumption, Measured, Preset, Sensitivity } from "../core/types";
import { useWindow } from "../core/window";
import { study } from "./study";

interface AssumptionsState {
  assumptions: Assumption[];
  measured: Measured[];
}

export const useAssumptions = create<AssumptionsState>(() => ({ assumptions: [], measured: [] }));

/** What comes of moving each assumption. */
export const matters = study<Sensitivity>((event) =>
  event.type === "sensitivity" ? event.sensitivity : null,
);

export async function readAssumptions(): Promise<void> {
  try {
    const [assumptions, measured] = await Promise.all([api.assumptions(), api.measured()]);
    useAssumptions.setState({ assumptions, measured });
  } catch (failure) {
    complain(failure);
  }
}

async function take(asked: Promise<Assumed>): Promise<void> {
  try {
    const { scenario, assumptions } = await asked;
    useAssumptions.setState({ assumptions });
    useWindow.setState(({ start }) => ({ start: start && { ...start, scenario } }));
    await ask();
  } catch (failure) {
    complain(failure);
    await readAssumptions();
  }
}

/** Null: what is assumed when nothing is said. */
export const assume = (values: Record<string, number | null>) => take(api.assume(values));
export const assumePreset = (preset: Preset) => take(api.assumePreset(preset));
