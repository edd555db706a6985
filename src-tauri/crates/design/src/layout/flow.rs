//! The journey as the layout sees it: numbers instead of ids, no cycles, one root, owners.

use std::collections::HashMap;

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::journey::Journey;
use crate::primitives::Id;

/// An exit and where it leads; None: nowhere, or back to where it comes from.
pub(super) struct Way {
    pub(super) path: Option<Id>,
    pub(super) to: Option<usize>,
}

pub(super) struct Flow {
    /// For each node the exits from top to bottom.
    pub(super) ways: Vec<Vec<Way>>,
    /// For each node the nodes that lead to it.
    pub(super) before: Vec<Vec<usize>>,
    /// Every edge leads from an earlier to a later one.
    pub(super) order: Vec<usize>,
    /// The column: the longest way from a root, in edges.
    pub(super) layer: Vec<usize>,
    /// The last node through which every way to this one leads; None for roots.
    pub(super) owner: Vec<Option<usize>>,
    /// The height of each card.
    pub(super) height: Vec<f64>,
}

impl Flow {
    pub(super) fn of(journey: &Journey) -> Flow {
        let mut ways = ways(journey);
        let order = order(journey, &mut ways);
        let count = journey.nodes.len();
        let (mut before, mut layer) = (vec![Vec::new(); count], vec![0; count]);
        for &at in &order {
            for to in ways[at].iter().filter_map(|way| way.to) {
                before[to].push(at);
                layer[to] = layer[to].max(layer[at] + 1);
            }
        }
        let owner = owners(&before);
        let height = journey.nodes.iter().map(|node| super::height(node, journey.kind)).collect();
        Flow { ways, before, order, layer, owner, height }
    }
}

fn ways(journey: &Journey) -> Vec<Vec<Way>> {
    let mut index: HashMap<&str, usize> = HashMap::with_capacity(journey.nodes.len());
    for (at, node) in journey.nodes.iter().enumerate() {
        index.entry(node.id.as_str()).or_insert(at);
    }
    let mut edges = HashMap::with_capacity(journey.edges.len());
    for edge in &journey.edges {
        edges.entry((edge.from.as_str(), edge.path.get())).or_insert(edge.to.as_str());
    }
    let ways = journey.nodes.iter().map(|node| {
        let exits = journey.exits(node).into_iter().map(|exit| {
            let to = edges.get(&(node.id.as_str(), exit.path.as_ref())).and_then(|to| index.get(to).copied());
            Way { path: exit.path, to }
        });
        exits.collect()
    });
    ways.collect()
}

/// Walks from the roots in the order of the paths; ways that lead back are cut off.
fn order(journey: &Journey, ways: &mut [Vec<Way>]) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Never,
        Open,
        Done,
    }
    let count = journey.nodes.len();
    let mut lead = vec![0; count];
    for to in ways.iter().flatten().filter_map(|way| way.to) {
        lead[to] += 1;
    }
    // What lies on a cycle without a way in comes last, from wherever it is met first.
    let roots = (0..count).filter(|&at| lead[at] == 0).chain((0..count).filter(|&at| lead[at] > 0));
    let mut seen = vec![Seen::Never; count];
    let mut order = Vec::with_capacity(count);
    // Later roots and later paths are finished first, so that turning the order round puts the first ones first.
    let roots: Vec<usize> = roots.collect();
    let mut finished = Vec::new();
    for root in roots {
        if seen[root] != Seen::Never {
            continue;
        }
        let mut stack = vec![(root, ways[root].len())];
        seen[root] = Seen::Open;
        let mut tree = Vec::new();
        while let Some((at, left)) = stack.pop() {
            if left == 0 {
                seen[at] = Seen::Done;
                tree.push(at);
                continue;
            }
            stack.push((at, left - 1));
            let Some(to) = ways[at][left - 1].to else { continue };
            match seen[to] {
                Seen::Never => {
                    seen[to] = Seen::Open;
                    stack.push((to, ways[to].len()));
                }
                Seen::Open => ways[at][left - 1].to = None,
                Seen::Done => {}
            }
        }
        finished.push(tree);
    }
    // A later tree may lead into an earlier one, never the reverse.
    for tree in finished.into_iter().rev() {
        order.extend(tree.into_iter().rev());
    }
    order
}

fn owners(before: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut graph = DiGraph::<(), ()>::with_capacity(before.len() + 1, before.len() * 2);
    let nodes: Vec<_> = before.iter().map(|_| graph.add_node(())).collect();
    let root = graph.add_node(());
    for (at, sources) in before.iter().enumerate() {
        if sources.is_empty() {
            graph.add_edge(root, nodes[at], ());
        }
        for &source in sources {
            graph.add_edge(nodes[source], nodes[at], ());
        }
    }
    let dominators = simple_fast(&graph, root);
    let owner = |node: &NodeIndex| dominators.immediate_dominator(*node).filter(|owner| *owner != root);
    nodes.iter().map(|node| owner(node).map(NodeIndex::index)).collect()
}
