import {
  type ClientRect,
  type CollisionDetection,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useRef, useState } from "react";
import { flushSteps } from "../../core/steps";
import { useSpeech } from "../../i18n";
import type { Count } from "./count";
import { type Editor, EditorContext } from "./editor";
import { Group } from "./Group";
import { inside, move, named, type Place, partAt, placeOf, places, within } from "./move";
import type { Loose } from "./tree";

interface PartsProps {
  on: "accounts" | "people";
  whole: Loose;
  count: Count | null;
  onChange: (whole: Loose) => void;
}

/** The parts of a condition, which are dragged to other places by their handles. */
export function Parts({ on, whole, count, onChange }: PartsProps) {
  const { t } = useSpeech();
  const [dragged, setDragged] = useState<Place | null>(null);
  const [told, setTold] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const change = (next: Loose) => {
    // Each gesture is a step of its own; only typing joins.
    flushSteps();
    onChange(next);
    flushSteps();
  };
  const moved = ({ whole: next, place }: { whole: Loose; place: Place }) => {
    change(next);
    const siblings = inside(partAt(next, place.slice(0, -1)) ?? {}).length;
    setTold(t("condition.moved", { place: (place.at(-1) ?? 0) + 1, of: siblings }));
    // The part is drawn at its new place before its handle can take the focus again.
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-handle="${named(place)}"]`)?.focus(),
    );
  };
  const numbers = new Map<string, number>();
  const parts = places(whole);
  if (count && parts.length === count.matches.parts.length)
    for (const [index, place] of parts.entries()) numbers.set(named(place), count.matches.parts[index] ?? 0);
  const editor: Editor = {
    whole,
    change,
    type: onChange,
    moved,
    count: (place) => numbers.get(named(place)),
    stale: count?.stale ?? false,
    dragged,
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestGap}
      accessibility={{ screenReaderInstructions: { draggable: t("condition.handleHint") } }}
      onDragStart={({ active }) => setDragged(placeOf(String(active.data.current?.place ?? "")))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={({ over }) => {
        setDragged(null);
        const to = over && placeOf(String(over.data.current?.place ?? ""));
        const next = dragged && to && move(whole, dragged, to);
        if (next) moved(next);
      }}
    >
      <EditorContext value={editor}>
        <div ref={box}>
          <Group on={on} value={whole} place={[]} fixed />
        </div>
        <p className="unseen" aria-live="assertive">
          {told}
        </p>
      </EditorContext>
    </DndContext>
  );
}

/** The gap that the pointer is nearest to; a part can't be put into itself. */
const nearestGap: CollisionDetection = ({
  active,
  droppableContainers,
  droppableRects,
  pointerCoordinates,
}) => {
  if (!pointerCoordinates) return [];
  const from = placeOf(String(active.data.current?.place ?? ""));
  const found = [];
  for (const container of droppableContainers) {
    const rect = droppableRects.get(container.id);
    const to = placeOf(String(container.data.current?.place ?? ""));
    if (!rect || within(to.slice(0, -1), from)) continue;
    const distance = away(pointerCoordinates, rect);
    // Of gaps at one height the inner one is meant when the pointer is over it.
    found.push({ id: container.id, data: { droppableContainer: container, value: distance - to.length } });
  }
  return found.sort((a, b) => a.data.value - b.data.value);
};

function away({ x, y }: { x: number; y: number }, rect: ClientRect): number {
  const beyond = (value: number, low: number, high: number) => Math.max(low - value, 0, value - high);
  return beyond(y, rect.top, rect.bottom) + beyond(x, rect.left, rect.right);
}
