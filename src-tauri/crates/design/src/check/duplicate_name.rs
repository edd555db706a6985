//! Names are unique: those of journeys, solution interests and roles.

use std::collections::HashSet;

use super::Look;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{DEFAULT_ROLES, WorkspaceRecord};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let journey = look.journey;
    let others = look.context.journeys.iter().filter(|other| *other.id != *journey.id.as_str());
    if others.map(|other| &other.name).any(|name| *name == journey.name) {
        let fix = Fix::journey("number-name", "Add a number to the name", "Añadir un número al nombre", number_journey);
        found.push(problem("journey", "otro recorrido", &journey.name).fixed(fix));
    }
    let mut seen = HashSet::new();
    for interest in look.workspace.solution_interests.items() {
        if !seen.insert(&interest.name) {
            let problem = problem("solution interest", "otro interés de solución", &interest.name);
            let fix = Fix::workspace(
                "number-name",
                "Add a number to the name",
                "Añadir un número al nombre",
                number_interest,
            );
            found.push(problem.with("solutionInterest", interest.id.as_str()).fixed(fix));
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

fn number_journey(look: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let name = numbered(&look.journey.name, |name| look.context.journeys.iter().any(|it| it.name == name));
    draft.change_head(|head| head.name = name);
    Ok(())
}

fn number_interest(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    let interests = look.workspace.solution_interests.items();
    let id = problem.params.get("solutionInterest");
    let Some(interest) = interests.iter().find(|it| id.is_some_and(|id| it.id == **id)) else {
        return Vec::new();
    };
    let mut interest = interest.clone();
    interest.name = numbered(&interest.name, |name| interests.iter().any(|it| it.name == name));
    let key = interest.id.to_string();
    vec![WorkspaceIntent::Set { key, record: WorkspaceRecord::SolutionInterest(interest) }]
}

fn numbered(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut names = (2..).map(|number: u32| format!("{name} {number}"));
    names.find(|name| !taken(name)).unwrap_or_default()
}
