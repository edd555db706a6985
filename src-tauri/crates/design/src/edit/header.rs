//! The journey's name, description and settings.

use super::{Draft, EditError};
use crate::change::{Change, Head};
use crate::journey::JourneySettings;
use crate::maybe::Maybe;
use crate::update::Sentence;

pub(super) fn header(
    draft: &mut Draft<'_>,
    name: String,
    description: String,
    settings: JourneySettings,
) -> Result<Sentence, EditError> {
    if name.trim().is_empty() {
        return Err(EditError::Nameless);
    }
    let before = Head::of(draft.journey());
    let description = match &before.description {
        // A description that was left out stays left out.
        nothing @ (Maybe::Absent | Maybe::Null) if description.is_empty() => nothing.clone(),
        _ => Maybe::Given(description),
    };
    let after = Head { name, description, settings };
    let sentence = if after.name == before.name {
        Sentence::new("settings")
    } else {
        Sentence::new("rename").with("name", &after.name)
    };
    draft.make(Change::Header { before: Box::new(before), after: Box::new(after) });
    Ok(sentence)
}
