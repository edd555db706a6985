import { useRef, useState } from "react";

/** The cell while it is written: Enter or leaving it takes the text, Escape gives up. */
export function CellInput({
  label,
  value,
  commit,
}: {
  label: string;
  value: string;
  commit: (value: string | null) => void;
}) {
  const [typed, setTyped] = useState(value);
  const done = useRef(false);
  const end = (text: string | null) => {
    if (done.current) return;
    done.current = true;
    commit(text);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here.
      autoFocus
      className="grid-input"
      aria-label={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => end(typed)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") end(typed);
        else if (event.key === "Escape") end(null);
        else return;
        event.preventDefault();
      }}
    />
  );
}
