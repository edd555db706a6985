//! Some ids are the names of exits that the product gives itself.

use super::Look;
use super::look::path_ids;
use super::mending::{change, free_path_id, path_ids_mut};
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        for id in path_ids(node).into_iter().filter(|id| RESERVED.contains(&id.as_str())) {
            let problem = Problem::error(
                "reserved-id",
                format!(
                    "A path cannot have the id \"{id}\", since an exit of its own has it; choose another."
                ),
                format!(
                    "Una rama no puede tener el id «{id}», porque ya es el de una salida fija; elige otro."
                ),
            );
            let fix = Fix::journey("free-id", "Give the path a new id", "Dar otro id a la rama", renew);
            found.push(problem.at(&node.id).on(Some(id)).with("id", id.as_str()).fixed(fix));
        }
    }
}

const RESERVED: [&str; 5] = ["other", "event", "timeout", "done", "timeoutOrError"];

/// The path takes its edge along.
fn renew(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some((node, path)) = problem.node.as_ref().zip(problem.exit.as_ref()) else { return Ok(()) };
    let fresh = free_path_id(draft.node(node)?);
    let edge = draft.edge(node, Some(path)).map(|at| (at, draft.journey().edges[at].to.clone()));
    change(draft, node, |kind| {
        if let Some(id) = path_ids_mut(kind).into_iter().find(|id| **id == *path) {
            *id = fresh.clone();
        }
    })?;
    if let Some((at, to)) = edge {
        draft.drop_edge(at);
        draft.put_edge(at, node, Some(&fresh), &to);
    }
    Ok(())
}
