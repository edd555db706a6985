//! The numbers that a scenario assumes: what each means, what it is when nothing is said, what it may be, and how to
//! move it.
//!
//! An assumption is named by its path in the scenario, such as `behaviour.email.open`; the names of custom events and
//! of roles stand in brackets, as in `behaviour.byRole[Decision Maker].email.open`. The path of a delay names its
//! time, whatever its shape: the minutes of a fixed one, the mean of an exponential one, the median of a lognormal one.

mod known;
mod moved;
mod own;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::primitives::Text;
use crate::scenario::Scenario;

use known::{KNOWN, Known};

pub use moved::assume;
pub(crate) use moved::{leave, reshape};
pub use own::{Factor, factors};

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

/// How the lengths of a delay are spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    Fixed,
    Exponential,
    Lognormal,
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
    /// Of a delay.
    pub shape: Option<Shape>,
    /// The scenario has it by itself: a rate of an event, or a factor of a role; left out, it is gone.
    pub own: bool,
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
    let mut found = Vec::new();
    for known in KNOWN {
        let shape = moved::shape(&whole, known.path);
        found.push(Assumption {
            path: known.path.to_owned(),
            unit: known.unit,
            meaning: Text::new(known.en, known.es),
            value: moved::value(&whole, known.path).unwrap_or(known.default),
            default: known.default,
            low: known.low,
            high: known.high,
            source: assumed(),
            more_is_better: known.more_is_better,
            shape,
            own: false,
        });
        if shape == Some(Shape::Lognormal) {
            found.push(spread(&whole, known));
        }
    }
    found.extend(own::of(&whole));
    found
}

/// How far the lengths of a lognormal delay are spread; a delay of another shape has no spread to be moved.
fn spread(whole: &Value, delay: &Known) -> Assumption {
    let path = format!("{}.sigma", delay.path);
    let default = moved::default_sigma(delay.path);
    let (en, es) = (delay.en, delay.es);
    Assumption {
        unit: Unit::Sigma,
        meaning: Text::new(format!("Spread: {}", small(en)), format!("Dispersión: {}", small(es))),
        value: moved::value(whole, &path).unwrap_or(default),
        default,
        low: default / 2.0,
        high: default * 1.5,
        source: assumed(),
        more_is_better: false,
        shape: None,
        own: false,
        path,
    }
}

/// A sentence's beginning in the middle of another; what is written in capitals stays so.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// The scenario with the numbers of a preset: the defaults, or half way from each default to the end of its usual range
/// that helps or hinders. Rates of custom events and factors by role stay.
pub fn preset(scenario: &Scenario, preset: Preset) -> Scenario {
    let mut with = scenario.clone();
    for of in assumptions(scenario).iter().filter(|of| !of.own) {
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
