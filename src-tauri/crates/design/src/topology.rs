//! The graph of a journey, as a view of the records that are the document.

use std::collections::HashMap;

use petgraph::Direction;
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::{tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, DfsEvent, EdgeRef, depth_first_search};

use crate::journey::{Edge, Journey, Node};
use crate::kinds::Family;
use crate::primitives::Id;

/// Nodes in the order of the document; edges whose ends do not exist are left out.
pub struct Topology<'a> {
    pub graph: DiGraph<&'a Node, &'a Edge>,
    index: HashMap<&'a str, NodeIndex>,
}

impl<'a> Topology<'a> {
    pub fn of(journey: &'a Journey) -> Topology<'a> {
        let mut graph = DiGraph::with_capacity(journey.nodes.len(), journey.edges.len());
        let mut index = HashMap::with_capacity(journey.nodes.len());
        for node in &journey.nodes {
            let at = graph.add_node(node);
            // Of two nodes with one id the first is meant.
            index.entry(node.id.as_str()).or_insert(at);
        }
        for edge in &journey.edges {
            if let (Some(&from), Some(&to)) = (index.get(edge.from.as_str()), index.get(edge.to.as_str())) {
                graph.add_edge(from, to, edge);
            }
        }
        Topology { graph, index }
    }

    pub fn find(&self, id: &Id) -> Option<NodeIndex> {
        self.index.get(id.as_str()).copied()
    }

    pub fn node(&self, at: NodeIndex) -> &'a Node {
        self.graph[at]
    }

    /// The first audience in the document.
    pub fn start(&self) -> Option<NodeIndex> {
        self.graph.node_indices().find(|&at| self.graph[at].kind.family() == Family::Audience)
    }

    /// For each node, whether something leads to it from a node.
    pub fn reachable(&self, from: NodeIndex) -> Vec<bool> {
        let mut reached = vec![false; self.graph.node_count()];
        let mut search = Dfs::new(&self.graph, from);
        while let Some(at) = search.next(&self.graph) {
            reached[at.index()] = true;
        }
        reached
    }

    /// The nodes so that every edge leads forward; None where there is a cycle.
    pub fn order(&self) -> Option<Vec<NodeIndex>> {
        toposort(&self.graph, None).ok()
    }

    /// The groups of nodes that lead back to themselves.
    pub fn cycles(&self) -> Vec<Vec<NodeIndex>> {
        let mut groups = tarjan_scc(&self.graph);
        groups.retain(|group| group.len() > 1 || self.graph.contains_edge(group[0], group[0]));
        for group in &mut groups {
            group.sort();
        }
        groups.sort();
        groups
    }

    pub fn incoming(&self, at: NodeIndex) -> usize {
        self.graph.edges_directed(at, Direction::Incoming).count()
    }

    /// The nodes before a node, one for each edge.
    pub fn before(&self, at: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        self.graph.edges_directed(at, Direction::Incoming).map(|edge| edge.source())
    }

    /// The nodes behind a node, one for each edge.
    pub fn behind(&self, at: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        self.graph.edges_directed(at, Direction::Outgoing).map(|edge| edge.target())
    }

    /// Where an exit leads: of several edges from it, where the first in the document does.
    pub fn onward(&self, at: NodeIndex, path: Option<&Id>) -> Option<NodeIndex> {
        let edges = self.graph.edges_directed(at, Direction::Outgoing);
        // The graph lists the edge last added first.
        edges.filter(|edge| edge.weight().path.get() == path).last().map(|edge| edge.target())
    }

    /// The edges that lead back to a node from which a search, first from `start` and then from `or`, is still on its
    /// way: without them nothing that it found leads back to itself.
    pub fn back_edges(&self, start: NodeIndex, or: NodeIndex) -> Vec<&'a Edge> {
        let mut back = Vec::new();
        depth_first_search(&self.graph, [start, or], |event| {
            if let DfsEvent::BackEdge(from, to) = event {
                back.extend(self.graph.edges_connecting(from, to).map(|edge| *edge.weight()));
            }
        });
        back
    }

    /// The node at which the paths part that come together in another: the split that a merge closes. None where the
    /// start leads there by no way, or where it is the start itself.
    pub fn opens(&self, merge: NodeIndex) -> Option<NodeIndex> {
        simple_fast(&self.graph, self.start()?).immediate_dominator(merge)
    }

    /// The merge at which all paths of a split that lead on come together; None where some never do.
    pub fn closes(&self, split: NodeIndex) -> Option<NodeIndex> {
        // Whatever ends leads to one node beyond all ends, from which the ways are read backwards.
        let mut back = DiGraph::<(), ()>::with_capacity(self.graph.node_count() + 1, self.graph.edge_count());
        for _ in self.graph.node_indices() {
            back.add_node(());
        }
        let end = back.add_node(());
        for edge in self.graph.edge_references() {
            back.add_edge(edge.target(), edge.source(), ());
        }
        for at in self.graph.node_indices().filter(|&at| self.behind(at).next().is_none()) {
            back.add_edge(end, at, ());
        }
        simple_fast(&back, end).immediate_dominator(split).filter(|&at| at != end)
    }
}
