import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { suggestValues } from "../core/api";
import type { Suggestion, ValuesOf } from "../core/types";
import { useSpeech } from "../i18n";

/** How long typing rests before values are looked up. */
const rest = 120;

/** The values of the data that contain what is typed, for a text field that is a combo box by itself. */
export function useSuggestions(of: ValuesOf | undefined, typed: string, without: string[]) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const key = JSON.stringify(of);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of `of`.
  useEffect(() => {
    if (!of || !open) return;
    let late = false;
    const timer = setTimeout(() => {
      suggestValues(of, typed).then(
        (values) => {
          if (late) return;
          setFound(values);
          setActive(-1);
        },
        // Without suggestions one types.
        () => {},
      );
    }, rest);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [key, typed, open]);
  const values = open ? found.filter(({ value }) => !without.includes(value)) : [];
  const showing = values.length > 0;
  const step = (by: number) =>
    setActive((active + by + values.length + (active < 0 && by < 0 ? 1 : 0)) % values.length);
  return {
    close: () => setOpen(false),
    input: of
      ? ({
          ref: field,
          role: "combobox",
          autoComplete: "off",
          "aria-autocomplete": "list",
          "aria-expanded": showing,
          "aria-controls": showing ? id : undefined,
          "aria-activedescendant": active >= 0 && showing ? `${id}-${active}` : undefined,
          onFocus: () => setOpen(true),
          onClick: () => setOpen(true),
        } as const)
      : {},
    list: { id, field, values, active },
    /** Handles the keys of the list; true when it took the key. */
    key: (event: KeyboardEvent, choose: (value: string) => void): boolean => {
      if (!of) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        setOpen(true);
        if (showing) step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Escape" && showing) {
        setOpen(false);
      } else if (event.key === "Enter" && showing && values[active]) {
        choose(values[active].value);
        setActive(-1);
      } else {
        if (event.key.length === 1) setOpen(true);
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

interface SuggestionsProps {
  id: string;
  field: React.RefObject<HTMLInputElement | null>;
  values: Suggestion[];
  active: number;
  choose: (value: string) => void;
}

/** The list under the field, above everything else wherever the field stands. It never takes the focus. */
export function Suggestions({ id, field, values, active, choose }: SuggestionsProps) {
  const { t, number } = useSpeech();
  const box = field.current?.closest(".texts, .suggested")?.getBoundingClientRect();
  if (values.length === 0 || !box) return null;
  const below = window.innerHeight - box.bottom > 180;
  return (
    <div
      className="suggestions"
      role="listbox"
      id={id}
      aria-label={t("texts.known")}
      popover="manual"
      ref={show}
      style={{
        left: box.left,
        width: Math.max(box.width, 180),
        ...(below ? { top: box.bottom + 2 } : { bottom: window.innerHeight - box.top + 2 }),
      }}
    >
      {values.map(({ value, rows }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
        <div
          key={value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field would lose its focus on the press.
          onPointerDown={(event) => {
            event.preventDefault();
            choose(value);
          }}
        >
          <span>{value}</span>
          <span className="figures">{number(rows)}</span>
        </div>
      ))}
    </div>
  );
}

/** The same function for every drawing: a list that is shown can't be shown again. */
function show(list: HTMLDivElement | null) {
  list?.showPopover?.();
}
