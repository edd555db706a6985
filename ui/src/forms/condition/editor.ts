import { createContext, useContext } from "react";
import type { Place } from "./move";
import type { Loose } from "./tree";

/** What the parts of the condition editor share. */
export interface Editor {
  whole: Loose;
  /** The condition after a gesture, which is one step of undo. */
  change: (whole: Loose) => void;
  /** The condition while one types. */
  type: (whole: Loose) => void;
  /** The same part at another place: its handle keeps the focus, and the move is told. */
  moved: (next: { whole: Loose; place: Place }) => void;
  /** How many meet the part at a place; undefined while that's unknown. */
  count: (place: Place) => number | undefined;
  /** The numbers belong to what stood there before. */
  stale: boolean;
  /** The part that is being dragged. */
  dragged: Place | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("A part of a condition stands outside of its editor.");
  return editor;
}
