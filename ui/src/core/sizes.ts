import type { Sizes } from "./types";

/** What the layout counts with, in px at 100 %. The program's own figures take the place of these when it answers. */
export const sizes: Sizes = {
  width: 220,
  height: 96,
  port: 48,
  pathRow: 28,
  gap: 96,
  wideGap: 200,
  rowGap: 32,
  mark: 40,
};

/** Draws cards at the size that the program lays them out with. */
export function adopt(own: Sizes): void {
  Object.assign(sizes, own);
}
