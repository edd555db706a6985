import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useSpeech } from "../i18n";
import { Grip } from "../panels/glyphs";

interface SortableProps {
  /** What stands in the list, from top to bottom. */
  ids: string[];
  /** What a thing is called, for a screen reader. */
  name: (id: string) => string;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

/** A list whose things are dragged by their handles, with the pointer or by Space and the arrow keys. */
export function Sortable({ ids, name, onMove, children }: SortableProps) {
  const { t } = useSpeech();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: unknown) => ids.indexOf(String(id));
  const end = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(place(active.id), place(over.id));
  };
  const told = (id: unknown, over: unknown) =>
    t("drag.over", { name: name(String(id)), place: place(over) + 1, of: ids.length });
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        screenReaderInstructions: { draggable: t("drag.instructions") },
        announcements: {
          onDragStart: ({ active }) => t("drag.start", { name: name(String(active.id)) }),
          onDragOver: ({ active, over }) => (over ? told(active.id, over.id) : undefined),
          onDragEnd: ({ active, over }) => (over ? told(active.id, over.id) : t("drag.cancel")),
          onDragCancel: () => t("drag.cancel"),
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

type Sorted = Pick<ReturnType<typeof useSortable>, "attributes" | "listeners" | "setActivatorNodeRef">;
const Lifted = createContext<Sorted | null>(null);

/** One thing of the list; `Handle` inside it is where it is taken. */
export function SortableItem({ id, children }: { id: string; children: ReactNode }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  const sorted = useMemo(
    () => ({ attributes, listeners, setActivatorNodeRef }),
    [attributes, listeners, setActivatorNodeRef],
  );
  return (
    <div
      ref={setNodeRef}
      className="sortable"
      data-lifted={isDragging || undefined}
      style={{
        transform: transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined,
        transition,
      }}
    >
      <Lifted value={sorted}>{children}</Lifted>
    </div>
  );
}

export function Handle({ label }: { label: string }) {
  const sorted = useContext(Lifted);
  if (!sorted) return null;
  const { role: _button, tabIndex: _reachable, ...described } = sorted.attributes;
  return (
    <button
      type="button"
      className="handle"
      ref={sorted.setActivatorNodeRef}
      aria-label={label}
      {...described}
      {...sorted.listeners}
    >
      <Grip />
    </button>
  );
}

/** A list with one thing taken from a place to another. */
export function moved<Thing>(list: Thing[], from: number, to: number): Thing[] {
  const next = [...list];
  const [thing] = next.splice(from, 1);
  if (thing !== undefined) next.splice(to, 0, thing);
  return next;
}
