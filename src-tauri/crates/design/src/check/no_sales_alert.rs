//! A journey of accounts tells sales at some point.

use super::Look;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::actions::Action;
use crate::journey::{JourneyKind, Node};
use crate::kinds::Kind;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let alerts = look.reached_actions().any(|(_, action)| matches!(action, Action::SendSalesAlert(_)));
    if look.journey.kind == JourneyKind::Account && !alerts {
        found.push(Problem::warning(
            "no-sales-alert",
            "Sales never hears of this journey; add \"Send sales alert\" where a group is ready.",
            "Ventas no se entera de este recorrido; añade «Enviar alerta a ventas» donde el grupo esté listo.",
        ).fixed_if(interest(look).is_some() && end(look).is_some(), || {
            Fix::journey("add-sales-alert", "Add a sales alert at the end", "Añadir una alerta a ventas al final", add)
        }));
    }
}

/// The solution interest that the journey is about: the first that it mentions, else the first there is.
fn interest(look: &Look<'_>) -> Option<Id> {
    let used = look.interests();
    let interests = look.workspace.solution_interests.items();
    let first = interests.iter().find(|interest| used.contains_key(interest.id.as_str()));
    first.or(interests.first()).map(|interest| interest.id.clone())
}

/// The open exit at the end of the main line: by the first exits from the start.
fn end(look: &Look<'_>) -> Option<(Id, Option<Id>)> {
    look.topology.order()?;
    let mut at = look.start?;
    loop {
        let node = look.topology.node(at);
        let exit = look.journey.exits(node).into_iter().next()?;
        match look.topology.onward(at, exit.path.as_ref()) {
            Some(next) => at = next,
            None => {
                let open = look.journey.target(&node.id, exit.path.as_ref()).is_none();
                return open.then(|| (node.id.clone(), exit.path));
            }
        }
    }
}

/// The address is one that nobody has; the user puts the right one in its place.
fn add(look: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let (Some(interest), Some((from, path))) = (interest(look), end(look)) else { return Ok(()) };
    let (Some(Kind::Action(mut settings)), Some(mut action)) =
        (Kind::fresh("action"), Action::fresh("sendSalesAlert"))
    else {
        return Ok(());
    };
    if let Action::SendSalesAlert(alert) = &mut action {
        alert.solution_interest = interest.into();
        alert.to = vec!["sales@example.com".to_owned()].into();
    }
    settings.action = action;
    let kind = Kind::Action(settings);
    let node = Node::new((draft.fresh)(), kind);
    let (at, id) = (draft.position(&from)?, node.id.clone());
    draft.put_node(at + 1, node);
    draft.add_edge(&from, path.as_ref(), &id);
    Ok(())
}
