//! Journeys go forward only.

use super::Look;
use crate::edit::{Draft, EditError, sweep};
use crate::fix::Fix;
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
        let fix = Fix::journey("cut-cycle", "Cut the way back", "Cortar la vuelta atrás", cut);
        found.push(problem.at(&look.topology.node(first).id).with("nodes", ids.join(", ")).fixed(fix));
    }
}

/// Cuts the edges of the cycle that lead back to where somebody has been, going forward from the start.
fn cut(look: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let within = problem.node.as_ref().and_then(|id| look.topology.find(id));
    let group = look.topology.cycles().into_iter().find(|group| within.is_some_and(|at| group.contains(&at)));
    let (Some(group), Some(within)) = (group, within) else { return Ok(()) };
    let back = look.topology.back_edges(look.start.unwrap_or(within), within);
    let mut loose = Vec::new();
    // From the last to the first, so that the places stay what they were.
    for at in (0..draft.journey().edges.len()).rev() {
        let edge = &look.journey.edges[at];
        let inside = |id| look.topology.find(id).is_some_and(|at| group.contains(&at));
        if inside(&edge.from) && inside(&edge.to) && back.iter().any(|back| std::ptr::eq(*back, edge)) {
            loose.push(edge.to.clone());
            draft.drop_edge(at);
        }
    }
    sweep(draft, loose)
}
