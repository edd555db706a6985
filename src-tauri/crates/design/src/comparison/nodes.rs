//! What is different between two journeys, node by node, in words.

use indexmap::IndexMap;
use serde_json::Value;

use super::NodeDifference;
use crate::diff::{Difference, What, diff};
use crate::journey::Journey;
use crate::primitives::Id;

/// What differs, gathered by node: the journey's own settings, the nodes of the second in its order, and those that
/// only the first has. Where a card lies on the canvas makes no difference.
pub fn node_differences(a: &Journey, b: &Journey) -> Vec<NodeDifference> {
    let mut found: IndexMap<Option<Id>, Vec<String>> = IndexMap::new();
    for difference in diff(a, b).into_iter().filter(|difference| difference.what != What::Moved) {
        let words = told(&difference);
        found.entry(difference.node.map(|node| node.id)).or_default().push(words);
    }
    found.into_iter().map(|(node, changes)| NodeDifference { node, change: changes.join("; ") }).collect()
}

fn told(difference: &Difference) -> String {
    let kind = difference.node.as_ref().map_or("journey", |node| &node.kind);
    let path = difference.path.as_ref().map(|path| path.id.as_str());
    let at = path.map(|path| format!("{path} ")).unwrap_or_default();
    match difference.what {
        What::Added => format!("{} added", path.unwrap_or(kind)),
        What::Removed => format!("{} removed", path.unwrap_or(kind)),
        What::Reordered => "paths reordered".to_owned(),
        What::Rewired => {
            let end = |to: &Value| to.get("id").and_then(Value::as_str).unwrap_or("the end").to_owned();
            format!("{at}leads to {} → {}", end(&difference.before), end(&difference.after))
        }
        What::Changed | What::Moved => {
            let key = difference.key.as_deref().unwrap_or_default();
            let name = if key == "for" { kind } else { key };
            match (words(&difference.before), words(&difference.after)) {
                (Some(before), Some(after)) => format!("{at}{name} {before} → {after}"),
                _ => format!("{at}{name} changed"),
            }
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
