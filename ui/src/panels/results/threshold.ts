import { useWindow } from "../../core/window";

/** The completeness from which a group of this solution interest is ready for sales; null when it isn't known. */
export function useThreshold(solutionInterest: string | undefined): number | null {
  return useWindow((state) => state.start?.salesReady[solutionInterest ?? ""] ?? null);
}
