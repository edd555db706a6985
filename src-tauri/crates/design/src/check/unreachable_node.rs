//! Nobody ever gets to a node that the start does not lead to.

use super::Look;
use super::mending::discard;
use crate::edit::{Draft, EditError, sweep};
use crate::fix::Fix;
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
        let fix = Fix::journey(
            "remove-unreachable",
            "Delete what the start does not lead to",
            "Borrar aquello a lo que no lleva el inicio",
            remove,
        );
        found.push(problem.at(&node.id).fixed(fix));
    }
}

fn remove(look: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let mut loose = Vec::new();
    for at in (0..look.journey.nodes.len()).rev().filter(|&at| !look.reached[at]) {
        let id = &look.journey.nodes[at].id;
        if look.topology.find(id).is_some_and(|first| first.index() != at) {
            // Another node has the id too, and the edges are that one's.
            draft.drop_twin(at);
        } else {
            loose.extend(discard(draft, at)?);
        }
    }
    // Merges that joined one of them may be left with one path.
    loose.retain(|id| look.topology.find(id).is_some_and(|at| look.reached[at.index()]));
    sweep(draft, loose)
}
