import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { kindOf, useWindow } from "../core/window";

/** What of the selection can be switched off: all but starts and merges. */
export function disableable(): string[] {
  const { selection, catalogue } = useWindow.getState();
  const nodes = useDocument.getState().journey?.nodes ?? {};
  return selection.filter((id) => {
    const kind = nodes[id]?.kind;
    return kind !== undefined && kindOf(catalogue, kind)?.disable === true;
  });
}

/** Switches the selection off, or on again where all of it is off. */
export function toggleDisabled(): void {
  const nodes = disableable();
  const journey = useDocument.getState().journey;
  const off = nodes.every((id) => journey?.nodes[id]?.disabled === true);
  void edits.send({ do: "disable", nodes, disabled: !off });
}
