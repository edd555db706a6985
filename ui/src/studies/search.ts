import { create } from "zustand";
import * as api from "../core/api";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { complain } from "../core/failures";
import { compareFromHere } from "../core/live";
import { useResults } from "../core/results";
import type { CandidateCount, Candidates, Choice, Ranked, Vary } from "../core/types";
import { study } from "./study";

/** Something that may be otherwise in a candidate, as the dialog offers it. */
export interface Offer extends Choice {
  id: string;
  on: boolean;
}

interface SearchState {
  open: boolean;
  choices: Offer[];
  /** How many journeys the choices come to; null until the program has counted them. */
  count: CandidateCount | null;
  figure: string;
  aim: "most" | "least";
  budget: number | null;
  difference: number;
  confidence: number;
}

export const useSearch = create<SearchState>(() => ({
  open: false,
  choices: [],
  count: null,
  figure: "",
  aim: "most",
  budget: null,
  difference: 2,
  confidence: 0.95,
}));

export const searching = study<Candidates>((event) =>
  event.type === "candidates" ? event.candidates : null,
);

/** Opens the dialog with everything that may vary in the open journey. */
export async function openSearch(figure: string): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  searching.use.setState({ answer: null });
  useSearch.setState({ open: true, figure, choices: [], count: null });
  try {
    await edits.saved();
    const found = await api.searchChoices(journey);
    choose(found.map((choice) => ({ ...choice, id: named(choice), on: false })));
  } catch (failure) {
    complain(failure);
  }
}

/** What a step may have several of. */
const several: Choice["what"][] = ["completeness", "engagement", "members", "times", "within"];

/** A name that lasts while the journey stays as it is: what, of which step, and where in it. */
function named({ what, nodes, vary }: Choice): string {
  const place = "number" in vary && several.includes(what) ? vary.number.at : "";
  return [what, nodes[0], place].filter(Boolean).join(" ");
}

export const closeSearch = () => useSearch.setState({ open: false });

let asked = 0;

/** Takes what may vary, and has the program count what that comes to. */
export function choose(choices: Offer[]): void {
  useSearch.setState({ choices });
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  asked += 1;
  const mine = asked;
  // A range that makes no steps is no search yet.
  api.countCandidates(journey, varied(choices)).then(
    (count) => mine === asked && useSearch.setState({ count }),
    () => mine === asked && useSearch.setState({ count: null }),
  );
}

export const varied = (choices: Offer[]): Vary[] => choices.filter(({ on }) => on).map(({ vary }) => vary);

export async function runSearch(): Promise<void> {
  const journey = useDocument.getState().journey?.id;
  if (!journey) return;
  await edits.saved();
  const { choices, figure, aim, budget, difference, confidence } = useSearch.getState();
  const vary = varied(choices);
  await searching.run((on) =>
    api.search(journey, { vary, figure, aim, difference, confidence, budget, most: 200 }, on),
  );
}

/** Makes a candidate of the journey, as one edit that can be undone; Live tells the difference. */
export async function apply(candidate: Ranked): Promise<void> {
  useResults.setState({ tab: "live" });
  await compareFromHere();
  if (await edits.send({ do: "together", intents: candidate.intents })) closeSearch();
}
