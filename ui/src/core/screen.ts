import { create } from "zustand";
import { useWindow } from "./window";

/** What fills the middle of the window. */
export type Screen = "journey" | "data" | "groups" | "library";

/** The parts of the buying groups: looks at the groups of today, then what the workspace says about groups. */
export const looks = ["list", "coverage", "overlap"] as const;
export const definitions = [
  "rolesTemplate",
  "solutionInterest",
  "stages",
  "role",
  "audience",
  "accountList",
  "destination",
  "email",
  "eventType",
  "weights",
] as const;
export type Section = (typeof looks)[number] | (typeof definitions)[number];

interface ScreenState {
  screen: Screen;
  section: Section;
}

export const useScreen = create<ScreenState>(() => ({ screen: "journey", section: "list" }));

export function show(screen: Screen): void {
  // Keys that change the selected cards must find none while these are out of sight.
  if (screen !== "journey") useWindow.setState({ selection: [], menu: null });
  useScreen.setState({ screen });
}

export function showSection(section: Section): void {
  show("groups");
  useScreen.setState({ section });
}

/** Whose steps undo and redo follow: what is on the screen. */
export function stepsOf({ screen, section }: ScreenState): "journey" | "workspace" | "tables" {
  if (screen === "journey" || screen === "library") return "journey";
  if (screen === "data") return "tables";
  return (looks as readonly string[]).includes(section) ? "tables" : "workspace";
}
