//! What is on accounts has no place in a journey of persons, and some kinds have none in a journey of accounts.

use super::Look;
use super::look::{actions_of, triggers_of};
use crate::edit::{Draft, EditError, take_out};
use crate::fix::Fix;
use crate::journey::{JourneyKind, Node};
use crate::kinds::{Kind, OtherPeople};
use crate::names::On;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        if !node.kind.journeys().holds(look.journey.kind) {
            let names = node.kind.names();
            let problem = problem(look, names.en, names.es).at(&node.id);
            found.push(problem.fixed_if(!node.kind.is_start(), fix));
        }
        if look.journey.kind == JourneyKind::Person {
            of_person_journey(look, node, found);
        }
    }
}

/// What in a node has no place in a journey of a kind, by its name; None where all has.
pub(crate) fn forbidden(node: &Node, journey: JourneyKind) -> Option<&'static str> {
    if !node.kind.journeys().holds(journey) {
        return Some(node.kind.names().en);
    }
    if journey == JourneyKind::Account {
        return None;
    }
    let action = actions_of(node).into_iter().find(|(_, action)| action.on() == On::Accounts);
    let event = triggers_of(node).iter().any(|trigger| trigger.on == On::Accounts);
    let whole = event || with_actions(node).is_some();
    action.map(|(_, action)| action.names().en).or(whole.then(|| node.kind.names().en))
}

fn of_person_journey(look: &Look<'_>, node: &Node, found: &mut Vec<Problem>) {
    for (path, action) in actions_of(node).into_iter().filter(|(_, action)| action.on() == On::Accounts) {
        let names = action.names();
        let alone = matches!(node.kind, Kind::Action(_));
        found.push(problem(look, names.en, names.es).at(&node.id).on(path).fixed_if(alone, fix));
    }
    if triggers_of(node).iter().any(|trigger| trigger.on == On::Accounts) {
        found.push(problem(look, "An event of accounts", "Un evento de cuentas").at(&node.id));
    }
    if let Some(path) = with_actions(node) {
        let problem = Problem::error(
            "wrong-journey-kind",
            "In a person journey a path holds no actions; put them behind its exit.",
            "En un recorrido de personas una rama no contiene acciones; ponlas detrás de su salida.",
        );
        found.push(problem.at(&node.id).on(path));
    }
}

/// A path of the split that holds actions; Some(None): the other path.
fn with_actions(node: &Node) -> Option<Option<&Id>> {
    match &node.kind {
        Kind::SplitPeople(split) => {
            let path = split.paths.items().iter().find(|path| !path.actions.items().is_empty());
            let other = matches!(split.other.get(), Some(OtherPeople::Actions(_)));
            path.map(|path| Some(&path.id)).or(other.then_some(None))
        }
        Kind::VariantSplitPeople(split) => {
            let path = split.paths.items().iter().find(|path| !path.actions.items().is_empty());
            path.map(|path| Some(&path.id))
        }
        _ => None,
    }
}

fn problem(look: &Look<'_>, en: &str, es: &str) -> Problem {
    let (journey_en, journey_es) = match look.journey.kind {
        JourneyKind::Account => ("an account journey", "un recorrido de cuentas"),
        JourneyKind::Person => ("a person journey", "un recorrido de personas"),
    };
    Problem::error(
        "wrong-journey-kind",
        format!("\"{en}\" cannot be used in {journey_en}; delete it or choose another."),
        format!("«{es}» no puede usarse en {journey_es}; bórralo o elige otro."),
    )
}

fn fix() -> Fix {
    Fix::journey("remove-node", "Delete this step", "Borrar este paso", remove)
}

fn remove(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    problem.node.as_ref().map_or(Ok(()), |id| take_out(draft, id, None))
}
