import type { StagesModel } from "../core/types";

export interface Placed {
  id: string;
  name: string;
  x: number;
  y: number;
  kind: "entry" | "success" | "failure" | "plain";
}

export const box = { width: 132, height: 40, across: 188, down: 62 };

/** Stages from left to right by how many steps they are from an entry; those that nothing leads to stand at the end. */
export function placed({ stages }: StagesModel): Placed[] {
  const level = new Map<string, number>();
  let now = stages.filter(({ entry }) => entry).map(({ id }) => id as string);
  for (let depth = 0; now.length > 0; depth++) {
    const fresh = now.filter((id) => !level.has(id));
    for (const id of fresh) level.set(id, depth);
    now = stages.filter(({ id }) => fresh.includes(id)).flatMap(({ next }) => (next ?? []) as string[]);
  }
  const last = Math.max(-1, ...level.values()) + 1;
  const rows = new Map<number, number>();
  return stages.map(({ id, name, entry, destination }) => {
    const column = level.get(id) ?? last;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    const kind = destination ?? (entry ? "entry" : "plain");
    return { id, name, x: 16 + column * box.across, y: 16 + row * box.down, kind };
  });
}
