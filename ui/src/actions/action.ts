import type { MessageId } from "../i18n";

/** Something a user can do; buttons, shortcuts, the palette of commands and the sheet of keys are made of these. */
export interface Action {
  id: ActionId;
  label: MessageId;
  /** Where it stands in the sheet of keys. */
  group: GroupId;
  /** In which menus at the pointer it stands. */
  menus?: MenuPlace[];
  /** In tinykeys' notation; `$mod` is Ctrl, or ⌘ on a Mac. */
  keys: string[];
  /** What the webview does at these keys must go on. */
  native?: boolean;
  /** Where it makes sense just now. */
  when: () => boolean;
  run: () => void;
}

/** What a menu at the pointer can be about. */
export type MenuPlace = "card" | "edge" | "board";

export type GroupId = "edit" | "select" | "walk" | "see" | "window";

type Way = "Right" | "Left" | "Up" | "Down";

export type ActionId =
  | "undo"
  | "redo"
  | "simulate"
  | "present"
  | "live"
  | "cancel"
  | "check"
  | "history"
  | "results"
  | "enlarge"
  | "accountsHere"
  | "runs"
  | "goals"
  | "assumptions"
  | "compareRuns"
  | "searchBetter"
  | "copy"
  | "cut"
  | "paste"
  | "duplicate"
  | "remove"
  | "rename"
  | "renamePath"
  | "note"
  | "carry"
  | "fold"
  | "foldAll"
  | "disable"
  | "tidy"
  | "tidySelection"
  | "insert"
  | "palette"
  | "selectAll"
  | "selectPath"
  | "selectCard"
  | "toggleCard"
  | "openCard"
  | "focusCanvas"
  | `walk${Way}`
  | `extend${Way}`
  | `nudge${Way}`
  | "contextMenu"
  | "find"
  | "findNext"
  | "findPrevious"
  | "fit"
  | "fitSelection"
  | "zoomFull"
  | "zoomIn"
  | "zoomOut"
  | "commands"
  | "shortcuts"
  | "language"
  | "theme"
  | "newJourney"
  | "importJourney"
  | "library"
  | "data"
  | "groups"
  | "deselect";

export const ways: Way[] = ["Right", "Left", "Up", "Down"];
