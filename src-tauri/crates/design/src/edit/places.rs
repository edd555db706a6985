//! Where the user puts the cards.

use indexmap::IndexMap;

use super::{Draft, EditError, about};
use crate::change::Change;
use crate::journey::Place;
use crate::layout::{SIZES, height, layout};
use crate::maybe::Maybe;
use crate::primitives::{Id, Number};
use crate::update::Sentence;

pub(super) fn place(draft: &mut Draft<'_>, places: IndexMap<Id, Place>) -> Result<Sentence, EditError> {
    let mut sentence = Sentence::new("move");
    for (id, place) in &places {
        let node = draft.node(id)?;
        if places.len() == 1 {
            sentence = about("move", node);
        }
        if !(place.x.get().is_finite() && place.y.get().is_finite()) {
            return Err(EditError::NoPlace(id.clone()));
        }
    }
    let sentence = sentence.with("count", places.len().to_string());
    if places.is_empty() {
        return Ok(sentence);
    }
    if !draft.journey().layout.is_given() {
        draft.set_layout(IndexMap::new());
    }
    for (id, after) in places {
        put(draft, id, after);
    }
    Ok(sentence)
}

fn put(draft: &mut Draft<'_>, id: Id, after: Place) {
    let Maybe::Given(layout) = &draft.journey().layout else { return };
    let (at, before) = match layout.get_full(&id) {
        Some((at, _, place)) => (at, Some(place.clone())),
        None => (layout.len(), None),
    };
    draft.make(Change::Place { at, id, before, after: Some(after) });
}

/// Behind a card that the user has placed, a new one stands beside it and not where the layout would have had both;
/// it goes down until it covers nothing.
pub(super) fn beside(draft: &mut Draft<'_>, from: &Id, path: Option<&Id>, id: &Id) {
    let journey = draft.journey();
    let placed = journey.layout.get().and_then(|layout| layout.get(from));
    let Some(before) = placed else { return };
    let gap = if path.is_some() { SIZES.wide_gap } else { SIZES.gap };
    let (x, mut y) = (before.x.get() + SIZES.width + gap, before.y.get());
    let tall = |id: &Id| journey.node(id).map_or(SIZES.height, |node| height(node, journey.kind));
    let own = tall(id);
    let laid = layout(journey).places;
    let mut others: Vec<_> = laid.iter().filter(|(other, _)| *other != id).collect();
    others.sort_by(|(_, a), (_, b)| a.y.get().total_cmp(&b.y.get()));
    for (other, place) in others {
        let across = (place.x.get() - x).abs() < SIZES.width;
        if across && place.y.get() < y + own && y < place.y.get() + tall(other) {
            y = place.y.get() + tall(other) + SIZES.row_gap;
        }
    }
    let place = Place { x: Number::from(x.round() as i64), y: Number::from(y.round() as i64) };
    put(draft, id.clone(), place);
}

/// All cards go where the layout has them.
pub(super) fn tidy(draft: &mut Draft<'_>) -> Sentence {
    if draft.journey().layout.get().is_some_and(|layout| !layout.is_empty()) {
        draft.set_layout(IndexMap::new());
    }
    Sentence::new("tidy")
}

/// These cards go where the layout has them; the others stay.
pub(super) fn tidy_some(draft: &mut Draft<'_>, nodes: &[Id]) -> Result<Sentence, EditError> {
    for id in nodes {
        draft.node(id)?;
        draft.drop_place(id);
    }
    Ok(Sentence::new("tidyPart").with("count", nodes.len().to_string()))
}
