//! A role stands on one card of a template only.

use super::Look;
use crate::fix::Fix;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;
use std::collections::HashSet;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for template in look.workspace.roles_templates.items() {
        let mut seen = HashSet::new();
        for card in template.cards.iter().filter(|card| !seen.insert(&card.role)) {
            let (role, name) = (&card.role, &template.name);
            let problem = Problem::error(
                "duplicate-role",
                format!("The role \"{role}\" stands on two cards of \"{name}\"; delete one."),
                format!("El rol «{role}» está en dos tarjetas de «{name}»; borra una."),
            );
            let fix = Fix::workspace("delete-card", "Delete the second card", "Borrar la segunda tarjeta", delete);
            found.push(problem.with("template", template.id.as_str()).with("role", role).fixed(fix));
        }
    }
}

fn delete(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    super::mending::change_template(look, problem, |template| {
        let mut seen = HashSet::new();
        template.cards.retain(|card| seen.insert(card.role.clone()));
    })
}
