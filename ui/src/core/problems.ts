import type { Problem, Severity } from "./types";

/** The findings of one node, and the worst of them as a whole and at each of its exits. */
export interface Findings {
  all: Problem[];
  worst: Severity;
  exits: Record<string, Severity>;
}

const indexes = new WeakMap<Problem[], Map<string, Findings>>();

/** The findings by node; made once for each answer of the check. */
export function findingsOf(problems: Problem[]): Map<string, Findings> {
  const known = indexes.get(problems);
  if (known) return known;
  const made = new Map<string, Findings>();
  for (const problem of problems) {
    if (!problem.node) continue;
    const of = made.get(problem.node) ?? { all: [], worst: problem.severity, exits: {} };
    made.set(problem.node, of);
    of.all.push(problem);
    if (problem.severity === "error") of.worst = "error";
    if (problem.exit !== null && of.exits[problem.exit] !== "error")
      of.exits[problem.exit] = problem.severity;
  }
  indexes.set(problems, made);
  return made;
}
