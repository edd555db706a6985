import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { select, startsJourney, useWindow } from "../core/window";

/** What of the selection can be deleted: all but the start, which every journey has. */
export function removable(): string[] {
  const { selection, catalogue } = useWindow.getState();
  const nodes = useDocument.getState().journey?.nodes ?? {};
  return selection.filter((id) => nodes[id] && !startsJourney(catalogue, nodes[id].kind));
}

/** Removes what is selected; a node with several ways on asks first which of them stays. */
export function removeSelected(): void {
  const journey = useDocument.getState().journey;
  const selection = removable();
  if (!journey || selection.length === 0) return;
  const [only] = selection;
  const ways = only ? (journey.exits[only] ?? []).filter(({ to }) => to !== null) : [];
  if (selection.length === 1 && only && ways.length > 1) {
    useWindow.setState({ dialog: { ask: "keepPath", node: only } });
    return;
  }
  void remove(selection, ways.length === 1 ? (ways[0]?.path ?? null) : null);
}

export async function remove(nodes: string[], keep: string | null): Promise<void> {
  select();
  await edits.send({ do: "remove", nodes, keep });
}
