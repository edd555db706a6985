import { create } from "zustand";
import type { GroupsLooking } from "../core/types";

/** What of the list is looked at, kept while other parts are shown. */
interface GroupsState {
  looking: Required<GroupsLooking>;
  /** The group that is open. */
  open: { interest: string; account: string } | null;
}

export const everything: Required<GroupsLooking> = {
  search: "",
  solutionInterest: null,
  missing: [],
  ready: null,
  sort: null,
};

export const useGroups = create<GroupsState>(() => ({ looking: everything, open: null }));

export function lookAt(change: Partial<GroupsLooking>): void {
  useGroups.setState(({ looking }) => ({ looking: { ...looking, ...change } }));
}
