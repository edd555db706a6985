//! Nobody ever gets to a node that the start does not lead to.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    if look.start.is_none() {
        return;
    }
    for at in look.topology.graph.node_indices().filter(|at| !look.reached[at.index()]) {
        let node = look.topology.node(at);
        let problem = if node.kind.is_start() {
            Problem::error(
                "unreachable-node",
                "This is a second start; a journey has one, so delete it.",
                "Este es un segundo inicio; un recorrido solo tiene uno, así que bórralo.",
            )
        } else {
            Problem::error(
                "unreachable-node",
                "The start does not lead to this node; draw an edge that does, or delete it.",
                "El inicio no lleva a este nodo; dibuja una flecha que lo haga, o bórralo.",
            )
        };
        found.push(problem.at(&node.id));
    }
}
