import { useDraggable } from "@dnd-kit/core";
import { ActionMenu, MenuItem, Text } from "@react-spectrum/s2";
import type { KeyboardEvent, ReactNode } from "react";
import { useSpeech } from "../../i18n";
import { Grip } from "../../panels/glyphs";
import { useEditor } from "./editor";
import { duplicate, named, type Place, partAt, put, stepBy, unwrap, wrap } from "./move";
import { junctionOf } from "./tree";

/** A part that can be taken elsewhere: its handle, how many meet it, and what can be done with it. */
export function Part({ place, children }: { place: Place; children: ReactNode }) {
  const { t, number } = useSpeech();
  const { whole, change, moved, count, stale } = useEditor();
  const id = named(place);
  const { listeners, setNodeRef, setActivatorNodeRef, transform, isDragging } = useDraggable({
    id: `part ${id}`,
    data: { place: id },
  });
  const group = Boolean(junctionOf(partAt(whole, place) ?? {}));
  const met = count(place);
  const step = (by: 1 | -1) => {
    const next = stepBy(whole, place, by);
    if (next) moved(next);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") step(event.key === "ArrowUp" ? -1 : 1);
    else if (event.key === "Delete" || event.key === "Backspace") change(put(whole, place, null));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const run: Record<string, () => void> = {
    up: () => step(-1),
    down: () => step(1),
    duplicate: () => change(duplicate(whole, place)),
    wrapAll: () => change(wrap(whole, place, "all")),
    wrapAny: () => change(wrap(whole, place, "any")),
    wrapNone: () => change(wrap(whole, place, "none")),
    unwrap: () => change(unwrap(whole, place)),
    remove: () => change(put(whole, place, null)),
  };
  const commands = [
    ...(stepBy(whole, place, -1) ? ["up"] : []),
    ...(stepBy(whole, place, 1) ? ["down"] : []),
    "duplicate",
    "wrapAll",
    "wrapAny",
    "wrapNone",
    ...(group ? ["unwrap"] : []),
    "remove",
  ] as const;
  const called = t(group ? "condition.groupNumber" : "condition.number", {
    number: place.map((at) => at + 1).join("."),
  });
  return (
    <div
      ref={setNodeRef}
      className="part"
      data-part={id}
      data-lifted={isDragging || undefined}
      style={transform ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)` } : undefined}
    >
      <button
        type="button"
        className="handle"
        ref={setActivatorNodeRef}
        data-handle={id}
        aria-label={t("condition.handle", { name: called })}
        aria-description={t("condition.handleHint")}
        aria-keyshortcuts="ArrowUp ArrowDown Delete"
        {...listeners}
        onKeyDown={keys}
      >
        <Grip />
      </button>
      <div className="part-body">{children}</div>
      <div className="part-side">
        {met === undefined ? null : (
          <span
            className="part-count figures"
            data-stale={stale || undefined}
            data-none={met === 0 || undefined}
            role="img"
            aria-label={t("condition.partCount", { count: number(met) })}
            title={t("condition.partCount", { count: number(met) })}
          >
            {number(met)}
          </span>
        )}
        <ActionMenu
          isQuiet
          size="S"
          menuSize="S"
          align="end"
          aria-label={t("condition.menu", { name: called })}
          onAction={(key) => run[String(key)]?.()}
        >
          {commands.map((command) => (
            <MenuItem key={command} id={command}>
              <Text slot="label">{t(`condition.do.${command}` as "condition.do.up")}</Text>
            </MenuItem>
          ))}
        </ActionMenu>
      </div>
    </div>
  );
}
