//! What the numbers of a scenario may be.

use serde_json::Value;

use super::{Entry, Scenario};

/// Seeds beyond it are no whole numbers to every reader of JSON.
const LARGEST_SEED: u64 = (1 << 53) - 1;
/// More of anything a day is a slip of the pen, and would keep a run busy for hours.
const MOST_A_DAY: f64 = 10_000.0;

/// The place and the sentence of the first number that can't be meant.
pub(super) fn check(scenario: &Scenario) -> Result<(), (String, String)> {
    let wrong = |path: &str, sentence: String| Err((path.to_owned(), sentence));
    if let Some(seed) = scenario.seed.get().filter(|seed| **seed > LARGEST_SEED) {
        return wrong("seed", format!("{seed} is too large; use a whole number from 0 to {LARGEST_SEED}"));
    }
    if scenario.replications.get() == Some(&0) {
        return wrong("replications", "0 replications give no figures; use 1 or more".into());
    }
    if let Some(Entry::EvenlyOverDays(days)) = scenario.entry.get()
        && days.get() < 0.0
    {
        return wrong("entry.evenlyOverDays", "a number of days can't be negative; use 0 or more".into());
    }
    match scenario.behaviour.get().and_then(|behaviour| serde_json::to_value(behaviour).ok()) {
        Some(behaviour) => numbers("behaviour", &behaviour),
        None => Ok(()),
    }
}

fn numbers(path: &str, value: &Value) -> Result<(), (String, String)> {
    match value {
        Value::Object(map) => {
            map.iter().try_for_each(|(key, value)| numbers(&format!("{path}.{key}"), value))
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or(0.0);
            let sentence = if number < 0.0 {
                format!("{number} is negative; use 0 or more")
            } else if number > MOST_A_DAY && path.ends_with("Day") {
                format!("{number} a day is too many; use at most 10000")
            } else {
                return Ok(());
            };
            Err((path.to_owned(), sentence))
        }
        _ => Ok(()),
    }
}
