import { useId, useState } from "react";
import type { ValuesOf } from "../core/types";
import { useSpeech } from "../i18n";
import { Close } from "../panels/glyphs";
import { Suggestions, useSuggestions } from "./Suggestions";

interface TextsFieldProps {
  label: string;
  /** The label is read aloud only, where the place says what it is. */
  bare?: boolean;
  /** Where known values are found. */
  of?: ValuesOf;
  /** No more texts than these; a further one takes the place of the last. */
  most?: number;
  value: unknown;
  onChange: (value: string[]) => void;
}

/** Several texts as chips; Enter, a comma or leaving the field takes what was typed; known values are suggested. */
export function TextsField({
  label,
  bare,
  of,
  most = Number.POSITIVE_INFINITY,
  value,
  onChange,
}: TextsFieldProps) {
  const { t } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState("");
  const texts = listed(value);
  const suggestions = useSuggestions(of, typed, texts);
  const add = (words: string[]) => {
    const fresh = words.filter((word) => word !== "" && !texts.includes(word));
    if (fresh.length > 0) onChange([...texts, ...fresh].slice(-most));
    setTyped("");
  };
  const take = (text: string) => add(text.split(/[,;\n]/).map((word) => word.trim()));
  return (
    <div className="group">
      <label htmlFor={id} className={bare ? "unseen" : "label"}>
        {label}
      </label>
      <div className="texts">
        {texts.map((text) => (
          <span className="text-chip" key={text}>
            {text}
            <button
              type="button"
              aria-label={t("texts.remove", { text })}
              onClick={() => onChange(texts.filter((one) => one !== text))}
            >
              <Close />
            </button>
          </span>
        ))}
        <input
          id={id}
          value={typed}
          placeholder={texts.length === 0 ? t(of ? "texts.choose" : "texts.type") : ""}
          {...suggestions.input}
          onChange={(event) => {
            if (/[,;]$/.test(event.target.value)) take(event.target.value);
            else setTyped(event.target.value);
          }}
          onBlur={() => {
            suggestions.close();
            take(typed);
          }}
          onKeyDown={(event) => {
            // A value of the data may hold a comma, so it's taken whole.
            if (suggestions.key(event, (chosen) => add([chosen]))) return;
            if (event.key === "Enter") {
              event.preventDefault();
              take(typed);
            } else if (event.key === "Backspace" && typed === "" && texts.length > 0) {
              onChange(texts.slice(0, -1));
            }
          }}
        />
        <Suggestions {...suggestions.list} choose={(chosen) => add([chosen])} />
      </div>
    </div>
  );
}

function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined || value === "" ? [] : [String(value)];
}
