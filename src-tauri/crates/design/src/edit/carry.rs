//! Moving a node to another edge.

use super::connect::leads;
use super::places::beside;
use super::{Draft, EditError, about};
use crate::journey::Edge;
use crate::primitives::Id;
use crate::update::Sentence;

pub(super) fn carry(
    draft: &mut Draft<'_>,
    id: &Id,
    from: &Id,
    path: Option<&Id>,
) -> Result<Sentence, EditError> {
    let sentence = about("carry", draft.node(id)?);
    draft.known_exit(from, path)?;
    if draft.is_start(id) {
        return Err(EditError::StartStays);
    }
    if draft.is_merge(id) {
        return Err(EditError::MergeStays);
    }
    // On the edges before and behind it, it is already.
    if from == id || draft.journey().target(from, path) == Some(id) {
        return Ok(sentence);
    }
    let outgoing: Vec<Edge> = draft.journey().edges.iter().filter(|edge| edge.from == *id).cloned().collect();
    let exit = match outgoing.as_slice() {
        [] | [_] => Some(close_gap(draft, id, outgoing.first())),
        _ => cut_out(draft, id, from)?,
    };
    match (draft.edge(from, path), exit) {
        (None, _) => draft.add_edge(from, path, id),
        (Some(edge), Some(exit)) => {
            let behind = draft.journey().edges[edge].to.clone();
            draft.redirect(edge, id);
            draft.put_edge(edge + 1, id, exit.as_ref(), &behind);
        }
        (Some(_), None) => return Err(EditError::NoOpenExit(id.clone())),
    }
    draft.drop_place(id);
    beside(draft, from, path, id);
    Ok(sentence)
}

/// Joins what leads to the node to what follows it; gives the exit that is then free.
fn close_gap(draft: &mut Draft<'_>, id: &Id, only: Option<&Edge>) -> Option<Id> {
    // Only a merge may take more than one edge.
    let room = only.map_or(0, |edge| if draft.is_merge(&edge.to) { usize::MAX } else { 1 });
    for (number, at) in draft.leads_to(id).into_iter().enumerate().collect::<Vec<_>>().into_iter().rev() {
        match only.filter(|_| number < room) {
            Some(edge) => draft.redirect(at, &edge.to),
            None => draft.drop_edge(at),
        }
    }
    match only {
        Some(edge) => {
            if let Some(at) = draft.edge(id, edge.path.get()) {
                draft.drop_edge(at);
            }
            edge.path.get().cloned()
        }
        None => first_exit(draft, id, |_| true).flatten(),
    }
}

/// Takes the node with all that follows out of its place; gives the first exit that is open, if there is one.
fn cut_out(draft: &mut Draft<'_>, id: &Id, from: &Id) -> Result<Option<Option<Id>>, EditError> {
    if leads(draft, id, from) {
        return Err(EditError::Cycle);
    }
    while let Some(at) = draft.leads_to(id).pop() {
        draft.drop_edge(at);
    }
    Ok(first_exit(draft, id, |exit| draft.edge(id, exit).is_none()))
}

fn first_exit(draft: &Draft<'_>, id: &Id, fits: impl Fn(Option<&Id>) -> bool) -> Option<Option<Id>> {
    let node = draft.node(id).ok()?;
    draft.journey().exits(node).into_iter().map(|exit| exit.path).find(|path| fits(path.as_ref()))
}
