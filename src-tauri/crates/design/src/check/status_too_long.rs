//! The status of a buying group has at most 50 characters.

use super::Look;
use super::mending::{actions_mut, change};
use crate::actions::Action;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
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
            let fix = Fix::journey("cut-status", "Cut it to 50 characters", "Recortarlo a 50 caracteres", cut);
            found.push(problem.at(&node.id).on(path).in_setting(Some("status")).fixed(fix));
        }
    }
}

fn cut(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some(id) = &problem.node else { return Ok(()) };
    change(draft, id, |kind| {
        for action in actions_mut(kind) {
            if let Action::UpdateBuyingGroupStatus(update) = action {
                let short: String = update.status.text().chars().take(50).collect();
                update.status = short.trim_end().to_owned().into();
            }
        }
    })
}
