import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Webviews give up on boxes of more than about 33.5 million points. */
const tallest = 33_000_000;
/** Rows that are drawn beyond those in view. */
const beyond = 12;

interface LongList {
  /** How tall the box of all rows is. */
  total: number;
  /** The rows that are drawn, with their distance from its top. */
  rows: { index: number; start: number }[];
  show: (index: number) => void;
}

/**
 * Which rows of a list of any length are in view of a box that scrolls. Where all of them would be too tall for a box,
 * scrolling goes by more than it does on the screen, so that the last row can be reached.
 */
export function useLongList(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  head: number,
): LongList {
  const [{ at, view }, setSeen] = useState({ at: 0, view: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ at: element.scrollTop, view: element.clientHeight });
    // Drawn before the frame in which the box has scrolled, lest it shows its empty ground.
    const scrolled = () => flushSync(look);
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener("scroll", scrolled, { passive: true });
    look();
    return () => {
      sized.disconnect();
      element.removeEventListener("scroll", scrolled);
    };
  }, [box]);
  const all = count * height;
  const total = Math.min(all, tallest);
  const way = Math.max(total + head - view, 1);
  /** Points of the list by points of scrolling. */
  const ratio = all > tallest ? Math.max(all + head - view, 1) / way : 1;
  const top = at * ratio;
  const first = Math.max(Math.floor(top / height) - beyond, 0);
  const last = Math.min(Math.ceil((top + view) / height) + beyond, count);
  const rows = Array.from({ length: Math.max(last - first, 0) }, (_, place) => {
    const index = first + place;
    return { index, start: index * height + (at - top) };
  });
  const show = (index: number) => {
    const element = box.current;
    if (!element) return;
    const begin = index * height;
    const end = begin + height + head - view;
    const next = begin < top ? begin : end > top ? end : null;
    if (next !== null) element.scrollTop = next / ratio;
  };
  return { total, rows, show };
}
