import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { useWindow } from "../core/window";
import { useDrag } from "./drag";
import type { Arrow } from "./walk";

/** How far a card goes at a press of a key, in px at 100 %. */
const by = 20;
let held = false;

/** Moves what is selected; holding the key is one gesture, which ends when the key is let go. */
export function nudge(arrow: Arrow): void {
  const journey = useDocument.getState().journey;
  if (!journey) return;
  const dx = arrow === "ArrowRight" ? by : arrow === "ArrowLeft" ? -by : 0;
  const dy = arrow === "ArrowDown" ? by : arrow === "ArrowUp" ? -by : 0;
  useDrag.setState(({ places }) => ({
    places: Object.fromEntries(
      useWindow.getState().selection.flatMap((id) => {
        const at = places[id] ?? journey.places[id];
        return at ? [[id, { x: at.x + dx, y: at.y + dy }]] : [];
      }),
    ),
  }));
  if (held) return;
  held = true;
  for (const end of ["keyup", "blur"]) window.addEventListener(end, settle, { once: true });
}

/** Sends where the cards have come to. */
export function settle(): void {
  if (!held) return;
  held = false;
  for (const end of ["keyup", "blur"]) window.removeEventListener(end, settle);
  const { places } = useDrag.getState();
  void edits.send({ do: "move", places }).finally(() => {
    if (!held) useDrag.setState({ places: {} });
  });
}
