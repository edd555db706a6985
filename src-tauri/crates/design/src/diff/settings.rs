//! Settings that differ, one by one; paths are matched by their ids.

use serde_json::{Map, Value};

use super::{Difference, PathName, What};
use crate::journey::{Journey, Node};
use crate::kinds::Kind;
use crate::tagged::settings;

/// Name, description and settings of the journey.
pub(super) fn of_journey(a: &Journey, b: &Journey, found: &mut Vec<Difference>) {
    let mut tell = |key: &str, before: Value, after: Value| {
        if before != after {
            let (what, key) = (What::Changed, Some(key.to_owned()));
            found.push(Difference { what, node: None, path: None, key, before, after });
        }
    };
    tell("name", a.name.clone().into(), b.name.clone().into());
    tell("description", text(a.description.text()), text(b.description.text()));
    let (old, new) = (object(&a.settings), object(&b.settings));
    for key in keys(&old, &new) {
        tell(key, value(&old, key), value(&new, key));
    }
}

/// What a node is called, does and notes. Both have the same id.
pub(super) fn of_node(before: &Node, after: &Node, found: &mut Vec<Difference>) {
    let at = Difference::at(What::Changed, after);
    let mut tell = |key: &str, before: Value, after: Value| {
        if before != after {
            found.push(Difference { key: Some(key.to_owned()), before, after, ..at.clone() });
        }
    };
    tell("label", text(before.label.text()), text(after.label.text()));
    tell("note", text(before.note.text()), text(after.note.text()));
    let off = |node: &Node| if node.is_disabled() { Value::Bool(true) } else { Value::Null };
    tell("disabled", off(before), off(after));
    if before.kind.tag() != after.kind.tag() {
        tell("kind", before.kind.tag().into(), after.kind.tag().into());
        return;
    }
    if let (Kind::Action(old), Kind::Action(new)) = (&before.kind, &after.kind) {
        if old.action.tag() != new.action.tag() {
            tell("action", old.action.tag().into(), new.action.tag().into());
            return;
        }
        let (old, new) = (settings(&old.action), settings(&new.action));
        for key in keys(&old, &new) {
            tell(key, value(&old, key), value(&new, key));
        }
        return;
    }
    let (old, new) = (settings(&before.kind), settings(&after.kind));
    for key in keys(&old, &new).filter(|key| *key != "paths") {
        tell(key, value(&old, key), value(&new, key));
    }
    paths(&at, &value(&old, "paths"), &value(&new, "paths"), found);
}

fn paths(at: &Difference, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    let list = |value: &Value| -> Vec<Map<String, Value>> {
        let items = value.as_array().into_iter().flatten();
        items.filter_map(Value::as_object).cloned().collect()
    };
    let (old, new) = (list(before), list(after));
    let same = |a: &Map<String, Value>, b: &Map<String, Value>| a.get("id") == b.get("id");
    for path in &new {
        let here = Difference { path: Some(name(path)), ..at.clone() };
        match old.iter().find(|other| same(other, path)) {
            None => found.push(Difference { what: What::Added, ..here }),
            Some(other) => {
                for key in keys(other, path).filter(|key| *key != "id") {
                    let (before, after) = (value(other, key), value(path, key));
                    if before != after {
                        found.push(Difference { key: Some(key.to_owned()), before, after, ..here.clone() });
                    }
                }
            }
        }
    }
    for path in old.iter().filter(|path| !new.iter().any(|other| same(other, path))) {
        found.push(Difference { what: What::Removed, path: Some(name(path)), ..at.clone() });
    }
    let order = |list: &[Map<String, Value>], other: &[Map<String, Value>]| -> Vec<Value> {
        let kept = list.iter().filter(|path| other.iter().any(|other| same(other, path)));
        kept.map(|path| value(path, "id")).collect()
    };
    if order(&old, &new) != order(&new, &old) {
        found.push(Difference { what: What::Reordered, ..at.clone() });
    }
}

fn name(path: &Map<String, Value>) -> PathName {
    let text = |key| path.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    PathName { id: text("id").unwrap_or_default().to_owned(), label: text("label").map(str::to_owned) }
}

/// Null and left out mean the same.
fn value(of: &Map<String, Value>, key: &str) -> Value {
    without_nulls(of.get(key).cloned().unwrap_or_default())
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(
            map.into_iter()
                .map(|(key, value)| (key, without_nulls(value)))
                .filter(|(_, value)| !value.is_null())
                .collect(),
        ),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        // An empty text says as little as none.
        Value::String(text) if text.is_empty() => Value::Null,
        other => other,
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

fn object(of: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(of) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

fn keys<'a>(a: &'a Map<String, Value>, b: &'a Map<String, Value>) -> impl Iterator<Item = &'a str> {
    let more = a.keys().filter(|key| !b.contains_key(*key));
    b.keys().chain(more).map(String::as_str)
}
