import { useEffect, useRef, useState } from "react";
import * as api from "../core/api";
import { useDesk } from "../core/desk";
import { complain } from "../core/failures";
import type { GroupLine, GroupsLooking, GroupsPage } from "../core/types";

/** Lines are asked for by pages of so many. */
const page = 200;

interface Pages {
  lines: Map<number, GroupLine[]>;
  asked: Set<number>;
}

/** A list of which only the lines in view are at hand: `line` answers undefined until its page is there. */
export function useGroupLines(looking: GroupsLooking, edition: number) {
  const [head, setHead] = useState<GroupsPage | null>(null);
  const [, setArrived] = useState(0);
  const revision = useDesk((state) => state.view?.revision);
  const pages = useRef<Pages>({ lines: new Map(), asked: new Set() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tables and another workspace make other groups.
  useEffect(() => {
    const fresh: Pages = { lines: new Map(), asked: new Set([0]) };
    let wanted = true;
    api.listGroups(looking, 0, page).then(
      (first) => {
        if (!wanted) return;
        fresh.lines.set(0, first.lines);
        pages.current = fresh;
        setHead(first);
      },
      (failure) => wanted && complain(failure),
    );
    return () => {
      wanted = false;
    };
  }, [looking, edition, revision]);
  const line = (index: number): GroupLine | undefined => {
    const mine = pages.current;
    const number = Math.floor(index / page);
    if (!mine.asked.has(number)) {
      mine.asked.add(number);
      api.listGroups(looking, number * page, page).then((answer) => {
        mine.lines.set(number, answer.lines);
        setArrived((count) => count + 1);
      }, complain);
    }
    return mine.lines.get(number)?.[index % page];
  };
  return { head, line };
}
