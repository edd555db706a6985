//! A new node on an edge or at an open exit.

use super::places::beside;
use super::{Draft, EditError, about};
use crate::actions::Action;
use crate::journey::{JourneyKind, Node};
use crate::kinds::{Family, Kind};
use crate::names::On;
use crate::primitives::Id;
use crate::update::Sentence;

/// What followed the exit goes on behind the new node's first exit.
pub(super) fn insert(
    draft: &mut Draft<'_>,
    from: &Id,
    path: Option<&Id>,
    kind: &str,
    action: Option<&str>,
) -> Result<Sentence, EditError> {
    let at = draft.known_exit(from, path)?;
    let kind = settings(draft.journey().kind, kind, action)?;
    let node = Node::new((draft.fresh)(), kind);
    let (id, sentence) = (node.id.clone(), about("insert", &node));
    let first = draft.journey().exits(&node).into_iter().next().and_then(|exit| exit.path);
    draft.put_node(at + 1, node);
    match draft.edge(from, path) {
        Some(edge) => {
            let behind = draft.journey().edges[edge].to.clone();
            draft.redirect(edge, &id);
            draft.put_edge(edge + 1, &id, first.as_ref(), &behind);
        }
        None => draft.add_edge(from, path, &id),
    }
    beside(draft, from, path, &id);
    Ok(sentence)
}

fn settings(journey: JourneyKind, kind: &str, action: Option<&str>) -> Result<Kind, EditError> {
    let settings = Kind::fresh(kind).ok_or_else(|| EditError::UnknownKind(kind.to_owned()))?.inserted();
    if settings.family() == Family::Audience {
        return Err(EditError::SecondStart);
    }
    let allowed = settings.journeys().holds(journey);
    match settings {
        Kind::Action(mut settings) => {
            let tag = action.unwrap_or_default();
            let action = Action::fresh(tag).ok_or_else(|| EditError::UnknownAction(tag.to_owned()))?;
            if journey == JourneyKind::Person && action.on() == On::Accounts {
                return Err(not_here(tag, journey));
            }
            settings.action = action;
            Ok(Kind::Action(settings))
        }
        settings if allowed => Ok(settings),
        _ => Err(not_here(kind, journey)),
    }
}

fn not_here(kind: &str, journey: JourneyKind) -> EditError {
    EditError::NotHere { kind: kind.to_owned(), journey: whose(journey) }
}

/// Who moves through a journey, in a sentence.
pub(super) fn whose(journey: JourneyKind) -> &'static str {
    match journey {
        JourneyKind::Account => "account",
        JourneyKind::Person => "person",
    }
}
