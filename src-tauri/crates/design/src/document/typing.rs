//! Typing in one field is one step, however many letters it takes.

use serde_json::Value;

use crate::change::Change;

/// The field that changed, if it is one text or number of one record, such as `n3/paths/0/label`.
pub(super) fn place(changes: &[Change]) -> Option<String> {
    let [change] = changes else { return None };
    let (record, before, after) = match change {
        Change::Node { before: Some(before), after: Some(after), .. } => {
            (after.id.as_str(), serde_json::to_value(before).ok()?, serde_json::to_value(after).ok()?)
        }
        Change::Header { before, after } => {
            ("", serde_json::to_value(before).ok()?, serde_json::to_value(after).ok()?)
        }
        _ => return None,
    };
    typed_leaf(record.to_owned(), &before, &after)
}

/// The place of the only difference below a record, if it is one text or number.
pub(crate) fn typed_leaf(record: String, before: &Value, after: &Value) -> Option<String> {
    let mut path = record;
    leaf(before, after, &mut path).then_some(path)
}

/// Follows the only difference down to a text or a number; false where there are several or others.
fn leaf(before: &Value, after: &Value, path: &mut String) -> bool {
    let differ = |key: &str, before: Option<&Value>, after: Option<&Value>, path: &mut String| {
        path.push('/');
        path.push_str(key);
        leaf(before.unwrap_or(&Value::Null), after.unwrap_or(&Value::Null), path)
    };
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(*key)));
            let mut changed = keys.filter(|key| a.get(*key) != b.get(*key));
            match (changed.next(), changed.next()) {
                (Some(key), None) => differ(key, a.get(key), b.get(key), path),
                _ => false,
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut changed = (0..a.len()).filter(|&at| a[at] != b[at]);
            match (changed.next(), changed.next()) {
                (Some(at), None) => differ(&at.to_string(), a.get(at), b.get(at), path),
                _ => false,
            }
        }
        (Value::Null, Value::Null) => false,
        (
            Value::String(_) | Value::Number(_) | Value::Null,
            Value::String(_) | Value::Number(_) | Value::Null,
        ) => true,
        _ => false,
    }
}
