//! A workspace has at most 20 roles, the six defaults among them.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let count = look.workspace.role_names().count();
    if count > 20 {
        found.push(Problem::error(
            "too-many-roles",
            format!("There are {count} roles and may be 20; delete some of your own."),
            format!("Hay {count} roles y puede haber 20; borra algunos de los tuyos."),
        ));
    }
}
