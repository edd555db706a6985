//! How a run goes by a scenario, with everything that the document may leave out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Costs, Entry, GroupChoice, Scenario};
use crate::time::{LocalDateTime, Zone};

/// When, how long and how often a run goes, and for whom buying groups are made.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunSettings {
    pub horizon_days: u32,
    pub start_at: LocalDateTime,
    pub time_zone: Zone,
    #[ts(type = "number")]
    pub seed: u64,
    pub replications: u32,
    pub entry: Entry,
    pub groups: Vec<GroupChoice>,
    pub currency: String,
}

/// One of them, as it shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RunSetting {
    HorizonDays(u32),
    StartAt(LocalDateTime),
    TimeZone(Zone),
    Seed(#[ts(type = "number")] u64),
    Replications(u32),
    Entry(Entry),
    Groups(Vec<GroupChoice>),
    Currency(String),
}

impl RunSettings {
    /// Those of a scenario; those of an empty one are the defaults of the format.
    pub fn of(scenario: &Scenario) -> RunSettings {
        RunSettings {
            horizon_days: scenario.days(),
            start_at: scenario.start(),
            time_zone: scenario.zone(),
            seed: scenario.seed(),
            replications: scenario.replications(),
            entry: scenario.entry.or(Entry::AtOnce),
            groups: scenario.groups.items().to_vec(),
            currency: scenario.currency(),
        }
    }
}

impl RunSetting {
    /// Its key in the document.
    pub(super) fn key(&self) -> &'static str {
        match self {
            RunSetting::HorizonDays(_) => "horizonDays",
            RunSetting::StartAt(_) => "startAt",
            RunSetting::TimeZone(_) => "timeZone",
            RunSetting::Seed(_) => "seed",
            RunSetting::Replications(_) => "replications",
            RunSetting::Entry(_) => "entry",
            RunSetting::Groups(_) => "groups",
            RunSetting::Currency(_) => "currency",
        }
    }

    pub(super) fn put(self, scenario: &mut Scenario) {
        match self {
            RunSetting::HorizonDays(days) => scenario.horizon_days = days.into(),
            RunSetting::StartAt(at) => scenario.start_at = at.into(),
            RunSetting::TimeZone(zone) => scenario.time_zone = zone.into(),
            RunSetting::Seed(seed) => scenario.seed = seed.into(),
            RunSetting::Replications(count) => scenario.replications = count.into(),
            RunSetting::Entry(entry) => scenario.entry = entry.into(),
            RunSetting::Groups(groups) => scenario.groups = groups.into(),
            RunSetting::Currency(currency) => {
                let costs = scenario.costs.get().cloned().unwrap_or_default();
                scenario.costs = Costs { currency: currency.into(), ..costs }.into();
            }
        }
    }
}
