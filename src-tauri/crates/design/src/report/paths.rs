//! The figures of a report by path, such as `solutionInterests[si-seeds].salesReady`.

use indexmap::IndexMap;
use serde_json::Value;

use super::{Estimate, Report};

/// Every figure that is an estimate, by its path and in the order of the report. An element of a list is named in
/// brackets by what tells it from its neighbours: its id, its role, its day; an edge as `from/path>to`.
pub fn figures(report: &Report) -> IndexMap<String, Estimate> {
    let mut found = IndexMap::new();
    if let Ok(value) = serde_json::to_value(report) {
        walk("", &value, &mut found);
    }
    found
}

/// The figure of a path; None where the report has none there.
pub fn figure(report: &Report, path: &str) -> Option<Estimate> {
    figures(report).swap_remove(path)
}

fn walk(path: &str, value: &Value, found: &mut IndexMap<String, Estimate>) {
    match value {
        Value::Object(map) => {
            if let Some(estimate) = estimate(value) {
                found.insert(path.to_owned(), estimate);
                return;
            }
            // Maps by event type or by path hold names, structs hold keys.
            let named = path == "events" || path.ends_with(".events") || path.ends_with(".paths");
            for (key, value) in map {
                let inner = match path {
                    "" => key.clone(),
                    _ if named => format!("{path}[{key}]"),
                    _ => format!("{path}.{key}"),
                };
                walk(&inner, value, found);
            }
        }
        Value::Array(items) => {
            for item in items {
                if let Some(name) = name(item) {
                    walk(&format!("{path}[{name}]"), item, found);
                }
            }
        }
        _ => {}
    }
}

fn estimate(value: &Value) -> Option<Estimate> {
    let map = value.as_object().filter(|map| map.len() == 3)?;
    let part = |key: &str| map.get(key).map(Value::as_f64);
    Some(Estimate { mean: part("mean")?, low: part("low")?, high: part("high")? })
}

/// What tells an element of a list from its neighbours.
fn name(item: &Value) -> Option<String> {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    if let Some(from) = text("from") {
        let path = text("path").map(|path| format!("/{path}")).unwrap_or_default();
        return Some(format!("{from}{path}>{}", text("to").unwrap_or_default()));
    }
    match (text("solutionInterest"), text("role")) {
        (Some(interest), Some(role)) => return Some(format!("{interest}/{role}")),
        (Some(interest), None) => return Some(interest.to_owned()),
        _ => {}
    }
    let day = || item.get("day").map(Value::to_string);
    text("id").or_else(|| text("industry")).map(str::to_owned).or_else(day)
}
