//! A piece of a journey on its own: what the clipboard holds.

use std::collections::HashSet;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::formats::native::{self, Document, ReadError};
use crate::journey::{Edge, Journey, JourneyKind, Node, Place};
use crate::kinds::Family;
use crate::layout::{layout, whole};
use crate::maybe::Maybe;
use crate::primitives::Id;

/// Nodes, the edges among them, and how their cards stand to each other. It never holds a start, since the journey
/// that it is pasted into has one.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fragment {
    /// Of the journey that it was copied from.
    pub kind: JourneyKind,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    /// The top left corners of the cards; the least x and the least y are 0.
    pub layout: Maybe<IndexMap<Id, Place>>,
}

impl Document for Fragment {
    const FORMAT: &str = "caravan/fragment";
}

impl Fragment {
    /// The named nodes of a journey but its start, in the order of the document; None where none is left.
    pub fn of(journey: &Journey, ids: &[Id]) -> Option<Fragment> {
        let mut taken = HashSet::new();
        let wanted = |node: &&Node| ids.contains(&node.id) && node.kind.family() != Family::Audience;
        // Of two nodes with one id the first is meant.
        let nodes: Vec<Node> =
            journey.nodes.iter().filter(wanted).filter(|node| taken.insert(&node.id)).cloned().collect();
        let within = |edge: &&Edge| taken.contains(&edge.from) && taken.contains(&edge.to);
        let edges = journey.edges.iter().filter(within).cloned().collect();
        let places = layout(journey).places;
        let places = nodes.iter().filter_map(|node| Some((node.id.clone(), places.get(&node.id)?.clone())));
        let layout = Maybe::Given(from_corner(places.collect()));
        (!nodes.is_empty()).then_some(Fragment { kind: journey.kind, nodes, edges, layout })
    }

    /// Reads what the clipboard holds: a fragment, or a whole journey, whose start stays behind.
    pub fn read(text: &str) -> Result<Fragment, ReadError> {
        let fragment = match native::read::<Fragment>(text) {
            Err(ReadError::Format { .. }) if native::is::<Journey>(text) => {
                let journey: Journey = native::read(text)?;
                let ids: Vec<Id> = journey.nodes.iter().map(|node| node.id.clone()).collect();
                Fragment::of(&journey, &ids).ok_or_else(empty)?
            }
            read => read?,
        };
        fragment.whole()
    }

    /// Ids that are told apart, and edges that stay within.
    fn whole(self) -> Result<Fragment, ReadError> {
        if self.nodes.is_empty() {
            return Err(empty());
        }
        let mut ids = HashSet::new();
        for (at, node) in self.nodes.iter().enumerate() {
            if !ids.insert(&node.id) {
                return Err(wrong(
                    format!("nodes[{at}]"),
                    format!("the id {} stands there twice; give one of the nodes another id", node.id),
                ));
            }
        }
        for (at, edge) in self.edges.iter().enumerate() {
            if let Some(id) = [&edge.from, &edge.to].into_iter().find(|id| !ids.contains(id)) {
                return Err(wrong(
                    format!("edges[{at}]"),
                    format!("there is no node {id} in the fragment; add the node or remove the edge"),
                ));
            }
        }
        Ok(self)
    }

    /// Where it begins: the leftmost of the nodes that nothing in it leads to, of several the topmost.
    pub(crate) fn entry(&self) -> Option<&Node> {
        let led_to: HashSet<&Id> = self.edges.iter().map(|edge| &edge.to).collect();
        let place = |node: &Node| {
            let place = self.layout.get().and_then(|layout| layout.get(&node.id));
            place.map_or((0.0, 0.0), |place| (place.x.get(), place.y.get()))
        };
        let free = self.nodes.iter().filter(|node| !led_to.contains(&node.id));
        free.min_by(|a, b| {
            let ((ax, ay), (bx, by)) = (place(a), place(b));
            ax.total_cmp(&bx).then(ay.total_cmp(&by))
        })
    }

    /// The exit behind which the journey goes on: the first open one on the way along the first exits.
    pub(crate) fn tail(&self, journey: JourneyKind) -> Option<(Id, Option<Id>)> {
        self.open_exit(self.entry()?, journey, &mut HashSet::new())
    }

    fn open_exit<'a>(
        &'a self,
        node: &'a Node,
        journey: JourneyKind,
        seen: &mut HashSet<&'a Id>,
    ) -> Option<(Id, Option<Id>)> {
        if !seen.insert(&node.id) {
            return None;
        }
        node.kind.exits(journey).into_iter().find_map(|exit| {
            let path = exit.path.as_ref();
            match self.edges.iter().find(|edge| edge.from == node.id && edge.path.get() == path) {
                Some(edge) => {
                    let behind = self.nodes.iter().find(|node| node.id == edge.to)?;
                    self.open_exit(behind, journey, seen)
                }
                None => Some((node.id.clone(), exit.path)),
            }
        })
    }
}

/// The places as seen from the corner that all of them lie right of and below.
fn from_corner(places: IndexMap<Id, Place>) -> IndexMap<Id, Place> {
    let least = |of: fn(&Place) -> f64| places.values().map(of).fold(f64::INFINITY, f64::min);
    let (left, top) = (least(|place| place.x.get()), least(|place| place.y.get()));
    let moved = |place: &Place| Place { x: whole(place.x.get() - left), y: whole(place.y.get() - top) };
    places.iter().map(|(id, place)| (id.clone(), moved(place))).collect()
}

fn empty() -> ReadError {
    wrong("nodes".into(), "no step is in there but a start; copy at least one other step".into())
}

fn wrong(path: String, message: String) -> ReadError {
    ReadError::Content { path, message }
}
