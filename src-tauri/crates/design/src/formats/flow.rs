//! The nodes as somebody reads them: from the start along the paths, each after all that leads to it.

use crate::journey::{Journey, Node};
use crate::kinds::Exit;
use crate::topology::Topology;

/// A way out of a node, and where it leads.
pub(super) struct Way<'a> {
    pub(super) exit: Exit,
    /// None: the journey ends there.
    pub(super) to: Option<&'a Node>,
}

pub(super) fn ways<'a>(journey: &'a Journey, node: &Node) -> Vec<Way<'a>> {
    let exits = journey.exits(node).into_iter().map(|exit| {
        let to = journey.target(&node.id, exit.path.as_ref()).and_then(|to| journey.node(to));
        Way { exit, to }
    });
    exits.collect()
}

/// Every node once. The upper path comes wholly before the lower one, and a merge after both; in a cycle, the order
/// of the document decides. What nothing leads to comes last.
pub(super) fn order(journey: &Journey) -> Vec<&Node> {
    let topology = Topology::of(journey);
    let mut waiting: Vec<usize> = topology.graph.node_indices().map(|at| topology.incoming(at)).collect();
    let mut done = vec![false; waiting.len()];
    let mut order = Vec::with_capacity(waiting.len());
    let start = topology.start().into_iter();
    let roots = topology.graph.node_indices().filter(|at| topology.incoming(*at) == 0);
    for root in start.chain(roots).chain(topology.graph.node_indices()) {
        let mut open = vec![root];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut done[at.index()], true) {
                continue;
            }
            order.push(topology.node(at));
            let ways = ways(journey, topology.node(at));
            let next = ways.iter().filter_map(|way| topology.find(&way.to?.id)).collect::<Vec<_>>();
            // The last one put down is taken up first.
            for to in next.into_iter().rev() {
                waiting[to.index()] = waiting[to.index()].saturating_sub(1);
                if waiting[to.index()] == 0 {
                    open.push(to);
                }
            }
        }
    }
    order
}
