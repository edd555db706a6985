import { useId, useState } from "react";
import { useSpeech } from "../i18n";
import { Close } from "../panels/glyphs";

interface TextsFieldProps {
  label: string;
  /** The label is read aloud only, where the place says what it is. */
  bare?: boolean;
  value: unknown;
  onChange: (value: string[]) => void;
}

/** Several texts as chips; Enter, a comma or leaving the field takes what was typed. */
export function TextsField({ label, bare, value, onChange }: TextsFieldProps) {
  const { t } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState("");
  const texts = Array.isArray(value) ? value.map(String) : typeof value === "string" && value ? [value] : [];
  const take = (text: string) => {
    const words = text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== "" && !texts.includes(word));
    if (words.length > 0) onChange([...texts, ...words]);
    setTyped("");
  };
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
          placeholder={texts.length === 0 ? t("texts.type") : ""}
          onChange={(event) => {
            if (/[,;]$/.test(event.target.value)) take(event.target.value);
            else setTyped(event.target.value);
          }}
          onBlur={() => take(typed)}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              take(typed);
            } else if (event.key === "Backspace" && typed === "" && texts.length > 0) {
              onChange(texts.slice(0, -1));
            }
          }}
        />
      </div>
    </div>
  );
}
