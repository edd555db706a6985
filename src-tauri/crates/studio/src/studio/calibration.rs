//! The values that score 100, as the data at hand has them.

use serde::Serialize;
use ts_rs::TS;

use super::Studio;
use crate::Failure;
use crate::calibrate::{self, raw_of_people};

/// The 99th percentiles, and how the raw values of people lie below theirs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Calibration {
    /// None where the data has no activity that counts.
    pub person: Option<f64>,
    pub group: Option<f64>,
    /// How many people have a raw value above 0.
    pub active: u32,
    /// Of these, by tenths of `person`; those above it are in the last.
    pub people: Vec<u32>,
}

const BINS: usize = 10;

impl Studio {
    pub fn calibration(&self) -> Result<Calibration, Failure> {
        let tables = self.tables()?;
        let references = calibrate::calibrate(&tables);
        let mut people = vec![0; BINS];
        let mut active = 0;
        if let Some(most) = references.person {
            for raw in raw_of_people(&tables).into_iter().filter(|raw| *raw > 0.0) {
                active += 1;
                people[((raw / most * BINS as f64) as usize).min(BINS - 1)] += 1;
            }
        }
        Ok(Calibration { person: references.person, group: references.group, active, people })
    }
}
