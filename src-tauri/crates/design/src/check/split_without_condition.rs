//! Each path of a split by accounts or people has a condition.

use super::Look;
use super::look::path_ids;
use super::mending::drop_path;
use crate::edit::{Draft, EditError, set_node};
use crate::fix::Fix;
use crate::kinds::Kind;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let without: Vec<_> = match &node.kind {
            Kind::SplitAccounts(split) => {
                let paths = split.paths.items().iter().filter(|path| !path.condition.is_given());
                paths.map(|path| &path.id).collect()
            }
            Kind::SplitPeople(split) => {
                let paths = split.paths.items().iter().filter(|path| !path.condition.is_given());
                paths.map(|path| &path.id).collect()
            }
            _ => continue,
        };
        for path in without {
            let problem = Problem::error(
                "split-without-condition",
                "This path has no condition; say who takes it, or delete the path.",
                "Esta rama no tiene condición; di quién la toma o bórrala.",
            );
            let others = path_ids(node).len() > 1;
            found.push(problem.at(&node.id).on(Some(path)).fixed_if(others, || {
                Fix::journey("delete-path", "Delete the path", "Borrar la rama", delete)
            }));
        }
    }
}

fn delete(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some((id, path)) = problem.node.as_ref().zip(problem.exit.as_ref()) else { return Ok(()) };
    let mut node = draft.node(id)?.clone();
    if let Some(at) = path_ids(&node).iter().position(|other| *other == path) {
        drop_path(&mut node.kind, at);
        set_node(draft, node)?;
    }
    Ok(())
}
