//! What the window gets after opening, editing, undoing and redoing: only what changed.

use std::collections::{BTreeMap, HashMap};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::journey::{JourneyKind, JourneySettings, Node, Place};
use crate::lifecycle::JourneyStatus;
use crate::live::LiveView;
use crate::primitives::Id;
use crate::problem::Problem;

/// The difference between what the window has and the journey as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Update {
    pub journey: Id,
    #[ts(type = "number")]
    pub revision: u64,
    /// The same for all states of the journey that run alike, to tell whether a run is still of it.
    pub digest: String,
    /// True: replaces what the window has; false: is merged into it.
    pub whole: bool,
    /// None: unchanged.
    pub header: Option<Header>,
    /// None: removed.
    #[ts(as = "HashMap<String, Option<Node>>")]
    pub nodes: IndexMap<Id, Option<Node>>,
    /// Of the nodes whose exits or edges changed, in the order of drawing from top to bottom.
    #[ts(as = "HashMap<String, Option<Vec<Exit>>>")]
    pub exits: IndexMap<Id, Option<Vec<Exit>>>,
    /// Of the cards whose place changed, placed by hand or laid out; the top left in pixels at 100 %.
    #[ts(as = "HashMap<String, Option<Place>>")]
    pub places: IndexMap<Id, Option<Place>>,
    /// Where the end mark of every open exit stands; none: unchanged.
    pub ends: Option<Vec<EndMark>>,
    /// At what height an edge runs that passes other rows on its way; none: unchanged.
    #[ts(optional, as = "Option<Option<Vec<EndMark>>>")]
    pub lanes: Option<Vec<EndMark>>,
    /// All findings, each time.
    pub problems: Vec<Problem>,
    /// What undo would take back.
    pub undo: Option<Sentence>,
    /// What redo would do again.
    pub redo: Option<Sentence>,
    /// What the journey does now, where Live watches it and its run ended with the edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub live: Option<LiveView>,
}

/// What the journey says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Header {
    pub name: String,
    pub description: String,
    pub kind: JourneyKind,
    pub status: JourneyStatus,
    pub settings: JourneySettings,
    /// The longest way through in days; none where the journey has no start or a cycle.
    pub longest_days: Option<f64>,
}

/// A way out of a node and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exit {
    /// None: the unnamed exit.
    pub path: Option<Id>,
    /// The user's own label; exits with a fixed meaning have none.
    pub label: Option<String>,
    /// None: the journey ends there.
    pub to: Option<Id>,
    /// Nobody takes it, since its node is disabled and everybody goes past by another one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub unused: bool,
}

/// The centre of the mark at an open exit, in pixels at 100 %.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EndMark {
    pub from: Id,
    pub path: Option<Id>,
    pub x: f64,
    pub y: f64,
}

/// What a step does: the window says it in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sentence {
    pub code: String,
    #[ts(type = "Record<string, string>")]
    pub params: BTreeMap<String, String>,
}

impl Sentence {
    pub fn new(code: &str) -> Sentence {
        Sentence { code: code.to_owned(), params: BTreeMap::new() }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Sentence {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}
