//! Where the user puts the cards.

use indexmap::IndexMap;

use super::{Draft, EditError};
use crate::change::Change;
use crate::journey::Place;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::update::Sentence;

pub(super) fn place(draft: &mut Draft<'_>, places: IndexMap<Id, Place>) -> Result<Sentence, EditError> {
    let sentence = Sentence::new("move").with("count", places.len().to_string());
    for (id, place) in &places {
        draft.node(id)?;
        if !(place.x.get().is_finite() && place.y.get().is_finite()) {
            return Err(EditError::NoPlace(id.clone()));
        }
    }
    if places.is_empty() {
        return Ok(sentence);
    }
    if !draft.journey().layout.is_given() {
        draft.set_layout(IndexMap::new());
    }
    for (id, after) in places {
        let Maybe::Given(layout) = &draft.journey().layout else { continue };
        let (at, before) = match layout.get_full(&id) {
            Some((at, _, place)) => (at, Some(place.clone())),
            None => (layout.len(), None),
        };
        draft.make(Change::Place { at, id, before, after: Some(after) });
    }
    Ok(sentence)
}

/// All cards go where the layout has them.
pub(super) fn tidy(draft: &mut Draft<'_>) -> Sentence {
    if draft.journey().layout.get().is_some_and(|layout| !layout.is_empty()) {
        draft.set_layout(IndexMap::new());
    }
    Sentence::new("tidy")
}
