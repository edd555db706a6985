//! Only a merge has more than one edge into it.

use super::Look;
use crate::kinds::Kind;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for at in look.topology.graph.node_indices() {
        let node = look.topology.node(at);
        if !matches!(node.kind, Kind::Merge(_)) && look.topology.incoming(at) > 1 {
            let problem = Problem::error(
                "merge-needed",
                "Several edges lead into this node; join them with \"Merge paths\" before it.",
                "Varias flechas llevan a este nodo; únelas antes con «Unir ramas».",
            );
            found.push(problem.at(&node.id));
        }
    }
}
