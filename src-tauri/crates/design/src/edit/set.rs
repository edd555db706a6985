//! New settings for a node. Exits that vanish take their branches along.

use super::difference::named;
use super::remove::sweep;
use super::{Draft, EditError, about};
use crate::journey::Node;
use crate::update::Sentence;

pub(crate) fn set(draft: &mut Draft<'_>, node: Node) -> Result<Sentence, EditError> {
    let at = draft.position(&node.id)?;
    let before = &draft.journey().nodes[at];
    if before.kind.tag() != node.kind.tag() {
        return Err(EditError::OtherKind(node.id));
    }
    let (old, new) = (draft.journey().exits(before), draft.journey().exits(&node));
    let (id, sentence) = (node.id.clone(), named(about("set", &node), before, &node));
    draft.replace_node(at, node);
    let gone = old.iter().filter(|exit| !new.iter().any(|other| other.path == exit.path));
    let mut loose = Vec::new();
    for exit in gone {
        if let Some(at) = draft.edge(&id, exit.path.as_ref()) {
            loose.push(draft.journey().edges[at].to.clone());
            draft.drop_edge(at);
        }
    }
    sweep(draft, loose)?;
    Ok(sentence)
}
