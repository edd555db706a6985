import type { StagesModel } from "../core/types";

export type StageProblem = "noEntry" | "noSuccess" | "manySuccess" | "noNext";

/** What keeps a stages model from going live, in the order of its rules; the program has the last word. */
export function stageProblems({ stages }: StagesModel): { code: StageProblem; name: string }[] {
  const problems: { code: StageProblem; name: string }[] = [];
  if (!stages.some(({ entry }) => entry)) problems.push({ code: "noEntry", name: "" });
  const won = stages.filter(({ destination }) => destination === "success");
  if (won.length === 0) problems.push({ code: "noSuccess", name: "" });
  if (won.length > 1) problems.push({ code: "manySuccess", name: won.map(({ name }) => name).join(", ") });
  for (const stage of stages)
    if (!stage.destination && !(stage.next ?? []).length) problems.push({ code: "noNext", name: stage.name });
  return problems;
}

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
