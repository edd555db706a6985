import { useEffect, useState } from "react";
import { countMatches } from "../../core/api";
import type { Matches, Start } from "../../core/types";
import { useWindow } from "../../core/window";
import { asCondition, isBlank, type Loose } from "./tree";

/** How long typing rests before the matches are counted. */
const rest = 150;
/** How many answers are kept. */
const most = 200;

/** Answers by condition; they hold for the data and workspace of one start. */
let kept = new Map<string, Matches>();
let keptFor: Start | null = null;

export interface Count {
  matches: Matches;
  /** It belongs to what stood there before; the new number is on its way. */
  stale: boolean;
}

/** How many accounts or people meet the condition, and some by name; null while it's unknown. */
export function useMatches(on: "accounts" | "people", condition: unknown, blankToo = false): Count | null {
  const start = useWindow((state) => state.start);
  const [last, setLast] = useState<{ key: string; matches: Matches } | null>(null);
  if (keptFor !== start) {
    kept = new Map();
    keptFor = start;
  }
  const asks = blankToo || !isBlank(condition);
  const key = `${on} ${JSON.stringify(condition)}`;
  const known = kept.get(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the condition's content.
  useEffect(() => {
    if (!asks) return setLast(null);
    if (known) return setLast({ key, matches: known });
    let late = false;
    const timer = setTimeout(() => {
      countMatches(on, asCondition((condition ?? { all: [] }) as Loose))
        .then((matches) => {
          if (kept.size >= most) kept.delete(kept.keys().next().value as string);
          kept.set(key, matches);
          if (!late) setLast({ key, matches });
        })
        // A condition that is half typed can't be counted; the check names what is wrong with it.
        .catch(() => !late && setLast(null));
    }, rest);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [key, asks, start]);
  if (!asks) return null;
  if (known) return { matches: known, stale: false };
  return last && { matches: last.matches, stale: last.key !== key };
}
