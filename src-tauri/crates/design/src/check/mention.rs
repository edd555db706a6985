//! Whatever in a journey refers to something outside of it: found in the settings by the `x-ref` of their schemas,
//! in conditions and triggers by what they are.

use std::borrow::Cow;
use std::sync::Arc;

use super::facts::{Facts, KnownFacts};
use super::look::{conditions_of, own_condition, path_ids, triggers_of};
use crate::catalogue::ReferenceTo;
use crate::condition::Condition;
use crate::journey::{Journey, Node};
use crate::kinds::Kind;
use crate::primitives::Id;

pub(crate) struct Mention<'a> {
    pub(crate) node: &'a Node,
    pub(crate) path: Option<&'a Id>,
    /// The setting that holds it, of the node or of its action; None: a path's condition.
    pub(crate) setting: Option<&'static str>,
    /// None: an attribute.
    pub(crate) to: Option<ReferenceTo>,
    pub(crate) id: Cow<'a, str>,
    /// Whether a list has to be one that journeys can change.
    pub(crate) changes: bool,
}

pub(crate) fn mentions(journey: &Journey) -> Vec<Mention<'_>> {
    mentions_with(journey, &KnownFacts::default().of(journey))
}

/// The same, with the facts of its nodes in their order.
pub(super) fn mentions_with<'a>(journey: &'a Journey, facts: &[Arc<Facts>]) -> Vec<Mention<'a>> {
    let mut found = Vec::new();
    for (node, facts) in journey.nodes.iter().zip(facts) {
        let paths = path_ids(node);
        found.extend(facts.references.iter().map(|reference| Mention {
            node,
            path: paths.iter().find(|path| reference.path.as_ref() == Some(**path)).copied(),
            setting: Some(reference.setting),
            to: Some(reference.to),
            id: Cow::Owned(reference.id.clone()),
            changes: reference.changes,
        }));
        let events = if matches!(node.kind, Kind::PersonAudience(_)) { "events" } else { "triggers" };
        for trigger in triggers_of(node) {
            let mut mention = |to, id: &'a str| {
                let (path, setting) = (None, Some(events));
                found.push(Mention { node, path, setting, to, id: Cow::Borrowed(id), changes: false });
            };
            let interest = trigger.solution_interest.get();
            interest.into_iter().for_each(|id| mention(Some(ReferenceTo::SolutionInterest), id.as_str()));
            trigger.event.get().into_iter().for_each(|event| mention(Some(ReferenceTo::EventType), event));
            trigger.role.items().iter().for_each(|role| mention(Some(ReferenceTo::Role), role.as_str()));
            trigger.attribute.get().into_iter().for_each(|id| mention(None, id));
        }
        let conditions = conditions_of(node).into_iter().map(|(path, condition)| (path, None, condition));
        let own = own_condition(node).into_iter().map(|condition| (None, Some("condition"), condition));
        let filters = triggers_of(node).iter().filter_map(|trigger| trigger.filter.get());
        let filters = filters.map(|filter| (None, Some(events), filter));
        for (path, setting, condition) in conditions.chain(own).chain(filters) {
            condition_mentions(condition, &mut |to, id| {
                found.push(Mention { node, path, setting, to, id: Cow::Borrowed(id), changes: false });
            });
        }
    }
    found
}

/// Whatever a condition refers to, with None for an attribute.
pub(crate) fn condition_mentions<'a>(
    condition: &'a Condition,
    found: &mut impl FnMut(Option<ReferenceTo>, &'a str),
) {
    condition.walk(&mut |leaf| of_leaf(leaf, found));
}

fn of_leaf<'a>(leaf: &'a Condition, found: &mut impl FnMut(Option<ReferenceTo>, &'a str)) {
    let mut add = |to, id: &'a str| found(Some(to), id);
    match leaf {
        Condition::Attribute(test) => found(None, &test.attribute),
        Condition::MatchedBuyingGroup(group) => {
            group
                .solution_interest
                .get()
                .into_iter()
                .for_each(|id| add(ReferenceTo::SolutionInterest, id.as_str()));
            group.stage.items().iter().for_each(|id| add(ReferenceTo::Stage, id.as_str()));
            group.people.items().iter().for_each(|people| add(ReferenceTo::Role, &people.role));
        }
        Condition::MemberOfBuyingGroup(group) => {
            group
                .solution_interest
                .get()
                .into_iter()
                .for_each(|id| add(ReferenceTo::SolutionInterest, id.as_str()));
            group.stage.items().iter().for_each(|id| add(ReferenceTo::Stage, id.as_str()));
            group.role.items().iter().for_each(|role| add(ReferenceTo::Role, role));
        }
        Condition::EventHistory(history) => add(ReferenceTo::EventType, &history.event_type),
        Condition::MemberOfAccountList(member) => add(ReferenceTo::AccountList, member.list.as_str()),
        _ => {}
    }
}
