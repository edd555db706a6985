import { create } from "zustand";

export type Overlay = "commands" | "shortcuts" | "carry";

/** What lies over the whole window until Escape. */
export const useOverlay = create<{
  shown: Overlay | null;
  /** The card that had the keyboard's focus before; it gets it back. */
  from: string | null;
}>(() => ({ shown: null, from: null }));

export const close = () => useOverlay.setState({ shown: null, from: null });
