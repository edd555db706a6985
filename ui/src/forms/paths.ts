import type { Condition } from "../core/types";

export type PathsOf =
  | "condition"
  | "conditionActions"
  | "percentage"
  | "percentageActions"
  | "share"
  | "returned";

export interface Path {
  id: string;
  label?: string | null;
  condition?: Condition | null;
  actions?: unknown[] | null;
  percentage?: number;
  prompt?: string | null;
  variable?: string | null;
  op?: string | null;
  value?: unknown;
  expectedShare?: number;
}

/** What the paths hold in a journey of a kind: in a person journey they are branches, without actions. */
export function pathsIn(kind: "account" | "person", of: PathsOf): PathsOf {
  if (kind === "account") return of;
  return of === "conditionActions" ? "condition" : of === "percentageActions" ? "percentage" : of;
}

export const asksCondition = (of: PathsOf) => of === "condition" || of === "conditionActions";
export const sharesOut = (of: PathsOf) => of === "percentage" || of === "percentageActions";
export const expects = (of: PathsOf) => of === "share" || of === "returned";

/** How many paths a split may have. */
export const mostPaths = (of: PathsOf) => (sharesOut(of) ? 20 : 25);

/** Whole percentages as even as they can be; the first paths take what is left over. */
export function evenly(paths: Path[]): Path[] {
  const each = Math.floor(100 / paths.length);
  const over = 100 - each * paths.length;
  return paths.map((path, index) => ({ ...path, percentage: each + (index < over ? 1 : 0) }));
}

export function sumOf(paths: Path[], of: PathsOf): number {
  const sum = paths.reduce(
    (all, path) => all + ((sharesOut(of) ? path.percentage : path.expectedShare) ?? 0),
    0,
  );
  return Math.round(sum * 10_000) / 10_000;
}

/** A new path with an id that no other path has. */
export function freshPath(of: PathsOf, paths: Path[], name: string): Path {
  const ids = new Set(paths.map(({ id }) => id));
  let count = paths.length + 1;
  while (ids.has(`p${count}`)) count += 1;
  const path: Path = { id: `p${count}`, label: `${name} ${count}` };
  if (asksCondition(of)) path.condition = { all: [] };
  // What the others leave, so that the sum comes out where it can.
  if (sharesOut(of)) path.percentage = Math.min(99, Math.max(1, 100 - sumOf(paths, of)));
  if (of === "conditionActions" || of === "percentageActions") path.actions = [];
  const left = Math.max(0, Math.round((1 - sumOf(paths, of)) * 100) / 100);
  if (of === "share") Object.assign(path, { prompt: "", expectedShare: Math.min(0.1, left) });
  if (of === "returned")
    Object.assign(path, { variable: "", op: "is", value: [], expectedShare: Math.min(0.1, left) });
  return path;
}
