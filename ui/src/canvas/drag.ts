import { create } from "zustand";
import type { Place } from "../core/types";

/** Where cards are while they are dragged; the document learns of it when the drag ends. */
export const useDrag = create<{ places: Record<string, Place> }>(() => ({ places: {} }));
