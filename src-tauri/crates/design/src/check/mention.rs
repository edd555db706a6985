//! Whatever in a journey refers to something outside of it: found in the settings by the `x-ref` of their schemas,
//! in conditions and triggers by what they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::look::{actions_of, conditions_of, triggers_of};
use crate::catalogue::{FieldInput, ReferenceTo, catalogue};
use crate::condition::Condition;
use crate::journey::{Journey, Node};
use crate::primitives::Id;

pub(crate) struct Mention<'a> {
    pub(crate) node: &'a Node,
    pub(crate) path: Option<&'a Id>,
    /// None: an attribute.
    pub(crate) to: Option<ReferenceTo>,
    pub(crate) id: Cow<'a, str>,
    /// Whether a list has to be one that journeys can change.
    pub(crate) changes: bool,
}

/// What the check has to know of the settings of a kind or an action.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) references: Vec<(String, ReferenceTo)>,
    pub(super) required: Vec<Setting>,
}

pub(super) struct Setting {
    pub(super) key: String,
    pub(super) name: crate::primitives::Text,
}

/// By the tag of a kind or an action, from the schemas; read once.
pub(super) fn keys(tag: &str) -> Option<&'static Keys> {
    static KEYS: OnceLock<HashMap<String, Keys>> = OnceLock::new();
    let all = KEYS.get_or_init(|| {
        let catalogue = catalogue();
        let kinds = catalogue.kinds.iter().map(|info| (&info.kind, &info.fields));
        let actions = catalogue.actions.iter().map(|info| (&info.r#type, &info.fields));
        kinds
            .chain(actions)
            .map(|(tag, fields)| {
                let mut keys = Keys::default();
                for field in fields {
                    if let FieldInput::Reference { to } = &field.input {
                        keys.references.push((field.key.clone(), *to));
                    }
                    if field.required && !matches!(field.input, FieldInput::Action) {
                        keys.required.push(Setting { key: field.key.clone(), name: field.name.clone() });
                    }
                }
                (tag.clone(), keys)
            })
            .collect()
    });
    all.get(tag).filter(|keys| !(keys.references.is_empty() && keys.required.is_empty()))
}

pub(crate) fn mentions(journey: &Journey) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    for node in &journey.nodes {
        if let Some(keys) = keys(node.kind.tag()).filter(|keys| !keys.references.is_empty()) {
            of_settings(node, None, keys, &crate::tagged::settings(&node.kind), false, &mut found);
        }
        for (path, action) in actions_of(node) {
            let settings = crate::tagged::settings(action);
            let changes = action.tag().ends_with("AccountList");
            if let Some(keys) = keys(action.tag()) {
                of_settings(node, path, keys, &settings, changes, &mut found);
            }
        }
        for trigger in triggers_of(node) {
            let interest = trigger.solution_interest.get();
            found.extend(interest.map(|id| mention(node, None, ReferenceTo::SolutionInterest, id.as_str())));
            let event = trigger.event.get();
            found.extend(event.map(|event| mention(node, None, ReferenceTo::EventType, event)));
            let roles = trigger.role.items().iter();
            found.extend(roles.map(|role| mention(node, None, ReferenceTo::Role, role.as_str())));
            found.extend(trigger.attribute.get().map(|id| attribute(node, None, id)));
        }
        for (path, condition) in conditions_of(node) {
            condition_mentions(condition, &mut |to, id| {
                found.push(Mention { node, path, to, id: Cow::Borrowed(id), changes: false });
            });
        }
    }
    found
}

fn of_settings<'a>(
    node: &'a Node,
    path: Option<&'a Id>,
    keys: &Keys,
    settings: &Map<String, Value>,
    changes: bool,
    found: &mut Vec<Mention<'a>>,
) {
    for (key, to) in &keys.references {
        if let Some(id) = settings.get(key).and_then(Value::as_str).filter(|id| !id.is_empty()) {
            found.push(Mention { node, path, to: Some(*to), id: Cow::Owned(id.to_owned()), changes });
        }
    }
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

fn mention<'a>(node: &'a Node, path: Option<&'a Id>, to: ReferenceTo, id: &'a str) -> Mention<'a> {
    Mention { node, path, to: Some(to), id: Cow::Borrowed(id), changes: false }
}

fn attribute<'a>(node: &'a Node, path: Option<&'a Id>, id: &'a str) -> Mention<'a> {
    Mention { node, path, to: None, id: Cow::Borrowed(id), changes: false }
}
