import { useEffect, useState } from "react";
import { countMatches, type Matches } from "../../core/api";
import { asCondition, isBlank, type Loose } from "./tree";

/** How long typing rests before the matches are counted. */
const rest = 300;

/** How many accounts or people meet the condition, and some by name; null while it's unknown. */
export function useMatches(on: "accounts" | "people", condition: unknown): Matches | null {
  const [matches, setMatches] = useState<Matches | null>(null);
  const key = JSON.stringify(condition);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the condition's content.
  useEffect(() => {
    if (isBlank(condition)) {
      setMatches(null);
      return;
    }
    let late = false;
    const timer = setTimeout(() => {
      countMatches(on, asCondition(condition as Loose))
        .then((found) => !late && setMatches(found))
        // A condition that is half typed can't be counted; the check names what is wrong with it.
        .catch(() => !late && setMatches(null));
    }, rest);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [on, key]);
  return matches;
}
