//! A scenario as its document holds it: when, how long, how often and under which assumptions a run goes.

mod behaviour;
mod limits;

pub use behaviour::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::maybe::Maybe;
use crate::primitives::{Id, Number};
use crate::time::{LocalDateTime, Zone};

/// What a run assumes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Scenario {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub name: Maybe<String>,
    /// How many calendar days are run.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub horizon_days: Maybe<u32>,
    /// The local minute 0 of the run.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub start_at: Maybe<LocalDateTime>,
    /// For the start, midnights, score days and times of the tables without an offset.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub time_zone: Maybe<Zone>,
    /// 0 to 2^53 − 1.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    #[ts(type = "number | null", optional)]
    pub seed: Maybe<u64>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub replications: Maybe<u32>,
    /// When accounts enter.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub entry: Maybe<Entry>,
    /// For which solution interests buying groups are made, and for whom.
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub groups: Maybe<Vec<GroupChoice>>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub behaviour: Maybe<Behaviour>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub costs: Maybe<Costs>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Entry {
    AtOnce,
    EvenlyOverDays(Number),
}

/// Buying groups of a solution interest for every account of an audience; none: all accounts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GroupChoice {
    pub solution_interest: Id,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub audience: Maybe<Id>,
}

/// What things cost, in the currency.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Costs {
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub currency: Maybe<String>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub email: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub sms: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub whatsapp: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub thousand_impressions: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub lead: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub attendee: Maybe<Number>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub sales_alert: Maybe<Number>,
}

impl Scenario {
    /// The place and the sentence of the first number that can't be meant.
    pub(crate) fn check_numbers(&self) -> Result<(), (String, String)> {
        limits::check(self)
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

    pub fn replications(&self) -> u32 {
        self.replications.or(20)
    }
}
