//! What a change of settings is called: the one setting that differs, with its values before and after.

use serde_json::{Map, Value};

use crate::journey::Node;
use crate::update::Sentence;

/// Longer values don't fit on a button; the setting is then named without them.
const LONGEST: usize = 200;

/// Adds `field` where one setting differs, and `before` and `after`, the values as JSON, where they are short. Of paths
/// the values hold ids and labels only; where these are the same, `path` names the one path that differs.
pub(super) fn named(sentence: Sentence, before: &Node, after: &Node) -> Sentence {
    let (Some(before), Some(after)) = (record(before), record(after)) else { return sentence };
    let Some((key, before, after)) = only(&before, &after) else { return sentence };
    let (key, before, after) = match (before.as_object(), after.as_object()) {
        // The settings of an action are named like those of a node.
        (Some(old), Some(new)) if key == "action" && old.get("type") == new.get("type") => {
            match only(old, new) {
                Some(inner) => inner,
                None => return sentence,
            }
        }
        _ => (key, before, after),
    };
    let sentence = sentence.with("field", key);
    if key == "paths" {
        return paths(sentence, &before, &after);
    }
    values(sentence, &before, &after)
}

fn record(node: &Node) -> Option<Map<String, Value>> {
    match serde_json::to_value(node) {
        Ok(Value::Object(record)) => Some(record),
        _ => None,
    }
}

/// The only key whose values differ; left out is null.
fn only<'a>(
    before: &'a Map<String, Value>,
    after: &'a Map<String, Value>,
) -> Option<(&'a str, Value, Value)> {
    let keys = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)));
    let given =
        |record: &'a Map<String, Value>, key: &String| record.get(key).filter(|value| !value.is_null());
    let mut differ = keys.filter(|key| given(before, key) != given(after, key));
    let key = differ.next()?;
    if differ.next().is_some() {
        return None;
    }
    let of = |record: &Map<String, Value>| record.get(key).cloned().unwrap_or(Value::Null);
    Some((key, of(before), of(after)))
}

fn values(sentence: Sentence, before: &Value, after: &Value) -> Sentence {
    let (before, after) = (before.to_string(), after.to_string());
    if before.len().max(after.len()) > LONGEST {
        return sentence;
    }
    sentence.with("before", before).with("after", after)
}

fn paths(sentence: Sentence, before: &Value, after: &Value) -> Sentence {
    let titles = |paths: &Value| -> Value {
        let paths = paths.as_array().into_iter().flatten();
        paths.map(|path| serde_json::json!({"id": path["id"], "label": path["label"]})).collect()
    };
    let (old, new) = (titles(before), titles(after));
    if old != new {
        return values(sentence, &old, &new);
    }
    let (Some(old), Some(new)) = (before.as_array(), after.as_array()) else { return sentence };
    let differs = old.iter().zip(new).find(|(old, new)| old != new).map(|(_, new)| new);
    let name = differs.and_then(|path| path["label"].as_str().or(path["id"].as_str()));
    name.map_or(sentence.clone(), |name| sentence.with("path", name))
}
