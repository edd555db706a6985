import type { RunView } from "../../core/types";
import { useNames } from "../names";

/** A role of the groups of a solution interest. */
interface Role {
  solutionInterest: string;
  role: string;
}

/** What roles are called in a run: where it has several solution interests, with theirs. */
export function useRoles(view: RunView) {
  const names = useNames();
  const several = view.report.solutionInterests.length > 1;
  const interest = ({ solutionInterest }: Role) => names.reference("solutionInterest", solutionInterest);
  const named = (of: Role) => (several ? `${of.role} · ${interest(of)}` : of.role);
  return { several, interest, named };
}
