//! The numbers that runs assume: changed one by one, all at once by a preset, or taken from the data at hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use design::assumptions::{self, Assumption, Preset, Unit};
use design::formats::native;
use design::scenario::Scenario;
use serde::Serialize;
use ts_rs::TS;

use super::Studio;
use crate::calibrate::rates;
use crate::{Failure, store};

/// The scenario after a change of what it assumes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Assumed {
    pub scenario: Scenario,
    pub assumptions: Vec<Assumption>,
}

/// A rate that the data at hand shows, with its 95 % interval.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Measured {
    /// The path of the assumption in the scenario.
    pub assumption: String,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    /// How often it happened, of so many occasions.
    #[ts(type = "number")]
    pub times: u64,
    #[ts(type = "number")]
    pub of: u64,
}

impl Studio {
    /// Every number of the scenario.
    pub fn assumptions(&self) -> Vec<Assumption> {
        assumptions::assumptions(&self.scenario())
    }

    /// Sets numbers by their paths in the scenario; null: what is assumed when nothing is said.
    pub fn assume(&self, values: BTreeMap<String, Option<f64>>) -> Result<Assumed, Failure> {
        let before = self.scenario();
        let known = assumptions::assumptions(&before);
        let mut scenario = before.as_ref().clone();
        for (path, value) in values {
            let default = || known.iter().find(|of| of.path == path).map(|of| of.default);
            let unknown = || {
                let message = format!("The scenario has no number {path}; open its assumptions again.");
                Failure::new("unknown-assumption", message).with("path", &path)
            };
            let value = value.or_else(default).ok_or_else(unknown)?;
            let is_share = known.iter().any(|of| of.path == path && of.unit == Unit::Share);
            if !(value >= 0.0 && value.is_finite() && (value <= 1.0 || !is_share)) {
                let message = if is_share { "A share lies between 0 and 1" } else { "A number is 0 or more" };
                return Err(Failure::new("bad-assumption", format!("{message}; {path} can't be {value}.")));
            }
            scenario = assumptions::assume(&scenario, &path, value).ok_or_else(unknown)?;
        }
        self.put(scenario)
    }

    /// Sets all numbers that every scenario has.
    pub fn assume_preset(&self, preset: Preset) -> Result<Assumed, Failure> {
        let before = self.scenario();
        self.put(assumptions::preset(&before, preset))
    }

    /// The rates for which the data at hand has occasions.
    pub fn measured(&self) -> Result<Vec<Measured>, Failure> {
        let tables = self.tables()?;
        let all = rates(&tables).into_iter();
        let measured = all.map(|rate| Measured {
            assumption: rate.assumption.to_owned(),
            mean: rate.mean,
            low: rate.low,
            high: rate.high,
            times: rate.times,
            of: rate.of,
        });
        Ok(measured.collect())
    }

    fn scenario(&self) -> Arc<Scenario> {
        Arc::clone(&self.lock().scenario)
    }

    fn put(&self, scenario: Scenario) -> Result<Assumed, Failure> {
        // What its document could not say is refused as there.
        let scenario: Scenario = native::read(&native::write(&scenario))
            .map_err(|error| Failure::new("bad-assumption", format!("{error}.")))?;
        let mut open = self.lock();
        open.store.write(|transaction| store::scenarios::set_first(transaction, &scenario))?;
        open.scenario = Arc::new(scenario.clone());
        Ok(Assumed { assumptions: assumptions::assumptions(&scenario), scenario })
    }
}
