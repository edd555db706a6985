//! Records before and after. A step of the history is a list of these; undo is their inverse, to the byte.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::history::Reversible;
use crate::journey::{Edge, Journey, JourneySettings, Node, Place};
use crate::maybe::Maybe;
use crate::primitives::Id;

/// One record of the document before and after; none before: it is new, none after: it is gone. The position keeps
/// the order of the document, so that undoing an edit gives back the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Change {
    Node {
        at: usize,
        before: Option<Box<Node>>,
        after: Option<Box<Node>>,
    },
    Edge {
        at: usize,
        before: Option<Edge>,
        after: Option<Edge>,
    },
    Place {
        at: usize,
        id: Id,
        before: Option<Place>,
        after: Option<Place>,
    },
    /// The layout as a whole, where it appears, disappears or is emptied.
    Layout {
        #[serde(default, skip_serializing_if = "Maybe::is_absent")]
        before: Maybe<IndexMap<Id, Place>>,
        #[serde(default, skip_serializing_if = "Maybe::is_absent")]
        after: Maybe<IndexMap<Id, Place>>,
    },
    Header {
        before: Box<Head>,
        after: Box<Head>,
    },
}

/// The part of a journey that is neither nodes, edges nor layout.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    pub name: String,
    pub description: Maybe<String>,
    pub settings: JourneySettings,
}

impl Head {
    pub(crate) fn of(journey: &Journey) -> Head {
        let Journey { name, description, settings, .. } = journey;
        Head { name: name.clone(), description: description.clone(), settings: settings.clone() }
    }
}

impl Reversible for Change {
    type Of = Journey;

    fn apply(&self, journey: &mut Journey) {
        match self {
            Change::Node { at, before, after } => {
                splice(&mut journey.nodes, *at, before.is_some(), after.as_deref());
            }
            Change::Edge { at, before, after } => {
                splice(&mut journey.edges, *at, before.is_some(), after.as_ref())
            }
            Change::Place { at, id, before, after } => {
                if let Maybe::Given(layout) = &mut journey.layout {
                    match after {
                        Some(place) if before.is_some() => {
                            layout.insert(id.clone(), place.clone());
                        }
                        Some(place) => {
                            layout.shift_insert((*at).min(layout.len()), id.clone(), place.clone());
                        }
                        None => {
                            layout.shift_remove(id);
                        }
                    }
                }
            }
            Change::Layout { after, .. } => journey.layout = after.clone(),
            Change::Header { after, .. } => {
                let Head { name, description, settings } = after.as_ref().clone();
                journey.name = name;
                journey.description = description;
                journey.settings = settings;
            }
        }
    }

    fn inverse(&self) -> Change {
        match self.clone() {
            Change::Node { at, before, after } => Change::Node { at, before: after, after: before },
            Change::Edge { at, before, after } => Change::Edge { at, before: after, after: before },
            Change::Place { at, id, before, after } => Change::Place { at, id, before: after, after: before },
            Change::Layout { before, after } => Change::Layout { before: after, after: before },
            Change::Header { before, after } => Change::Header { before: after, after: before },
        }
    }

    fn go_on(&mut self, later: &Change) {
        match (self, later) {
            (Change::Node { after, .. }, Change::Node { after: newest, .. }) => after.clone_from(newest),
            (Change::Header { after, .. }, Change::Header { after: newest, .. }) => after.clone_from(newest),
            _ => {}
        }
    }
}

fn splice<T: Clone>(records: &mut Vec<T>, at: usize, before: bool, after: Option<&T>) {
    let end = (at + usize::from(before)).min(records.len());
    records.splice(at.min(end)..end, after.cloned());
}
