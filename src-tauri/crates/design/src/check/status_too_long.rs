//! The status of a buying group has at most 50 characters.

use super::Look;
use crate::actions::Action;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for (node, path, action) in look.actions() {
        let Action::UpdateBuyingGroupStatus(update) = action else { continue };
        let count = update.status.text().chars().count();
        if count > 50 {
            let problem = Problem::error(
                "status-too-long",
                format!("The status has {count} characters and may have 50; shorten it."),
                format!("El estado tiene {count} caracteres y puede tener 50; acórtalo."),
            );
            found.push(problem.at(&node.id).on(path));
        }
    }
}
