import type { Place } from "../core/types";

/** What the rest of the window may ask of the canvas; the canvas puts its own functions in when it's there. */
export const view = {
  fit(): void {},
  /** Shows these cards as large as fits. */
  fitNodes(_nodes: string[]): void {},
  zoom(_factor: number): void {},
  zoomTo(_zoom: number): void {},
  /** Brings a card onto the board, moving it no more than needed. */
  reveal(_node: string): void {},
  /** The middle of what is seen, on the canvas. */
  middle(): Place {
    return { x: 0, y: 0 };
  },
  /** Puts keyboard focus on a card. */
  focus(_node: string): void {},
};
