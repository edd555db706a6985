//! A scenario as its document holds it: when, how long, how often and under which assumptions a run goes.

mod behaviour;
mod change;
mod document;
mod limits;
mod references;
mod settings;

pub use behaviour::*;
pub use change::{ScenarioChange, Scenarios};
pub use document::{ScenarioError, ScenarioHistory, ScenarioIntent, ScenarioStep, ScenariosDocument};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use settings::{RunSetting, RunSettings};
use ts_rs::TS;

use crate::maybe::Maybe;
use crate::primitives::{Id, Number};
use crate::time::{LocalDateTime, Zone};
use crate::workspace::Workspace;

/// How many days a run can have.
pub const MOST_DAYS: u32 = 3650;

/// What a run assumes.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Scenario {
    pub name: Maybe<String>,
    /// How many calendar days are run.
    pub horizon_days: Maybe<u32>,
    /// The local minute 0 of the run.
    pub start_at: Maybe<LocalDateTime>,
    /// For the start, midnights, score days and times of the tables without an offset.
    pub time_zone: Maybe<Zone>,
    /// 0 to 2^53 − 1.
    #[ts(type = "number | null", optional)]
    pub seed: Maybe<u64>,
    pub replications: Maybe<u32>,
    /// When accounts enter.
    pub entry: Maybe<Entry>,
    /// For which solution interests buying groups are made, and for whom.
    pub groups: Maybe<Vec<GroupChoice>>,
    pub behaviour: Maybe<Behaviour>,
    pub costs: Maybe<Costs>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Entry {
    AtOnce,
    EvenlyOverDays(Number),
}

/// Buying groups of a solution interest for every account of an audience; none: all accounts.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GroupChoice {
    pub solution_interest: Id,
    pub audience: Maybe<Id>,
}

/// What things cost, in the currency.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Costs {
    pub currency: Maybe<String>,
    pub email: Maybe<Number>,
    pub sms: Maybe<Number>,
    pub whatsapp: Maybe<Number>,
    pub thousand_impressions: Maybe<Number>,
    pub lead: Maybe<Number>,
    pub attendee: Maybe<Number>,
    pub sales_alert: Maybe<Number>,
}

impl Scenario {
    /// The place and the sentence of the first number that can't be meant.
    pub(crate) fn check_numbers(&self) -> Result<(), (String, String)> {
        limits::check(self)
    }

    /// The place and the sentence of the first thing that keeps it from being run with a workspace.
    pub fn check_for(&self, workspace: &Workspace) -> Result<(), (String, String)> {
        references::check(self, workspace)?;
        match self.days() {
            days if days > MOST_DAYS => {
                Err(("horizonDays".to_owned(), format!("{days} days are too many; use at most {MOST_DAYS}")))
            }
            _ => Ok(()),
        }
    }

    pub fn name(&self) -> &str {
        self.name.get().map_or("Base case", String::as_str)
    }

    pub fn days(&self) -> u32 {
        self.horizon_days.or(90)
    }

    pub fn zone(&self) -> Zone {
        self.time_zone.get().cloned().or_else(|| Zone::new("Europe/Madrid")).unwrap_or_default()
    }

    pub fn start(&self) -> LocalDateTime {
        let default = || LocalDateTime::new("2026-12-01T00:00");
        self.start_at.get().cloned().or_else(default).unwrap_or_default()
    }

    pub fn currency(&self) -> String {
        let currency = self.costs.get().and_then(|costs| costs.currency.get());
        currency.cloned().unwrap_or_else(|| "EUR".to_owned())
    }

    pub fn seed(&self) -> u64 {
        self.seed.or(42)
    }

    pub fn replications(&self) -> u32 {
        self.replications.or(20)
    }
}
