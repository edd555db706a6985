//! Nodes that are switched off, or on again, and keep all that is set on them.

use super::{Draft, EditError, about};
use crate::journey::Node;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::update::Sentence;

pub(super) fn disable(draft: &mut Draft<'_>, nodes: &[Id], disabled: bool) -> Result<Sentence, EditError> {
    let code = if disabled { "disable" } else { "enable" };
    let mut sentence = Sentence::new(code);
    for id in nodes {
        let at = draft.position(id)?;
        let before = &draft.journey().nodes[at];
        if !before.kind.may_be_disabled() {
            return Err(EditError::AlwaysOn);
        }
        if nodes.len() == 1 {
            sentence = about(code, before);
        }
        if before.is_disabled() != disabled {
            // Enabled nodes say nothing of it, as if they had never been disabled.
            let disabled = if disabled { Maybe::Given(true) } else { Maybe::Absent };
            draft.replace_node(at, Node { disabled, ..before.clone() });
        }
    }
    Ok(sentence.with("count", nodes.len().to_string()))
}
