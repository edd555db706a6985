//! The records that lead from one journey to another, to the byte.

use crate::change::{Change, Head};
use crate::journey::{Edge, Journey, Node};
use crate::primitives::Id;

/// What brings the first journey to the second; both have the same id and kind.
pub fn changes(a: &Journey, b: &Journey) -> Vec<Change> {
    let mut changes = Vec::new();
    let (before, after) = (Head::of(a), Head::of(b));
    if before != after {
        changes.push(Change::Header { before: Box::new(before), after: Box::new(after) });
    }
    let node = |at, before: Option<Node>, after: Option<Node>| Change::Node {
        at,
        before: before.map(Box::new),
        after: after.map(Box::new),
    };
    lead(&a.nodes, &b.nodes, |node| node.id.clone(), node, &mut changes);
    let exit = |edge: &Edge| (edge.from.clone(), edge.path.get().cloned());
    let edge = |at, before, after| Change::Edge { at, before, after };
    lead(&a.edges, &b.edges, exit, edge, &mut changes);
    if !same_layout(a, b) {
        changes.push(Change::Layout { before: a.layout.clone(), after: b.layout.clone() });
    }
    changes
}

/// Two maps are equal whatever their order, and documents aren't.
fn same_layout(a: &Journey, b: &Journey) -> bool {
    let keys = |journey: &Journey| -> Vec<Id> {
        journey.layout.get().map(|layout| layout.keys().cloned().collect()).unwrap_or_default()
    };
    a.layout == b.layout && keys(a) == keys(b)
}

/// Removes what is no more, then goes through the second list and puts each record where it stands there.
fn lead<T: Clone + PartialEq, K: PartialEq>(
    a: &[T],
    b: &[T],
    key: impl Fn(&T) -> K,
    change: impl Fn(usize, Option<T>, Option<T>) -> Change,
    changes: &mut Vec<Change>,
) {
    let mut list = a.to_vec();
    for at in (0..list.len()).rev() {
        if !b.iter().any(|record| key(record) == key(&list[at])) {
            changes.push(change(at, Some(list.remove(at)), None));
        }
    }
    for (at, record) in b.iter().enumerate() {
        let here = list.get(at).is_some_and(|found| key(found) == key(record));
        if here {
            if list[at] != *record {
                changes.push(change(at, Some(list[at].clone()), Some(record.clone())));
                list[at] = record.clone();
            }
            continue;
        }
        let later = (at + 1..list.len()).find(|&later| key(&list[later]) == key(record));
        if let Some(later) = later {
            changes.push(change(later, Some(list.remove(later)), None));
        }
        changes.push(change(at, None, Some(record.clone())));
        list.insert(at, record.clone());
    }
    while list.len() > b.len() {
        let at = list.len() - 1;
        changes.push(change(at, list.pop(), None));
    }
}
