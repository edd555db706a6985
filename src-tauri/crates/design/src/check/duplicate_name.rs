//! Names are unique: those of journeys, solution interests and roles.

use std::collections::HashSet;

use super::Look;
use crate::problem::Problem;
use crate::workspace::DEFAULT_ROLES;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let journey = look.journey;
    let others = look.context.journeys.iter().filter(|other| *other.id != *journey.id.as_str());
    if others.map(|other| &other.name).any(|name| *name == journey.name) {
        found.push(problem("journey", "otro recorrido", &journey.name));
    }
    let mut seen = HashSet::new();
    for interest in look.workspace.solution_interests.items() {
        if !seen.insert(&interest.name) {
            found.push(problem("solution interest", "otro interés de solución", &interest.name));
        }
    }
    let mut roles: HashSet<&str> = DEFAULT_ROLES.into_iter().map(|(role, _)| role).collect();
    for role in look.workspace.roles.items() {
        if !roles.insert(&role.name) {
            found.push(problem("role", "otro rol", &role.name));
        }
    }
}

fn problem(en: &str, es: &str, name: &str) -> Problem {
    Problem::error(
        "duplicate-name",
        format!("Another {en} is called \"{name}\" too; change one of the two names."),
        format!("Ya hay {es} llamado «{name}»; cambia uno de los dos nombres."),
    )
    .with("name", name)
}
