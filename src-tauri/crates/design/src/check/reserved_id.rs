//! Some ids are the names of exits that the product gives itself.

use super::Look;
use super::look::path_ids;
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
            found.push(problem.at(&node.id).on(Some(id)).with("id", id.as_str()));
        }
    }
}

const RESERVED: [&str; 5] = ["other", "event", "timeout", "done", "timeoutOrError"];
