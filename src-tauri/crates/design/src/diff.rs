//! What is different between two journeys: the records that lead from one to the other, and the same as a person would
//! tell it. Records are matched by their ids.

mod records;
mod settings;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::journey::{Journey, Node};
use crate::kinds::Kind;
use crate::primitives::Id;

pub use records::changes;

/// One difference. The window, the command line and the history each put it into words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "JourneyDifference", optional_fields = nullable)]
pub struct Difference {
    pub what: What,
    /// None: the journey's own settings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<Named>,
    /// The path of the node that is meant; None: the node itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathName>,
    /// The setting by its key in the document, for `changed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The value of the setting as documents write it; for `rewired` the node that the exit led to. Null: none.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    #[ts(type = "unknown")]
    pub before: Value,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    #[ts(type = "unknown")]
    pub after: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DifferenceKind")]
pub enum What {
    Added,
    Removed,
    Changed,
    /// The card was placed elsewhere, by hand or by tidying.
    Moved,
    /// An exit leads to another node that both have.
    Rewired,
    /// The same paths in another order.
    Reordered,
}

/// A node as it can be named without its journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DifferenceNode", optional_fields = nullable)]
pub struct Named {
    pub id: Id,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A path by its id and the user's label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DifferencePath", optional_fields = nullable)]
pub struct PathName {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// All differences: of the journey's settings, then those of the second one's nodes in its order, then what the first
/// one had more, then how the exits lead on and where the cards stand.
pub fn diff(a: &Journey, b: &Journey) -> Vec<Difference> {
    let mut found = Vec::new();
    settings::of_journey(a, b, &mut found);
    for after in &b.nodes {
        match a.node(&after.id) {
            Some(before) => settings::of_node(before, after, &mut found),
            None => found.push(Difference::at(What::Added, after)),
        }
    }
    let gone = a.nodes.iter().filter(|node| b.node(&node.id).is_none());
    found.extend(gone.map(|node| Difference::at(What::Removed, node)));
    rewired(a, b, &mut found);
    moved(a, b, &mut found);
    found
}

impl Difference {
    fn at(what: What, node: &Node) -> Difference {
        let node = Some(Named::of(node));
        Difference { what, node, path: None, key: None, before: Value::Null, after: Value::Null }
    }
}

impl Named {
    pub(crate) fn of(node: &Node) -> Named {
        let action = match &node.kind {
            Kind::Action(it) => Some(it.action.tag().to_owned()),
            _ => None,
        };
        let label = node.label.text().trim();
        let label = (!label.is_empty()).then(|| label.to_owned());
        Named { id: node.id.clone(), kind: node.kind.tag().to_owned(), action, label }
    }
}

/// The exits of nodes that both have. What an added or a removed node explains by itself isn't told.
fn rewired(a: &Journey, b: &Journey, found: &mut Vec<Difference>) {
    let named = |journey: &Journey, id: Option<&Id>| {
        let node = id.and_then(|id| journey.node(id));
        node.and_then(|node| serde_json::to_value(Named::of(node)).ok()).unwrap_or_default()
    };
    for after in &b.nodes {
        let Some(before) = a.node(&after.id) else { continue };
        let (old, new) = (a.exits(before), b.exits(after));
        for exit in new.iter().filter(|exit| old.iter().any(|other| other.path == exit.path)) {
            let path = exit.path.as_ref();
            let (from, to) = (a.target(&after.id, path), b.target(&after.id, path));
            let explained =
                from.is_some_and(|from| b.node(from).is_none()) || to.is_some_and(|to| a.node(to).is_none());
            if from != to && !explained {
                let path = path.map(|id| PathName { id: id.to_string(), label: exit.label.clone() });
                let (before, after_) = (named(a, from), named(b, to));
                found.push(Difference {
                    path,
                    before,
                    after: after_,
                    ..Difference::at(What::Rewired, after)
                });
            }
        }
    }
}

fn moved(a: &Journey, b: &Journey, found: &mut Vec<Difference>) {
    let place = |journey: &Journey, id: &Id| {
        let place = journey.layout.get().and_then(|layout| layout.get(id))?;
        Some((place.x.get(), place.y.get()))
    };
    for after in b.nodes.iter().filter(|node| a.node(&node.id).is_some()) {
        if place(a, &after.id) != place(b, &after.id) {
            found.push(Difference::at(What::Moved, after));
        }
    }
}
