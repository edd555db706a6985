//! Reading and setting the number at a path of a scenario.

use serde_json::{Map, Value, json};

use super::Shape;
use super::known::default_delay;
use crate::scenario::Scenario;

/// The scenario with another number at a path; None where it has no number there.
pub fn assume(scenario: &Scenario, path: &str, number: f64) -> Option<Scenario> {
    let delay = path.trim_end_matches(".sigma");
    let sigma = delay != path;
    let number = json!(number);
    put(scenario, delay, |place| {
        let Some(default) = default_delay(delay) else {
            *place = number;
            return Some(());
        };
        if place.is_null() {
            *place = default;
        }
        let (shape, inner) = place.as_object_mut()?.iter_mut().next()?;
        inner.as_object_mut()?.insert(if sigma { "sigma" } else { time_of(shape)? }.to_owned(), number);
        Some(())
    })
}

/// The scenario without the number at a path, and without what is empty then; None where it says none there.
pub(crate) fn leave(scenario: &Scenario, path: &str) -> Option<Scenario> {
    let mut whole = serde_json::to_value(scenario).ok()?;
    remove(&mut whole, &keys(path))?;
    serde_json::from_value(whole).ok()
}

/// The scenario with a delay of another shape and the same time; None where the path is no delay's.
pub(crate) fn reshape(scenario: &Scenario, path: &str, shape: Shape) -> Option<Scenario> {
    let default = default_delay(path)?;
    let whole = serde_json::to_value(scenario).ok()?;
    let time = value(&whole, path).or_else(|| value(&put_in(json!({}), path, default)?, path))?;
    let delay = match shape {
        Shape::Fixed => json!({"fixed": {"minutes": time}}),
        Shape::Exponential => json!({"exponential": {"meanMinutes": time}}),
        Shape::Lognormal => json!({"lognormal": {"medianMinutes": time, "sigma": default_sigma(path)}}),
    };
    put(scenario, path, |place| {
        *place = delay;
        Some(())
    })
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

/// The shape of the delay at a path; None where the path is no delay's.
pub(super) fn shape(whole: &Value, path: &str) -> Option<Shape> {
    let default = default_delay(path)?;
    let delay = found(whole, path).unwrap_or(&default);
    let (shape, _) = delay.as_object()?.iter().next()?;
    serde_json::from_value(Value::from(shape.as_str())).ok()
}

/// The spread of a lognormal delay that says none.
pub(super) fn default_sigma(path: &str) -> f64 {
    let default = default_delay(path);
    let sigma = |default: &Value| default.get("lognormal")?.get("sigma")?.as_f64();
    default.as_ref().and_then(sigma).unwrap_or(1.0)
}

/// Changes what stands at a path; null stands there where the scenario says nothing.
fn put(scenario: &Scenario, path: &str, change: impl FnOnce(&mut Value) -> Option<()>) -> Option<Scenario> {
    let mut whole = serde_json::to_value(scenario).ok()?;
    change(place(&mut whole, path)?)?;
    serde_json::from_value(whole).ok()
}

fn put_in(mut whole: Value, path: &str, value: Value) -> Option<Value> {
    *place(&mut whole, path)? = value;
    Some(whole)
}

/// The place of a path, made where it is not there yet.
fn place<'v>(whole: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    keys(path).into_iter().try_fold(whole, |at, key| {
        if at.is_null() {
            *at = Value::Object(Map::new());
        }
        Some(at.as_object_mut()?.entry(key).or_insert(Value::Null))
    })
}

/// Takes out what the keys lead to, and every map on the way that is empty then.
fn remove(at: &mut Value, keys: &[String]) -> Option<()> {
    let (key, inner) = keys.split_first()?;
    let map = at.as_object_mut()?;
    if !inner.is_empty() {
        let place = map.get_mut(key)?;
        remove(place, inner)?;
        if place.as_object().is_some_and(|left| !left.is_empty()) {
            return Some(());
        }
    }
    map.shift_remove(key).map(drop)
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
