//! Only a merge has more than one edge into it.

use super::Look;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::Node;
use crate::kinds::Kind;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for at in look.topology.graph.node_indices() {
        let node = look.topology.node(at);
        if !node.kind.joins() && look.topology.incoming(at) > 1 {
            let problem = Problem::error(
                "merge-needed",
                "Several edges lead into this node; join them with \"Merge paths\" before it.",
                "Varias flechas llevan a este nodo; únelas antes con «Unir ramas».",
            );
            let fix = Fix::journey(
                "insert-merge",
                "Join the paths before it",
                "Unir las ramas antes",
                insert,
            );
            found.push(problem.at(&node.id).fixed_if(!node.kind.is_start(), || fix));
        }
    }
}

fn insert(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some((id, kind)) = problem.node.as_ref().zip(Kind::fresh("merge")) else { return Ok(()) };
    let merge = Node::new((draft.fresh)(), kind);
    let (at, edges, joined) = (draft.position(id)?, draft.leads_to(id), merge.id.clone());
    draft.put_node(at, merge);
    for edge in edges {
        draft.redirect(edge, &joined);
    }
    draft.add_edge(&joined, None, id);
    Ok(())
}
