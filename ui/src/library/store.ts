import { create } from "zustand";
import * as api from "../core/api";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { host } from "../core/host";
import { show } from "../core/screen";
import type { JourneyStatus, JourneySummary } from "../core/types";
import { journeysNow, openJourney, useWindow } from "../core/window";

export const sorts = ["changed", "name", "status", "nodes"] as const;
export type Sort = (typeof sorts)[number];

/** Every status in the order in which a journey takes them. */
export const statuses: JourneyStatus[] = ["draft", "live", "closed", "finished", "aborted"];

interface Looking {
  search: string;
  sort: Sort;
  /** Only these; none means all. */
  status: JourneyStatus | null;
}

export const useLibrary = create<Looking>(() => ({ search: "", sort: "changed", status: null }));

/** Shows all journeys instead of one, or goes back to that one. */
export function showLibrary(open: boolean): void {
  show(open ? "library" : "journey");
  if (open) void refresh();
}

/** Opens a journey and shows it. */
export async function openFrom(journey: string): Promise<void> {
  show("journey");
  await openJourney(journey);
}

/** Takes a journey from a file that the user chooses into the workspace, and shows it. */
export async function importJourney(): Promise<void> {
  const [path] = await host.chooseFiles(["json", "bpmn"]);
  if (!path) return;
  try {
    await edits.saved();
    const { id } = await api.importJourney(path);
    show("journey");
    await journeysNow(await api.journeys(), id);
  } catch (failure) {
    complain(failure);
  }
}

/** The list as the program has it: the open journey may have changed since it was read. */
async function refresh(): Promise<void> {
  try {
    await edits.saved();
    useWindow.setState({ journeys: await api.journeys() });
  } catch (failure) {
    complain(failure);
  }
}

/** What is looked for, in order; letters are compared as the language does, apart from case and accents. */
export function shown(journeys: JourneySummary[], { search, sort, status }: Looking, locale: string) {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(locale);
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = journeys.filter(
    (journey) =>
      (status === null || journey.status === status) &&
      words.every((word) => plain(journey.name).includes(word)),
  );
  const first: Record<Sort, (a: JourneySummary, b: JourneySummary) => number> = {
    changed: (a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0),
    name: (a, b) => compare(a.name, b.name),
    status: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
    nodes: (a, b) => b.nodes - a.nodes,
  };
  return found.sort((a, b) => first[sort](a, b) || compare(a.name, b.name));
}
