//! Campaigns carry role filters for the roles that are missing.

use super::Look;
use crate::fix::Fix;
use crate::actions::Action;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for (node, path, action) in look.actions() {
        let Action::ActivateToDestination(activate) = action else { continue };
        let destinations = look.workspace.destinations.items().iter();
        let wanted = destinations.filter(|it| activate.destination.get() == Some(&it.id));
        for destination in wanted.filter(|destination| destination.roles.items().is_empty()) {
            let name = &destination.name;
            let problem = Problem::warning(
                "paid-media-without-role-filter",
                format!("\"{name}\" addresses everybody; give it the roles that the groups still miss."),
                format!("«{name}» se dirige a todo el mundo; indica los roles que aún faltan en los grupos."),
            );
            let fix = Fix::workspace(
                "add-role-filter",
                "Address the required roles",
                "Dirigirlo a los roles obligatorios",
                filter,
            );
            let problem = problem.at(&node.id).on(path).with("destination", destination.id.as_str()).in_setting(Some("destination"));
            found.push(problem.fixed(fix));
        }
    }
}

/// The roles that the groups of this journey need; where it is about no group, those that decide.
fn filter(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let used = look.interests();
    let mut roles: Vec<String> = Vec::new();
    for interest in look.workspace.solution_interests.items() {
        let templates = look.workspace.roles_templates.items().iter();
        let own = templates.filter(|template| template.id == interest.roles_template);
        if used.contains_key(interest.id.as_str()) {
            for card in own.flat_map(|template| &template.cards).filter(|card| card.required) {
                if !roles.contains(&card.role) {
                    roles.push(card.role.clone());
                }
            }
        }
    }
    if roles.is_empty() {
        roles.push(crate::workspace::DEFAULT_ROLES[0].0.to_owned());
    }
    super::mending::change_destination(look, problem, |destination| destination.roles = roles.into())
}
