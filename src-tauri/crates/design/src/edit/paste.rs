//! Copies of nodes: from the clipboard, or of a selection. Everything gets a new id.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::insert::whose;
use super::{Draft, EditError, about, places};
use crate::check::forbidden;
use crate::fragment::Fragment;
use crate::journey::{Node, Place};
use crate::kinds::Family;
use crate::layout::{self, SIZES, layout, whole};
use crate::primitives::Id;
use crate::topology::Topology;
use crate::update::Sentence;

/// What followed the exit goes on behind the fragment's first open exit.
pub(super) fn paste(
    draft: &mut Draft<'_>,
    text: &str,
    from: Option<&Id>,
    path: Option<&Id>,
    at: Option<Place>,
) -> Result<Sentence, EditError> {
    let fragment = Fragment::read(text).map_err(|error| EditError::Fragment(error.to_string()))?;
    let sentence = sentence("paste", &fragment.nodes);
    put(draft, &fragment, from.map(|from| (from, path)), at)?;
    Ok(sentence)
}

/// Behind the exit at which the selection goes on; beneath it, unconnected, where there is none.
pub(super) fn duplicate(draft: &mut Draft<'_>, nodes: &[Id]) -> Result<Sentence, EditError> {
    for id in nodes {
        draft.node(id)?;
    }
    let fragment = Fragment::of(draft.journey(), nodes).ok_or(EditError::NothingCopied)?;
    let sentence = sentence("duplicate", &fragment.nodes);
    match fragment.tail(draft.journey().kind) {
        Some((from, path)) => put(draft, &fragment, Some((&from, path.as_ref())), None)?,
        None => {
            let beneath = beneath(draft, &fragment);
            put(draft, &fragment, None, beneath)?;
        }
    }
    Ok(sentence)
}

fn put(
    draft: &mut Draft<'_>,
    fragment: &Fragment,
    exit: Option<(&Id, Option<&Id>)>,
    at: Option<Place>,
) -> Result<(), EditError> {
    let journey = draft.journey().kind;
    if fragment.nodes.iter().any(|node| node.kind.family() == Family::Audience) {
        return Err(EditError::SecondStart);
    }
    if let Some(kind) = fragment.nodes.iter().find_map(|node| forbidden(node, journey)) {
        return Err(EditError::CopyNotHere { kind, journey: whose(journey) });
    }
    let position = match exit {
        Some((from, path)) => draft.known_exit(from, path)? + 1,
        None => draft.journey().nodes.len(),
    };
    let cycles = Topology::of(draft.journey()).cycles().len();
    let mut ids: HashMap<&Id, Id> = HashMap::new();
    for (offset, node) in fragment.nodes.iter().enumerate() {
        let id = (draft.fresh)();
        ids.insert(&node.id, id.clone());
        draft.put_node(position + offset, Node { id, ..node.clone() });
    }
    if let (Some((from, path)), Some(entry)) = (exit, fragment.entry()) {
        join(draft, (from, path), &ids[&entry.id], fragment.tail(journey), &ids);
    }
    for edge in &fragment.edges {
        draft.add_edge(&ids[&edge.from], edge.path.get(), &ids[&edge.to]);
    }
    if Topology::of(draft.journey()).cycles().len() > cycles {
        return Err(EditError::Cycle);
    }
    match at {
        Some(corner) => place(draft, fragment, &ids, &corner),
        None => Ok(()),
    }
}

/// Leads the exit into the copy, and the copy's tail to what followed.
fn join(
    draft: &mut Draft<'_>,
    (from, path): (&Id, Option<&Id>),
    entry: &Id,
    tail: Option<(Id, Option<Id>)>,
    ids: &HashMap<&Id, Id>,
) {
    let Some(edge) = draft.edge(from, path) else {
        draft.add_edge(from, path, entry);
        return;
    };
    let behind = draft.journey().edges[edge].to.clone();
    draft.redirect(edge, entry);
    if let Some((tail, path)) = tail {
        draft.put_edge(edge + 1, &ids[&tail], path.as_ref(), &behind);
    }
}

/// The copies stand to each other as the originals do.
fn place(
    draft: &mut Draft<'_>,
    fragment: &Fragment,
    ids: &HashMap<&Id, Id>,
    corner: &Place,
) -> Result<(), EditError> {
    let Some(layout) = fragment.layout.get() else {
        // Without places of its own the first card says where all of it is.
        let first = fragment.entry().map(|entry| (ids[&entry.id].clone(), corner.clone()));
        return places::place(draft, first.into_iter().collect()).map(drop);
    };
    let moved = layout.iter().filter_map(|(id, place)| {
        let moved =
            Place { x: whole(corner.x.get() + place.x.get()), y: whole(corner.y.get() + place.y.get()) };
        Some((ids.get(id)?.clone(), moved))
    });
    places::place(draft, moved.collect::<IndexMap<_, _>>()).map(drop)
}

/// The corner of a copy that stands under its original.
fn beneath(draft: &Draft<'_>, fragment: &Fragment) -> Option<Place> {
    let journey = draft.journey();
    let places = layout(journey).places;
    let cards: Vec<(f64, f64)> = fragment
        .nodes
        .iter()
        .filter_map(|node| {
            let place = places.get(&node.id)?;
            Some((place.x.get(), place.y.get() + layout::height(node, journey.kind)))
        })
        .collect();
    let left = cards.iter().map(|card| card.0).reduce(f64::min)?;
    let bottom = cards.iter().map(|card| card.1).reduce(f64::max)?;
    Some(Place { x: whole(left), y: whole(bottom + SIZES.row_gap) })
}

fn sentence(code: &str, nodes: &[Node]) -> Sentence {
    let sentence = match nodes {
        [only] => about(code, only),
        _ => Sentence::new(code),
    };
    sentence.with("count", nodes.len().to_string())
}
