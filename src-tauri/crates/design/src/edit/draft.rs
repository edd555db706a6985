//! A journey while a gesture changes it: every change is applied at once and noted.

use indexmap::IndexMap;

use super::EditError;
use crate::change::{Change, Head};
use crate::history::Reversible;
use crate::journey::{Edge, Journey, Node, Place};
use crate::kinds::Family;
use crate::maybe::Maybe;
use crate::primitives::Id;

pub(crate) struct Draft<'a> {
    journey: &'a mut Journey,
    pub(crate) fresh: &'a mut dyn FnMut() -> Id,
    changes: Vec<Change>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(journey: &'a mut Journey, fresh: &'a mut dyn FnMut() -> Id) -> Draft<'a> {
        Draft { journey, fresh, changes: Vec::new() }
    }

    /// The changes so far, less those that changed nothing.
    pub(crate) fn finish(self) -> Vec<Change> {
        let mut changes = self.changes;
        changes.retain(|change| *change != change.inverse());
        changes
    }

    /// Takes everything back.
    pub(crate) fn revert(self) {
        for change in self.changes.iter().rev() {
            change.inverse().apply(self.journey);
        }
    }

    pub(crate) fn journey(&self) -> &Journey {
        self.journey
    }

    pub(crate) fn make(&mut self, change: Change) {
        change.apply(self.journey);
        self.changes.push(change);
    }

    pub(crate) fn position(&self, id: &Id) -> Result<usize, EditError> {
        let position = self.journey.nodes.iter().position(|node| node.id == *id);
        position.ok_or_else(|| EditError::UnknownNode(id.clone()))
    }

    pub(crate) fn node(&self, id: &Id) -> Result<&Node, EditError> {
        self.position(id).map(|at| &self.journey.nodes[at])
    }

    /// The position of a node that has this exit.
    pub(super) fn known_exit(&self, from: &Id, path: Option<&Id>) -> Result<usize, EditError> {
        let at = self.position(from)?;
        let exits = self.journey.exits(&self.journey.nodes[at]);
        if exits.iter().any(|exit| exit.path.as_ref() == path) {
            return Ok(at);
        }
        let exit = path.map_or_else(|| "without a name".to_owned(), Id::to_string);
        Err(EditError::UnknownExit { node: from.clone(), exit })
    }

    pub(crate) fn is_start(&self, id: &Id) -> bool {
        self.journey.node(id).is_some_and(|node| node.kind.family() == Family::Audience)
    }

    pub(crate) fn is_merge(&self, id: &Id) -> bool {
        self.journey.node(id).is_some_and(|node| node.kind.joins())
    }

    /// Where in the document the edge of an exit stands.
    pub(crate) fn edge(&self, from: &Id, path: Option<&Id>) -> Option<usize> {
        self.journey.edges.iter().position(|edge| edge.from == *from && edge.path.get() == path)
    }

    pub(crate) fn leads_to(&self, id: &Id) -> Vec<usize> {
        let edges = self.journey.edges.iter().enumerate();
        edges.filter(|(_, edge)| edge.to == *id).map(|(at, _)| at).collect()
    }

    pub(crate) fn put_node(&mut self, at: usize, node: Node) {
        self.make(Change::Node { at, before: None, after: Some(Box::new(node)) });
    }

    pub(crate) fn replace_node(&mut self, at: usize, node: Node) {
        let before = Some(Box::new(self.journey.nodes[at].clone()));
        self.make(Change::Node { at, before, after: Some(Box::new(node)) });
    }

    /// Takes a node out, with the place of its card; its edges are the caller's.
    pub(crate) fn drop_node(&mut self, id: &Id) -> Result<(), EditError> {
        let at = self.position(id)?;
        let before = Some(Box::new(self.journey.nodes[at].clone()));
        self.make(Change::Node { at, before, after: None });
        self.drop_place(id);
        Ok(())
    }

    /// Leaves the place of a card to the layout.
    pub(super) fn drop_place(&mut self, id: &Id) {
        let placed = self.journey.layout.get().and_then(|layout| layout.get_full(id));
        if let Some((at, id, place)) = placed {
            let (id, before) = (id.clone(), Some(place.clone()));
            self.make(Change::Place { at, id, before, after: None });
        }
    }

    /// Takes the node at a place out that shares its id, its edges and its card's place with an earlier one.
    pub(crate) fn drop_twin(&mut self, at: usize) {
        let before = Some(Box::new(self.journey.nodes[at].clone()));
        self.make(Change::Node { at, before, after: None });
    }

    /// A new edge, next to those of the same node, so that documents stay easy to compare.
    pub(crate) fn add_edge(&mut self, from: &Id, path: Option<&Id>, to: &Id) {
        let edges = &self.journey.edges;
        let near = edges.iter().rposition(|edge| edge.from == *from);
        let near = near.or_else(|| edges.iter().rposition(|edge| edge.to == *from));
        self.put_edge(near.map_or(edges.len(), |at| at + 1), from, path, to);
    }

    pub(crate) fn put_edge(&mut self, at: usize, from: &Id, path: Option<&Id>, to: &Id) {
        let path = path.cloned().map_or(Maybe::Absent, Maybe::Given);
        let edge = Edge { from: from.clone(), path, to: to.clone() };
        self.make(Change::Edge { at, before: None, after: Some(edge) });
    }

    pub(crate) fn redirect(&mut self, at: usize, to: &Id) {
        let before = self.journey.edges[at].clone();
        let after = Edge { to: to.clone(), ..before.clone() };
        self.make(Change::Edge { at, before: Some(before), after: Some(after) });
    }

    pub(crate) fn drop_edge(&mut self, at: usize) {
        let before = Some(self.journey.edges[at].clone());
        self.make(Change::Edge { at, before, after: None });
    }

    /// The journey's own name, description and settings.
    pub(crate) fn change_head(&mut self, change: impl FnOnce(&mut Head)) {
        let before = Box::new(Head::of(self.journey));
        let mut after = before.clone();
        change(&mut after);
        self.make(Change::Header { before, after });
    }

    pub(crate) fn set_layout(&mut self, after: IndexMap<Id, Place>) {
        let before = self.journey.layout.clone();
        self.make(Change::Layout { before, after: Maybe::Given(after) });
    }
}
