import { useEffect, useRef, useState } from "react";
import * as api from "../core/api";
import { complain } from "../core/failures";
import type { Looking, Rows } from "../core/types";

/** Rows are asked for by pages of so many. */
const page = 200;
/** Pages that are kept; the ones looked at last. */
const kept = 24;

type Cells = Rows["rows"][number];

interface Pages {
  rows: Map<number, Rows["rows"]>;
  /** What was there before an edit, shown until the new page has come. */
  before: Map<number, Rows["rows"]>;
  looking: Looking | null;
  asked: Set<number>;
}

/** A table of which only the rows in view are at hand: `row` answers undefined until its page is there. */
export function useRows(looking: Looking, edition: number) {
  const [head, setHead] = useState<Rows | null>(null);
  const [, setArrived] = useState(0);
  const pages = useRef<Pages>({ rows: new Map(), before: new Map(), looking: null, asked: new Set() });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition of the tables makes all pages old.
  useEffect(() => {
    const last = pages.current;
    const before = last.looking === looking ? new Map([...last.before, ...last.rows]) : new Map();
    const fresh: Pages = { rows: new Map(), before, looking, asked: new Set([0]) };
    pages.current = fresh;
    let wanted = true;
    api.rows(looking, 0, page).then(
      (first) => {
        if (!wanted) return;
        fresh.rows.set(0, first.rows);
        setHead(first);
      },
      (failure) => wanted && complain(failure),
    );
    return () => {
      wanted = false;
    };
  }, [looking, edition]);

  const ask = (number: number) => {
    const mine = pages.current;
    if (mine.asked.has(number)) return;
    mine.asked.add(number);
    api.rows(looking, number * page, page).then((answer) => {
      if (pages.current !== mine) return;
      mine.rows.set(number, answer.rows);
      for (const old of [...mine.rows.keys()].slice(0, -kept)) {
        mine.rows.delete(old);
        mine.asked.delete(old);
      }
      setArrived((count) => count + 1);
    }, complain);
  };

  const row = (index: number): Cells | undefined => {
    const number = Math.floor(index / page);
    const rows = pages.current.rows.get(number);
    if (!rows) ask(number);
    return (rows ?? pages.current.before.get(number))?.[index % page];
  };
  return { head, row };
}
