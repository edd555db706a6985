import { useRef, useState } from "react";
import type { Node } from "../core/types";
import { useInPlace, writeNext, written } from "./inPlace";

interface InPlaceFieldProps {
  node: Node;
  value: string;
  label: string;
  placeholder?: string;
  /** Enter makes a new line, and Ctrl+Enter ends. */
  lines?: boolean;
}

/** A field on the canvas in place of the words: Enter or leaving it keeps them, Escape doesn't. */
export function InPlaceField({ node, value, label, placeholder, lines }: InPlaceFieldProps) {
  const [text, setText] = useState(value);
  const done = useRef(false);
  const end = (kept: string | null, refocus: boolean) => {
    if (done.current) return;
    done.current = true;
    written(node, kept === value ? null : kept, refocus);
  };
  const shared = {
    autoFocus: true,
    className: "in-place nodrag nopan nowheel",
    "aria-label": label,
    placeholder,
    value: text,
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.target.select(),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setText(event.target.value),
    onBlur: () => end(text, false),
    onDoubleClick: (event: React.MouseEvent) => event.stopPropagation(),
    onKeyDown: (event: React.KeyboardEvent) => {
      // Keys of the canvas and of the window rest while one writes.
      event.stopPropagation();
      if (event.key === "Escape") {
        event.preventDefault();
        end(null, true);
      } else if (event.key === "Enter" && (!lines || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        end(text, true);
      } else if (event.key === "Tab" && useInPlace.getState().at?.what === "path") {
        event.preventDefault();
        writeNext(event.shiftKey ? -1 : 1);
        end(text, true);
      }
    },
  };
  return lines ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />;
}
