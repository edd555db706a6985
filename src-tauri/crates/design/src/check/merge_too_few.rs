//! A merge joins at least two paths.

use super::Look;
use crate::edit::{Draft, EditError, take_out};
use crate::fix::Fix;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for at in look.topology.graph.node_indices() {
        let node = look.topology.node(at);
        if node.kind.joins() && look.topology.incoming(at) < 2 {
            let problem = Problem::error(
                "merge-too-few",
                "This merge joins fewer than two paths; connect another path to it or delete it.",
                "Esta unión recibe menos de dos ramas; lleva otra rama hasta ella o bórrala.",
            );
            let one = look.topology.incoming(at) == 1;
            found.push(problem.at(&node.id).fixed_if(one, || {
                Fix::journey("remove-merge", "Delete the merge", "Borrar la unión", remove)
            }));
        }
    }
}

fn remove(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    problem.node.as_ref().map_or(Ok(()), |id| take_out(draft, id, None))
}
