//! Above 80 % completeness few groups ever go to sales.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let used = look.interests();
    for interest in look.workspace.solution_interests.items() {
        let asked =
            interest.sales_ready.get().and_then(|ready| ready.completeness.get()).map_or(70.0, |it| it.get());
        if used.contains_key(interest.id.as_str()) && asked > 80.0 {
            let name = &interest.name;
            let problem = Problem::warning(
                "threshold-high",
                format!(
                    "\"{name}\" goes to sales at {asked} % completeness, which few groups reach; 80 % is plenty."
                ),
                format!(
                    "«{name}» pasa a ventas con un {asked} % completo, y pocos grupos llegan; con un 80 % basta."
                ),
            );
            found.push(problem.with("solutionInterest", interest.id.as_str()));
        }
    }
}
