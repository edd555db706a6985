//! What the clipboard gets. Pasting and duplicating are edits like any other.

use design::Id;
use design::document::EditError;
use design::formats::native;
use design::fragment::Fragment;
use design::intent::Intent;
use design::update::Update;
use serde::Serialize;
use ts_rs::TS;

use super::Studio;
use super::edits::refused;
use crate::Failure;

/// What was cut, and the journey without it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Cut {
    /// The text for the clipboard: all that is gone from the journey, branches that went along included.
    pub fragment: String,
    pub update: Update,
}

impl Studio {
    /// The text of nodes and the edges among them; a start stays behind.
    pub fn copy(&self, journey: &Id, nodes: &[Id]) -> Result<String, Failure> {
        let mut open = self.lock();
        let journey = open.document(journey)?.journey();
        let unknown = nodes.iter().find(|id| journey.node(id).is_none());
        if let Some(id) = unknown {
            return Err(refused(EditError::UnknownNode(id.clone())));
        }
        let fragment = Fragment::of(journey, nodes).ok_or_else(|| refused(EditError::NothingCopied))?;
        Ok(native::write(&fragment))
    }

    /// Takes nodes out in one step, and answers with all that went.
    pub fn cut(&self, journey: &Id, nodes: Vec<Id>, keep: Option<Id>) -> Result<Cut, Failure> {
        let before = self.lock().document(journey)?.journey().clone();
        let named = nodes.clone();
        let update = self.edit(journey, Intent::Cut { nodes, keep })?;
        let gone = |id: &Id| update.nodes.get(id).is_some_and(Option::is_none);
        let gone: Vec<Id> = before.nodes.iter().map(|node| &node.id).filter(|id| gone(id)).cloned().collect();
        // A merge that dissolved because one of its paths went is no part of what was cut.
        let lone = |id: &Id| {
            let merge = before.node(id).is_some_and(|node| node.kind.tag() == "merge");
            merge
                && before.edges.iter().filter(|edge| edge.to == *id && gone.contains(&edge.from)).count() < 2
        };
        let taken: Vec<Id> = gone.iter().filter(|id| named.contains(id) || !lone(id)).cloned().collect();
        let fragment = Fragment::of(&before, &taken).ok_or_else(|| refused(EditError::NothingCopied))?;
        Ok(Cut { fragment: native::write(&fragment), update })
    }
}
