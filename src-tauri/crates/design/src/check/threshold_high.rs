//! Above 80 % completeness few groups ever go to sales.

use super::Look;
use crate::fix::Fix;
use crate::maybe::Maybe;
use crate::problem::Problem;
use crate::workspace::SalesReady;
use crate::workspace::intent::WorkspaceIntent;

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
            let fix = Fix::workspace("threshold-80", "Lower it to 80%", "Bajarlo al 80 %", lower);
            found.push(problem.with("solutionInterest", interest.id.as_str()).fixed(fix));
        }
    }
}

fn lower(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let id = problem.params.get("solutionInterest").map(String::as_str);
    super::mending::change_interest(look, id, |interest| {
        let before = interest.sales_ready.get().cloned();
        let engagement = before.map_or(Maybe::Absent, |ready| ready.engagement);
        interest.sales_ready = SalesReady { completeness: Maybe::Given(80_u32.into()), engagement }.into();
    })
}
