//! What the rules have to know of a node's settings by the schemas of its kind and actions: what they refer to and
//! what they lack.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value};

use super::look::actions_of;
use crate::catalogue::{FieldInput, ReferenceTo, catalogue};
use crate::journey::{Journey, Node};
use crate::primitives::{Id, Text};

#[derive(Debug)]
pub(super) struct Facts {
    pub(super) references: Vec<Reference>,
    pub(super) missing: Vec<Missing>,
}

/// A setting that holds an id.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) setting: &'static str,
    pub(super) path: Option<Id>,
    pub(super) to: ReferenceTo,
    pub(super) id: String,
    /// Whether a list has to be one that journeys can change.
    pub(super) changes: bool,
}

/// A setting that has to be there and is not.
#[derive(Debug)]
pub(super) struct Missing {
    /// The number of the action among those of the node; None: the node itself lacks it.
    pub(super) action: Option<usize>,
    pub(super) setting: &'static Setting,
}

/// What the catalogue says of the settings of a kind or an action.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub(super) references: Vec<(String, ReferenceTo)>,
    required: Vec<Setting>,
}

#[derive(Debug)]
pub(super) struct Setting {
    pub(super) key: String,
    pub(super) name: Text,
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

impl Facts {
    pub(super) fn of(node: &Node) -> Facts {
        let mut facts = Facts { references: Vec::new(), missing: Vec::new() };
        if let Some(keys) = keys(node.kind.tag()) {
            facts.add(keys, &crate::tagged::settings(&node.kind), None, None, false);
        }
        for (number, (path, action)) in actions_of(node).into_iter().enumerate() {
            if let Some(keys) = keys(action.tag()) {
                let changes = action.tag().ends_with("AccountList");
                facts.add(keys, &crate::tagged::settings(action), path, Some(number), changes);
            }
        }
        facts
    }

    fn add(
        &mut self,
        keys: &'static Keys,
        settings: &Map<String, Value>,
        path: Option<&Id>,
        action: Option<usize>,
        changes: bool,
    ) {
        for (key, to) in &keys.references {
            if let Some(id) = settings.get(key).and_then(Value::as_str).filter(|id| !id.is_empty()) {
                let (path, id) = (path.cloned(), id.to_owned());
                self.references.push(Reference { setting: key, path, to: *to, id, changes });
            }
        }
        let missing = keys.required.iter().filter(|setting| match settings.get(&setting.key) {
            None | Some(Value::Null) => true,
            Some(Value::String(text)) => text.trim().is_empty(),
            Some(Value::Array(items)) => items.is_empty(),
            Some(_) => false,
        });
        self.missing.extend(missing.map(|setting| Missing { action, setting }));
    }
}

/// The facts of nodes as they were last looked at. An edit changes a node or two; reading the settings of all the
/// others again would be most of what a check of a large journey does.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownFacts(RefCell<HashMap<Id, (Node, Arc<Facts>)>>);

impl KnownFacts {
    /// By the number of the node in the journey.
    pub(super) fn of(&self, journey: &Journey) -> Vec<Arc<Facts>> {
        let mut before = self.0.take();
        let mut known = HashMap::with_capacity(journey.nodes.len());
        let facts = journey.nodes.iter().map(|node| {
            let same = before.remove(&node.id).filter(|(other, _)| other == node);
            let (node, facts) = same.unwrap_or_else(|| (node.clone(), Arc::new(Facts::of(node))));
            known.insert(node.id.clone(), (node, Arc::clone(&facts)));
            facts
        });
        let facts = facts.collect();
        self.0.replace(known);
        facts
    }
}
