//! Reading and setting the number at a path of a scenario.

use serde_json::{Map, Value, json};

use super::known::default_delay;
use crate::scenario::Scenario;

/// The scenario with another number at a path; None where it has no number there.
pub fn assume(scenario: &Scenario, path: &str, number: f64) -> Option<Scenario> {
    let mut whole = serde_json::to_value(scenario).ok()?;
    let mut keys = keys(path);
    let last = keys.pop()?;
    let sigma = last == "sigma";
    let last = if sigma { keys.pop()? } else { last };
    let mut at = &mut whole;
    for key in keys {
        let map = at.as_object_mut()?;
        let inner = map.entry(key).or_insert(Value::Null);
        if inner.is_null() {
            *inner = Value::Object(Map::new());
        }
        at = inner;
    }
    let map = at.as_object_mut()?;
    let place = map.entry(last.as_str()).or_insert(Value::Null);
    let number = json!(number);
    if let Some(default) = default_delay(path.trim_end_matches(".sigma")) {
        if place.is_null() {
            *place = default;
        }
        let (shape, inner) = place.as_object_mut()?.iter_mut().next()?;
        inner.as_object_mut()?.insert(if sigma { "sigma" } else { time_of(shape)? }.to_owned(), number);
    } else {
        *place = number;
    }
    serde_json::from_value(whole).ok()
}

/// The number at a path; None where the scenario leaves it out.
pub(super) fn value(whole: &Value, path: &str) -> Option<f64> {
    let sigma = path.ends_with(".sigma");
    let found = found(whole, path.trim_end_matches(".sigma"))?;
    match found {
        Value::Object(delay) => {
            let (shape, inner) = delay.iter().next()?;
            let key = if sigma { "sigma" } else { time_of(shape)? };
            // A shape without its number has the number of the default, if that has the same shape, else 1.
            let default = default_delay(path.trim_end_matches(".sigma"));
            let default = default.as_ref().and_then(|delay| delay.get(shape)?.get(key)?.as_f64());
            inner.get(key).and_then(Value::as_f64).or(default).or(Some(1.0))
        }
        found => found.as_f64(),
    }
}

/// Whether the delay at the path of a sigma is lognormal.
pub(super) fn has_sigma(whole: &Value, path: &str) -> bool {
    let path = path.trim_end_matches(".sigma");
    let delay = found(whole, path).cloned().or_else(|| default_delay(path));
    delay.is_some_and(|delay| delay.get("lognormal").is_some())
}

fn found<'v>(whole: &'v Value, path: &str) -> Option<&'v Value> {
    keys(path).iter().try_fold(whole, |at, key| at.get(key)).filter(|found| !found.is_null())
}

fn time_of(shape: &str) -> Option<&'static str> {
    match shape {
        "fixed" => Some("minutes"),
        "exponential" => Some("meanMinutes"),
        "lognormal" => Some("medianMinutes"),
        _ => None,
    }
}

/// The keys of a path; what stands in brackets is one key.
fn keys(path: &str) -> Vec<String> {
    let mut keys = vec![String::new()];
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '[' if !inside => {
                inside = true;
                keys.push(String::new());
            }
            ']' if inside => inside = false,
            '.' if !inside => keys.push(String::new()),
            _ => keys.last_mut().into_iter().for_each(|key| key.push(letter)),
        }
    }
    keys
}
