//! Every journey starts with an audience.

use super::Look;
use crate::condition::Condition;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::{JourneyKind, Node};
use crate::kinds::Kind;
use crate::primitives::Id;
use crate::problem::Problem;
use crate::workspace::Status;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    if look.start.is_some() {
        return;
    }
    let problem = match look.journey.kind {
        JourneyKind::Account => Problem::error(
            "start-missing",
            "The journey has no start; add an account audience.",
            "El recorrido no tiene inicio; añade una audiencia de cuentas.",
        ),
        JourneyKind::Person => Problem::error(
            "start-missing",
            "The journey has no start; add a person audience.",
            "El recorrido no tiene inicio; añade una audiencia de personas.",
        ),
    };
    let there = audience(look).is_some() && look.topology.order().is_some() && roots(look).len() < 2;
    found.push(problem.fixed_if(there, || {
        Fix::journey("add-start", "Add an audience before it", "Añadir una audiencia delante", add)
    }));
}

/// An audience for the start: the first of the workspace, else its first live list; of persons, everybody.
fn audience(look: &Look<'_>) -> Option<Kind> {
    if look.journey.kind == JourneyKind::Person {
        let mut kind = Kind::fresh("personAudience")?;
        if let Kind::PersonAudience(start) = &mut kind {
            start.condition = Condition::default().into();
        }
        return Some(kind);
    }
    let mut kind = Kind::fresh("accountAudience")?;
    let list = look.workspace.account_lists.items().iter().find(|list| list.status == Status::Live);
    if let Kind::AccountAudience(start) = &mut kind {
        match (look.workspace.audiences.items().first(), list) {
            (Some(audience), _) => start.audience = audience.id.clone().into(),
            (None, Some(list)) => start.list = list.id.clone().into(),
            (None, None) => return None,
        }
    }
    Some(kind)
}

/// The nodes to which nothing leads.
fn roots(look: &Look<'_>) -> Vec<Id> {
    let nodes = look.topology.graph.node_indices().filter(|&at| look.topology.incoming(at) == 0);
    nodes.map(|at| look.topology.node(at).id.clone()).collect()
}

fn add(look: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let Some(kind) = audience(look) else { return Ok(()) };
    let node = Node::new((draft.fresh)(), kind);
    let id = node.id.clone();
    draft.put_node(0, node);
    if let Some(root) = roots(look).first() {
        draft.put_edge(0, &id, None, root);
    }
    Ok(())
}
