//! Campaigns carry role filters for the roles that are missing.

use super::Look;
use crate::actions::Action;
use crate::problem::Problem;

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
            found.push(problem.at(&node.id).on(path).with("destination", destination.id.as_str()));
        }
    }
}
