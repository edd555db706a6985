import { type PointerEvent, useRef, useState } from "react";
import { create } from "zustand";
import { actions, keyName } from "../actions";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { ChevronLeft, Search } from "../panels/glyphs";
import { carryTo, drop, exitOf, insert, letGo, lift, useCarry } from "./carry";
import { type Step, useSteps } from "./choices";
import { lastOpenExit } from "./ends";
import { Icon } from "./Icon";

/** Whether the palette shows names and a search, or icons only. */
export const usePalette = create<{ wide: boolean }>(() => ({ wide: false }));

/** The kinds and actions as a rail beside the board: dragged onto an edge, an end or a card, or pressed. */
export function Palette() {
  const { t } = useSpeech();
  const wide = usePalette((state) => state.wide);
  const groups = useSteps();
  const [words, setWords] = useState("");
  const wanted = words.trim().toLocaleLowerCase();
  const shown = groups
    .map((group) => ({
      ...group,
      choices: wide
        ? group.choices.filter(({ name, hint }) => `${name} ${hint}`.toLocaleLowerCase().includes(wanted))
        : group.choices,
    }))
    .filter(({ choices }) => choices.length > 0);
  const label = t(wide ? "palette.narrow" : "palette.widen");
  return (
    <section className="palette nowheel" aria-label={t("palette.title")} data-wide={wide || undefined}>
      <div className="palette-head">
        {wide ? (
          <label className="palette-search">
            <Search />
            <input
              // biome-ignore lint/a11y/noAutofocus: the palette is widened to search it.
              autoFocus
              type="search"
              value={words}
              placeholder={t("insert.search")}
              aria-label={t("insert.search")}
              onChange={(event) => setWords(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Escape") return;
                event.preventDefault();
                if (words) setWords("");
                else usePalette.setState({ wide: false });
              }}
            />
          </label>
        ) : null}
        <button
          type="button"
          className="palette-toggle"
          aria-label={label}
          aria-expanded={wide}
          title={`${label} (${keyName(actions.palette)})`}
          data-testid="palette"
          onClick={actions.palette.run}
        >
          {wide ? <ChevronLeft /> : <Search />}
        </button>
      </div>
      <div className="palette-list">
        {shown.length === 0 ? <p className="hint">{t("insert.nothing")}</p> : null}
        {shown.map((group) => (
          <fieldset key={group.id} className="palette-group">
            <legend className={wide ? undefined : "unseen"}>{group.name}</legend>
            {group.choices.map((step) => (
              <Piece key={step.id} step={step} wide={wide} />
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  );
}

/** How far the pointer moves before a press becomes a drag, in px. */
const dragFrom = 4;

function Piece({ step, wide }: { step: Step; wide: boolean }) {
  const { t } = useSpeech();
  const from = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const move = (event: PointerEvent) => {
    const at = { x: event.clientX, y: event.clientY };
    if (!from.current) return;
    if (!dragged.current) {
      if (Math.hypot(at.x - from.current.x, at.y - from.current.y) < dragFrom) return;
      dragged.current = true;
      lift({ step }, at);
    }
    carryTo(at);
  };
  const end = (event: PointerEvent) => {
    from.current = null;
    if (!dragged.current) return;
    if (event.type === "pointerup" && useCarry.getState().load) drop();
    else letGo();
  };
  return (
    <button
      type="button"
      className="piece"
      title={wide ? step.hint : `${step.name}: ${step.hint}`}
      aria-label={wide ? undefined : step.name}
      data-piece={step.id}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        from.current = { x: event.clientX, y: event.clientY };
        dragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={() => {
        if (dragged.current) dragged.current = false;
        else putAtSelection(step);
      }}
    >
      <Icon family={step.family} svg={step.icon} />
      {wide ? <span>{step.name}</span> : null}
      <span className="unseen">{t("palette.put")}</span>
    </button>
  );
}

/** A press without a drag puts it behind the selected card, or at the end of the journey. */
function putAtSelection(step: Step) {
  const journey = useDocument.getState().journey;
  const [node] = useWindow.getState().selection;
  const at = journey ? ((node && exitOf(journey, node)) ?? lastOpenExit(journey)) : null;
  if (at) void insert(step, at);
}
