//! The numbers that a scenario has by itself: rates of events, and factors on the numbers that every scenario has, by
//! the role of the person.

use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::known::KNOWN;
use super::{Assumption, Unit, assume, small};
use crate::primitives::Text;
use crate::scenario::Scenario;

/// A number on which roles can have factors.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Factor {
    /// The path behind `behaviour.byRole[role].`
    pub path: String,
    pub meaning: Text,
}

/// All numbers on which a scenario can have factors by role: those that every scenario has, and its own rates of events.
pub fn factors(scenario: &Scenario) -> Vec<Factor> {
    // Trying it means writing and reading a scenario for each number, and they stay the same.
    static KNOWN_FACTORS: LazyLock<Vec<Factor>> = LazyLock::new(|| {
        let known = KNOWN.iter().filter_map(|known| {
            let path = known.path.strip_prefix("behaviour.")?;
            Some(Factor { path: path.to_owned(), meaning: Text::new(known.en, known.es) })
        });
        known.filter(Factor::is_taken).collect()
    });
    let events = scenario.behaviour.get().and_then(|behaviour| behaviour.custom.get());
    let events = events.into_iter().flat_map(|events| events.keys());
    let rates =
        events.map(|name| Factor { path: format!("custom[{name}].perPersonDay"), meaning: rate(name) });
    KNOWN_FACTORS.iter().cloned().chain(rates.filter(Factor::is_taken)).collect()
}

impl Factor {
    /// Whether the number takes a factor: the format says so.
    fn is_taken(&self) -> bool {
        assume(&Scenario::default(), &format!("behaviour.byRole[Other].{}", self.path), 1.0).is_some()
    }
}

/// The rates of events, then the factors by role.
pub(super) fn of(whole: &Value) -> Vec<Assumption> {
    let behaviour = &whole["behaviour"];
    let mut found = Vec::new();
    for (name, of) in entries(&behaviour["custom"]) {
        numbers(&format!("behaviour.custom[{name}]"), of, &mut |path, value| {
            found.push(own(path, Unit::PerPersonDay, rate(name), value, 0.0));
        });
    }
    for (role, of) in entries(&behaviour["byRole"]) {
        let prefix = format!("behaviour.byRole[{role}]");
        numbers(&prefix, of, &mut |path, value| {
            let on = on(path.trim_start_matches(&prefix).trim_start_matches('.'));
            let meaning = Text::new(
                format!("{role}: factor on “{}”", small(&on.en)),
                format!("{role}: factor sobre «{}»", small(&on.es)),
            );
            found.push(own(path, Unit::Factor, meaning, value, 1.0));
        });
    }
    found
}

fn own(path: String, unit: Unit, meaning: Text, value: f64, default: f64) -> Assumption {
    Assumption {
        path,
        unit,
        meaning,
        value,
        default,
        low: value / 2.0,
        high: value * 2.0,
        source: Text::new("this scenario", "este escenario"),
        more_is_better: true,
        shape: None,
        own: true,
    }
}

/// What a factor with a path behind its role is on.
fn on(path: &str) -> Text {
    let event = path.strip_prefix("custom[").and_then(|rest| rest.split(']').next());
    let known = KNOWN.iter().find(|known| known.path.strip_prefix("behaviour.") == Some(path));
    match (event, known) {
        (Some(event), _) => rate(event),
        (None, Some(known)) => Text::new(known.en, known.es),
        (None, None) => Text::new(path, path),
    }
}

fn rate(event: &str) -> Text {
    Text::new(format!("{event} per person and day"), format!("{event} por persona y día"))
}

fn entries(map: &Value) -> impl Iterator<Item = (&String, &Value)> {
    map.as_object().into_iter().flatten()
}

/// Tells each number inside with its path.
fn numbers(path: &str, value: &Value, tell: &mut impl FnMut(String, f64)) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let bracketed = path.ends_with(".custom");
                let inner = if bracketed { format!("{path}[{key}]") } else { format!("{path}.{key}") };
                numbers(&inner, value, tell);
            }
        }
        Value::Number(number) => tell(path.to_owned(), number.as_f64().unwrap_or(0.0)),
        _ => {}
    }
}
