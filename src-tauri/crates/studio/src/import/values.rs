//! Cells that are written in a special way.

use std::borrow::Cow;

/// The place of the decimal comma in a cell that is a number written with one, such as `-12,5`.
pub(super) fn decimal_comma(cell: &str) -> Option<usize> {
    let place = cell.find(',')?;
    let before = cell[..place].trim_start();
    let after = cell[place + 1..].trim_end();
    let whole = before.strip_prefix(['+', '-']).unwrap_or(before);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(after)).then_some(place)
}

/// A cell as it is kept: blanks cut, and a JSON array as its values with `|` between them.
pub(super) fn plain(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    if !cell.starts_with('[') {
        return Cow::Borrowed(cell);
    }
    match serde_json::from_str::<Vec<serde_json::Value>>(cell) {
        Ok(values) => values.iter().map(scalar).collect::<Option<Vec<_>>>().map_or(cell.into(), joined),
        Err(_) => Cow::Borrowed(cell),
    }
}

/// A JSON value that is no list and no object, as text.
pub(super) fn scalar(value: &serde_json::Value) -> Option<String> {
    use serde_json::Value;
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(value) => Some(value.to_string()),
        Value::String(value) => Some(value.trim().to_owned()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

fn joined<'a>(mut values: Vec<String>) -> Cow<'a, str> {
    values.retain(|value| !value.is_empty());
    values.join("|").into()
}

/// What `true`, `false` and their kin say.
pub(super) fn truth(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}
