//! Journeys go forward only.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for group in look.topology.cycles() {
        let Some(&first) = group.first() else { continue };
        let problem = Problem::error(
            "cycle",
            "This node leads back to itself; cut one edge of the cycle.",
            "Este nodo vuelve a sí mismo; corta una flecha del ciclo.",
        );
        let ids: Vec<&str> = group.iter().map(|&at| look.topology.node(at).id.as_str()).collect();
        found.push(problem.at(&look.topology.node(first).id).with("nodes", ids.join(", ")));
    }
}
