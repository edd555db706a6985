//! The numbers that a scenario assumes: what each means, what it is when nothing is said, what it may be, and how to
//! move it.
//!
//! An assumption is named by its path in the scenario, such as `behaviour.email.open`; the names of custom events and
//! of roles stand in brackets, as in `behaviour.byRole[Decision Maker].email.open`. The path of a delay names its
//! time, whatever its shape: the minutes of a fixed one, the mean of an exponential one, the median of a lognormal one.

mod known;
mod moved;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::primitives::Text;
use crate::scenario::Scenario;

pub use moved::assume;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// 0 to 1.
    Share,
    PerPersonDay,
    PerAccountDay,
    Minutes,
    /// The standard deviation of the logarithm.
    Sigma,
    Factor,
    /// In the scenario's currency.
    Price,
}

/// One number of a scenario, as a panel shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Assumption {
    pub path: String,
    pub unit: Unit,
    pub meaning: Text,
    /// In this scenario.
    pub value: f64,
    /// When the scenario leaves it out.
    pub default: f64,
    /// Where it usually lies.
    pub low: f64,
    pub high: f64,
    /// Where the default is from.
    pub source: Text,
    /// Whether more of it helps to fill groups; a price never does.
    pub more_is_better: bool,
}

/// All numbers set at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Preset {
    Cautious,
    Base,
    Optimistic,
}

/// Every number that a run of the scenario assumes: those that every scenario has, then its own rates of custom events
/// and its factors by role.
pub fn assumptions(scenario: &Scenario) -> Vec<Assumption> {
    let whole = serde_json::to_value(scenario).unwrap_or_default();
    let mut found: Vec<Assumption> = known::KNOWN
        .iter()
        .map(|known| Assumption {
            path: known.path.to_owned(),
            unit: known.unit,
            meaning: Text::new(known.en, known.es),
            value: moved::value(&whole, known.path).unwrap_or(known.default),
            default: known.default,
            low: known.low,
            high: known.high,
            source: assumed(),
            more_is_better: known.more_is_better,
        })
        // A delay of another shape has no spread to be moved.
        .filter(|of| of.unit != Unit::Sigma || moved::has_sigma(&whole, &of.path))
        .collect();
    own(&whole, "custom", Unit::PerPersonDay, &mut found);
    own(&whole, "byRole", Unit::Factor, &mut found);
    found
}

/// The scenario with the numbers of a preset: the defaults, or half way from each default to the end of its usual range
/// that helps or hinders. Rates of custom events and factors by role stay.
pub fn preset(scenario: &Scenario, preset: Preset) -> Scenario {
    let mut with = scenario.clone();
    for of in assumptions(scenario).iter().filter(|of| of.source == assumed()) {
        let better = if of.more_is_better { of.high } else { of.low };
        let worse = if of.more_is_better { of.low } else { of.high };
        let value = match preset {
            Preset::Base => of.default,
            Preset::Cautious => (of.default + worse) / 2.0,
            Preset::Optimistic => (of.default + better) / 2.0,
        };
        with = assume(&with, &of.path, value).unwrap_or(with);
    }
    with
}

fn assumed() -> Text {
    Text::new("assumption", "supuesto")
}

/// The numbers under a map of the behaviour that the scenario names itself.
fn own(whole: &Value, map: &str, unit: Unit, found: &mut Vec<Assumption>) {
    let named = whole.pointer(&format!("/behaviour/{map}")).and_then(Value::as_object);
    for (name, value) in named.into_iter().flatten() {
        numbers(&format!("behaviour.{map}[{name}]"), value, &mut |path, value| {
            let default = if unit == Unit::Factor { 1.0 } else { 0.0 };
            let meaning = match unit {
                Unit::Factor => {
                    Text::new(format!("Factor for the role {name}"), format!("Factor para el rol {name}"))
                }
                _ => Text::new(format!("{name} per person and day"), format!("{name} por persona y día")),
            };
            found.push(Assumption {
                path,
                unit,
                meaning,
                value,
                default,
                low: value / 2.0,
                high: value * 2.0,
                source: Text::new("this scenario", "este escenario"),
                more_is_better: true,
            });
        });
    }
}

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
