//! A workspace has at most ten destinations.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let count = look.workspace.destinations.items().len();
    if count > 10 {
        found.push(Problem::error(
            "too-many-destinations",
            format!("There are {count} destinations and may be 10; delete some."),
            format!("Hay {count} destinos y puede haber 10; borra algunos."),
        ));
    }
}
