//! Intents become changes: one file for each kind of gesture.

mod carry;
mod connect;
mod difference;
mod disable;
mod draft;
mod header;
mod insert;
mod paste;
mod places;
mod remove;
mod set;

pub(crate) use remove::{sweep, take_out};
pub(crate) use set::set as set_node;

pub(crate) use draft::Draft;
use thiserror::Error;

use crate::intent::Intent;
use crate::journey::Node;
use crate::kinds::Kind;
use crate::primitives::Id;
use crate::update::Sentence;

/// Why a gesture is not possible. The journey is then as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    #[error("There is no node {0} in this journey; open the journey again.")]
    UnknownNode(Id),
    #[error("The node {node} has no exit {exit}; choose one of its exits.")]
    UnknownExit { node: Id, exit: String },
    #[error("\"{0}\" is no kind of node; choose one from the palette.")]
    UnknownKind(String),
    #[error("\"{0}\" is no action; choose one from the palette.")]
    UnknownAction(String),
    #[error("\"{kind}\" cannot stand in a journey of {journey}s; choose another node.")]
    NotHere { kind: String, journey: &'static str },
    #[error("A journey has one start; change the settings of the audience that is there.")]
    SecondStart,
    #[error("The start cannot be deleted, since every journey has one; change its settings instead.")]
    Start,
    #[error("The start stays at the start; move another node.")]
    StartStays,
    #[error("A merge stays where its paths come together; draw the paths anew instead.")]
    MergeStays,
    #[error("A start and a merge cannot be disabled; choose another node.")]
    AlwaysOn,
    #[error(
        "All paths of {0} lead on, so what follows there would be cut off; choose an open exit, or cut one of its paths first."
    )]
    NoOpenExit(Id),
    #[error("Nothing can lead into the start; choose another node.")]
    IntoStart,
    #[error(
        "This edge would lead back to where it comes from, and a journey has no cycles; choose a later node."
    )]
    Cycle,
    #[error("The node {0} keeps its kind; delete it and add another.")]
    OtherKind(Id),
    #[error("A journey needs a name; type one.")]
    Nameless,
    #[error("What was copied cannot be pasted: {0}.")]
    Fragment(String),
    #[error("Nothing is selected that can be copied; choose a step other than the start.")]
    NothingCopied,
    #[error("\"{kind}\", which was copied, cannot stand in a journey of {journey}s; copy without it.")]
    CopyNotHere { kind: &'static str, journey: &'static str },
    #[error("Only a draft can be changed; duplicate the journey and change the copy.")]
    Frozen,
    #[error("That finding is there no more; look at the check again.")]
    Mended,
    #[error("The place of the card {0} is no number; drag it again.")]
    NoPlace(Id),
}

/// Does what is wanted on the draft and names it.
pub(crate) fn apply(intent: Intent, draft: &mut Draft<'_>) -> Result<Sentence, EditError> {
    match intent {
        Intent::Insert { from, path, kind, action } => {
            insert::insert(draft, &from, path.as_ref(), &kind, action.as_deref())
        }
        Intent::Remove { nodes, keep } => remove::remove(draft, &nodes, keep.as_ref()),
        Intent::Set { node } => set::set(draft, node),
        Intent::Disable { nodes, disabled } => disable::disable(draft, &nodes, disabled),
        Intent::Move { places } => places::place(draft, places),
        Intent::Carry { node, from, path } => carry::carry(draft, &node, &from, path.as_ref()),
        Intent::Tidy { nodes: None } => Ok(places::tidy(draft)),
        Intent::Tidy { nodes: Some(nodes) } => places::tidy_some(draft, &nodes),
        Intent::Connect { from, path, to } => connect::connect(draft, &from, path.as_ref(), to.as_ref()),
        Intent::Cut { nodes, keep } => {
            Ok(Sentence { code: "cutOut".into(), ..remove::remove(draft, &nodes, keep.as_ref())? })
        }
        Intent::Paste { fragment, from, path, at } => {
            paste::paste(draft, &fragment, from.as_ref(), path.as_ref(), at)
        }
        Intent::Duplicate { nodes } => paste::duplicate(draft, &nodes),
        Intent::Together { intents } => {
            let count = intents.len().to_string();
            intents.into_iter().try_for_each(|intent| apply(intent, draft).map(drop))?;
            Ok(Sentence::new("together").with("count", count))
        }
        // The document mends, since it knows what surrounds the journey.
        Intent::Mend { .. } => Err(EditError::Mended),
        Intent::Header { name, description, settings } => header::header(draft, name, description, settings),
    }
}

/// A sentence about a node, by its kind, its action and what the user calls it.
fn about(code: &str, node: &Node) -> Sentence {
    let mut sentence = Sentence::new(code).with("kind", node.kind.tag());
    if let Kind::Action(settings) = &node.kind {
        sentence = sentence.with("action", settings.action.tag());
    }
    match node.label.text() {
        "" => sentence,
        label => sentence.with("label", label),
    }
}
