//! Drawing, redirecting and cutting edges.

use super::{Draft, EditError, about};
use crate::primitives::Id;
use crate::topology::Topology;
use crate::update::Sentence;

pub(super) fn connect(
    draft: &mut Draft<'_>,
    from: &Id,
    path: Option<&Id>,
    to: Option<&Id>,
) -> Result<Sentence, EditError> {
    let node = draft.node(from)?;
    let sentence = about(if to.is_some() { "connect" } else { "cut" }, node);
    let edge = draft.edge(from, path);
    let Some(to) = to else {
        // An edge from an exit that is no more can be cut, but not drawn.
        if let Some(at) = edge {
            draft.drop_edge(at);
        }
        return Ok(sentence);
    };
    draft.known_exit(from, path)?;
    draft.node(to)?;
    if draft.is_start(to) {
        return Err(EditError::IntoStart);
    }
    if leads(draft, to, from) {
        return Err(EditError::Cycle);
    }
    match edge {
        Some(at) => draft.redirect(at, to),
        None => draft.add_edge(from, path, to),
    }
    Ok(sentence)
}

pub(super) fn leads(draft: &Draft<'_>, from: &Id, to: &Id) -> bool {
    let topology = Topology::of(draft.journey());
    match (topology.find(from), topology.find(to)) {
        (Some(from), Some(to)) => topology.reachable(from)[to.index()],
        _ => false,
    }
}
