//! What the window draws beyond the records themselves: exits, places, end marks, the length in days.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use jiff::civil::Date;

use super::length::longest_days;
use crate::change::Change;
use crate::disabled::enabled;
use crate::journey::{Journey, Node, Place};
use crate::layout::{Layout, layout};
use crate::lifecycle::JourneyStatus;
use crate::primitives::Id;
use crate::topology::Topology;
use crate::update::{EndMark, Exit, Header, Update};

/// Derived from a journey anew after each edit; the window gets the difference to the one before.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    places: IndexMap<Id, Place>,
    ends: Vec<EndMark>,
    lanes: Vec<EndMark>,
    longest_days: Option<f64>,
}

impl View {
    pub(super) fn of(journey: &Journey, today: Date) -> View {
        let Layout { places, ends, lanes } = layout(journey);
        let enabled = enabled(journey);
        let longest_days = longest_days(&enabled, &Topology::of(&enabled), today);
        View { places, ends, lanes, longest_days }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    pub(super) fn whole(&self, journey: &Journey) -> Update {
        let edges = Edges::of(journey);
        Update {
            whole: true,
            header: Some(self.header(journey)),
            nodes: journey.nodes.iter().map(|node| (node.id.clone(), Some(node.clone()))).collect(),
            exits: journey
                .nodes
                .iter()
                .map(|node| (node.id.clone(), Some(edges.exits(journey, node))))
                .collect(),
            places: self.places.iter().map(|(id, place)| (id.clone(), Some(place.clone()))).collect(),
            ends: Some(self.ends.clone()),
            lanes: Some(self.lanes.clone()),
            ..empty(journey)
        }
    }

    pub(super) fn difference(&self, before: &View, changes: &[Change], journey: &Journey) -> Update {
        let mut update = empty(journey);
        let mut touched = HashSet::new();
        let mut headed = self.longest_days != before.longest_days;
        for change in changes {
            match change {
                Change::Node { before, after, .. } => {
                    for node in before.iter().chain(after) {
                        update.nodes.insert(node.id.clone(), journey.node(&node.id).cloned());
                        touched.insert(&node.id);
                    }
                }
                Change::Edge { before, after, .. } => {
                    touched.extend(before.iter().chain(after).map(|edge| &edge.from));
                }
                Change::Header { .. } => headed = true,
                Change::Place { .. } | Change::Layout { .. } => {}
            }
        }
        let edges = Edges::of(journey);
        // In the order of the document, so that the same edit gives the same bytes.
        for node in journey.nodes.iter().filter(|node| touched.contains(&node.id)) {
            update.exits.insert(node.id.clone(), Some(edges.exits(journey, node)));
        }
        for (id, node) in &update.nodes {
            if node.is_none() {
                update.exits.insert(id.clone(), None);
            }
        }
        let moved = self.places.iter().filter(|(id, place)| before.places.get(*id) != Some(place));
        update.places = moved.map(|(id, place)| (id.clone(), Some(place.clone()))).collect();
        for id in before.places.keys().filter(|id| !self.places.contains_key(*id)) {
            update.places.insert(id.clone(), None);
        }
        update.ends = (self.ends != before.ends).then(|| self.ends.clone());
        update.lanes = (self.lanes != before.lanes).then(|| self.lanes.clone());
        update.header = headed.then(|| self.header(journey));
        update
    }

    fn header(&self, journey: &Journey) -> Header {
        Header {
            name: journey.name.clone(),
            description: journey.description.text().to_owned(),
            kind: journey.kind,
            // The document knows where it stands.
            status: JourneyStatus::Draft,
            settings: journey.settings.clone(),
            longest_days: self.longest_days,
        }
    }
}

fn empty(journey: &Journey) -> Update {
    Update {
        journey: journey.id.clone(),
        revision: 0,
        digest: journey.digest(),
        whole: false,
        header: None,
        nodes: IndexMap::new(),
        exits: IndexMap::new(),
        places: IndexMap::new(),
        ends: None,
        lanes: None,
        problems: Vec::new(),
        undo: None,
        redo: None,
        live: None,
    }
}

/// The edges by the exit that they leave.
struct Edges<'a>(HashMap<(&'a str, Option<&'a Id>), &'a Id>);

impl<'a> Edges<'a> {
    fn of(journey: &'a Journey) -> Edges<'a> {
        let mut edges = HashMap::with_capacity(journey.edges.len());
        for edge in &journey.edges {
            edges.entry((edge.from.as_str(), edge.path.get())).or_insert(&edge.to);
        }
        Edges(edges)
    }

    fn exits(&self, journey: &Journey, node: &'a Node) -> Vec<Exit> {
        let by = node.is_disabled().then(|| journey.way_by(node)).flatten();
        let exits = journey.exits(node).into_iter().map(|exit| {
            let to = self.0.get(&(node.id.as_str(), exit.path.as_ref())).map(|to| (*to).clone());
            let unused = by.as_ref().is_some_and(|by| by.path != exit.path);
            Exit { path: exit.path, label: exit.label, to, unused }
        });
        exits.collect()
    }
}
