import { useState } from "react";
import { useDocument } from "../core/document";
import { useWindow } from "../core/window";

interface Naming {
  value: string;
  write: (value: string) => void;
  /** Offers another name, unless one was written. */
  offer: (name: string) => void;
  /** Another journey has this name. */
  taken: boolean;
  ready: boolean;
}

/** The name of a new journey while it's written: at first a free one. */
export function useNaming(first: string): Naming {
  const journeys = useWindow((state) => state.journeys);
  const present = useDocument((state) => state.journey);
  const [offered, setOffered] = useState(first);
  const [written, setWritten] = useState<string | null>(null);
  // The open journey's own name is fresher than the list's.
  const names = new Set(journeys.map(({ id, name }) => (id === present?.id ? present.header.name : name)));
  const value = written ?? free(offered, names);
  const taken = names.has(value.trim());
  return {
    value,
    write: setWritten,
    offer: (name) => {
      setOffered(name);
      if (written?.trim() === "") setWritten(null);
    },
    taken,
    ready: value.trim() !== "" && !taken,
  };
}

/** The name, with a number when it's taken. */
function free(name: string, names: Set<string>): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name} ${count}`;
    if (!names.has(candidate)) return candidate;
  }
}
