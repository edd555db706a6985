//! Nodes that are switched off and not deleted: accounts go past them, at once and by one way, as if they weren't there.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::journey::{Journey, Node};
use crate::kinds::{Exit, Kind};
use crate::primitives::Id;

impl Node {
    /// Whether accounts go past it.
    pub fn is_disabled(&self) -> bool {
        self.disabled.or(false) && self.kind.may_be_disabled()
    }
}

impl Journey {
    /// The exit by which accounts go past a disabled node: its only one; of a listen or a call the one of success; of a
    /// split *other*, or the last path. One that leads on goes before one that is open, so that switching a filter off
    /// lets everybody pass and not nobody.
    pub fn way_by(&self, node: &Node) -> Option<Exit> {
        let mut exits = self.exits(node);
        match node.kind {
            Kind::Listen(_) | Kind::ExternalAction(_) => {}
            // What went wrong outside comes last here too.
            Kind::ExternalSplit(_) => {
                let failed = exits.pop();
                exits.reverse();
                exits.extend(failed);
            }
            _ => exits.reverse(),
        }
        let on = exits.iter().position(|exit| self.target(&node.id, exit.path.as_ref()).is_some());
        (!exits.is_empty()).then(|| exits.swap_remove(on.unwrap_or(0)))
    }
}

/// The journey without its disabled nodes: what led to one leads to where its way by leads. The journey itself where
/// none is disabled.
pub fn enabled(journey: &Journey) -> Cow<'_, Journey> {
    let off: HashMap<&Id, &Node> =
        journey.nodes.iter().filter(|node| node.is_disabled()).map(|node| (&node.id, node)).collect();
    if off.is_empty() {
        return Cow::Borrowed(journey);
    }
    let past = |from: &Id| -> Option<Id> {
        let (mut at, mut seen) = (from, HashSet::new());
        while let Some(node) = off.get(at) {
            // In a cycle of disabled nodes there is no way on.
            if !seen.insert(at) {
                return None;
            }
            let exit = journey.way_by(node)?;
            at = journey.target(at, exit.path.as_ref())?;
        }
        Some(at.clone())
    };
    let mut rest = journey.clone();
    rest.edges.retain(|edge| !off.contains_key(&edge.from));
    rest.edges.retain_mut(|edge| match past(&edge.to) {
        Some(to) => {
            edge.to = to;
            true
        }
        None => false,
    });
    rest.nodes.retain(|node| !node.is_disabled());
    Cow::Owned(rest)
}
