//! What is different between two journeys, node by node, in words.

use serde_json::{Map, Value};

use super::NodeDifference;
use crate::journey::{Journey, Node};
use crate::tagged::settings;

/// The nodes that differ: those of the first in its order, then those that only the second has. Where a card lies on
/// the canvas makes no difference.
pub fn node_differences(a: &Journey, b: &Journey) -> Vec<NodeDifference> {
    let mut found = Vec::new();
    let mut tell = |node: &Node, changes: Vec<String>| {
        if !changes.is_empty() {
            found.push(NodeDifference { node: node.id.to_string(), change: changes.join("; ") });
        }
    };
    for node in &a.nodes {
        match b.node(&node.id) {
            Some(other) => tell(node, changes(node, other, a, b)),
            None => tell(node, vec![format!("{} removed", node.kind.tag())]),
        }
    }
    for node in b.nodes.iter().filter(|node| a.node(&node.id).is_none()) {
        tell(node, vec![format!("{} added", node.kind.tag())]);
    }
    found
}

fn changes(before: &Node, after: &Node, a: &Journey, b: &Journey) -> Vec<String> {
    let mut changes = Vec::new();
    let kinds = (before.kind.tag(), after.kind.tag());
    if kinds.0 != kinds.1 {
        changes.push(format!("{} → {}", kinds.0, kinds.1));
    } else {
        let (old, new) = (settings(&before.kind), settings(&after.kind));
        compare(kinds.0, &old, &new, &mut changes);
    }
    if before.label.text() != after.label.text() {
        changes.push(format!("label \"{}\" → \"{}\"", before.label.text(), after.label.text()));
    }
    for exit in exits(before, after, a, b) {
        let target = |journey: &Journey| {
            let found = journey.edges.iter().find(|edge| {
                edge.from == before.id && edge.path.get().map(|path| path.as_str()) == exit.as_deref()
            });
            found.map_or_else(|| "the end".to_owned(), |edge| edge.to.to_string())
        };
        let (old, new) = (target(a), target(b));
        if old != new {
            let exit = exit.map(|exit| format!("{exit} ")).unwrap_or_default();
            changes.push(format!("{exit}leads to {old} → {new}"));
        }
    }
    changes
}

/// The exits of both, each once.
fn exits(before: &Node, after: &Node, a: &Journey, b: &Journey) -> Vec<Option<String>> {
    let mut exits: Vec<Option<String>> = Vec::new();
    for (journey, node) in [(a, before), (b, after)] {
        for edge in journey.edges.iter().filter(|edge| edge.from == node.id) {
            let path = edge.path.get().map(ToString::to_string);
            if !exits.contains(&path) {
                exits.push(path);
            }
        }
    }
    exits
}

fn compare(kind: &str, old: &Map<String, Value>, new: &Map<String, Value>, changes: &mut Vec<String>) {
    let none = Value::Null;
    let keys = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
    for key in keys {
        let (before, after) = (old.get(key).unwrap_or(&none), new.get(key).unwrap_or(&none));
        if before != after {
            let name = if key == "for" { kind } else { key };
            changes.push(match (words(before), words(after)) {
                (Some(before), Some(after)) => format!("{name} {before} → {after}"),
                _ => format!("{name} changed"),
            });
        }
    }
}

/// A value in words, where a few of them say it.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("none".to_owned()),
        Value::Bool(true) => Some("on".to_owned()),
        Value::Bool(false) => Some("off".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Object(map)
            if map.contains_key("after") && !map.get("mustEndOn").is_some_and(Value::is_object) =>
        {
            map.get("after").and_then(words)
        }
        Value::Object(map) if map.len() == 1 && map.contains_key("at") => map.get("at").and_then(words),
        Value::Object(map) => {
            let units = ["months", "weeks", "days", "hours", "minutes"];
            if map.is_empty() || !map.keys().all(|key| units.contains(&key.as_str())) {
                return None;
            }
            let part = |unit: &&str| {
                let count = map.get(*unit).and_then(Value::as_u64).filter(|count| *count > 0)?;
                let unit = if count == 1 { unit.trim_end_matches('s') } else { unit };
                Some(format!("{count} {unit}"))
            };
            Some(units.iter().filter_map(part).collect::<Vec<_>>().join(" "))
        }
        Value::Array(_) => None,
    }
}
