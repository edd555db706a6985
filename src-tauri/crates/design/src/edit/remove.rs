//! Taking nodes out: edges heal, branches that nothing else leads to go along, lonely merges dissolve.

use std::collections::HashSet;

use super::{Draft, EditError, about};
use crate::journey::Edge;
use crate::primitives::Id;
use crate::topology::Topology;
use crate::update::Sentence;

pub(super) fn remove(draft: &mut Draft<'_>, nodes: &[Id], keep: Option<&Id>) -> Result<Sentence, EditError> {
    let mut sentence = Sentence::new("remove");
    for id in nodes {
        let node = draft.node(id)?;
        if draft.is_start(id) {
            return Err(EditError::Start);
        }
        if nodes.len() == 1 {
            sentence = about("remove", node);
        }
    }
    for id in nodes {
        // A branch that went with its split may have taken the node along already.
        if draft.position(id).is_ok() {
            take_out(draft, id, keep)?;
        }
    }
    Ok(sentence.with("count", nodes.len().to_string()))
}

/// Takes one node out; its incoming edges go on to what stays in line.
pub(crate) fn take_out(draft: &mut Draft<'_>, id: &Id, keep: Option<&Id>) -> Result<(), EditError> {
    let outgoing: Vec<Edge> = draft.journey().edges.iter().filter(|edge| edge.from == *id).cloned().collect();
    let next = next_in_line(draft, id, &outgoing, keep);
    let mut loose: Vec<Id> = outgoing.into_iter().map(|edge| edge.to).collect();
    drop_edges_from(draft, id);
    if let Some(next) = &next {
        heal(draft, id, next, &mut loose);
    }
    // Whatever still leads here ends here.
    while let Some(at) = draft.leads_to(id).pop() {
        draft.drop_edge(at);
    }
    draft.drop_node(id)?;
    sweep(draft, loose)
}

/// Where the incoming edges go on: the kept path; else the only one; else where the branches come together again.
fn next_in_line(draft: &Draft<'_>, id: &Id, outgoing: &[Edge], keep: Option<&Id>) -> Option<Id> {
    if let Some(kept) = outgoing.iter().find(|edge| keep.is_some() && edge.path.get() == keep) {
        return Some(kept.to.clone());
    }
    match outgoing {
        [] => None,
        [only] => Some(only.to.clone()),
        branches => meeting(draft, branches).filter(|next| next != id),
    }
}

/// The merge to which most of the branches lead, at least two; of several the one that comes first.
fn meeting(draft: &Draft<'_>, branches: &[Edge]) -> Option<Id> {
    let topology = Topology::of(draft.journey());
    let order = topology.order()?;
    let reached: Vec<Vec<bool>> = branches
        .iter()
        .filter_map(|branch| topology.find(&branch.to))
        .map(|target| topology.reachable(target))
        .collect();
    let mut best = (1, None);
    for at in order {
        let id = &topology.node(at).id;
        let count = reached.iter().filter(|reached| reached[at.index()]).count();
        if draft.is_merge(id) && count > best.0 {
            best = (count, Some(id.clone()));
        }
    }
    best.1
}

/// Redirects what led to `id`. Only a merge may take more than one edge; the others end where they are.
fn heal(draft: &mut Draft<'_>, id: &Id, next: &Id, loose: &mut Vec<Id>) {
    let edges = draft.leads_to(id);
    let room = if draft.is_merge(next) { edges.len() } else { 1 };
    for at in edges.into_iter().take(room) {
        draft.redirect(at, next);
    }
    loose.push(next.clone());
}

fn drop_edges_from(draft: &mut Draft<'_>, id: &Id) -> Vec<Id> {
    let mut targets = Vec::new();
    while let Some(at) = draft.journey().edges.iter().position(|edge| edge.from == *id) {
        targets.push(draft.journey().edges[at].to.clone());
        draft.drop_edge(at);
    }
    targets
}

/// Removes the loose ends to which nothing leads any more, with all behind them, and dissolves the merges that are
/// left with one edge.
pub(crate) fn sweep(draft: &mut Draft<'_>, mut loose: Vec<Id>) -> Result<(), EditError> {
    let mut merges: HashSet<Id> = HashSet::new();
    let mut order = Vec::new();
    while let Some(id) = loose.pop() {
        if draft.position(&id).is_err() || draft.is_start(&id) {
            continue;
        }
        if !draft.leads_to(&id).is_empty() {
            if draft.is_merge(&id) && merges.insert(id.clone()) {
                order.push(id);
            }
            continue;
        }
        loose.extend(drop_edges_from(draft, &id));
        draft.drop_node(&id)?;
    }
    for merge in order {
        if draft.position(&merge).is_ok() && draft.leads_to(&merge).len() == 1 {
            take_out(draft, &merge, None)?;
        }
    }
    Ok(())
}
