//! What a run found out, as its document holds it.

mod figures;
mod moments;
mod of_groups;
mod paths;
mod prices;
mod replication;
mod reporter;
mod survival;

use std::collections::BTreeMap;

use indexmap::IndexMap;
pub(crate) use moments::{Intervals, Moments, student};
pub use paths::{figure, figures};
pub(crate) use prices::Prices;
pub use reporter::Reporter;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formats::native::Document;
use crate::primitives::Id;

/// The mean over the replications with its 95 % confidence interval (Student's t); all three are null where the
/// figure is undefined in some replication. With one replication low = high = mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    pub mean: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

impl Document for Report {
    const FORMAT: &str = "caravan/report";
}

/// Shares are 0 to 1, scores 0 to 100, times in days, costs in the scenario's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// The version of the program that made it.
    pub program: String,
    pub journey: Id,
    pub scenario: String,
    #[ts(type = "number")]
    pub seed: u64,
    pub replications: u32,
    pub horizon_days: u32,
    #[ts(type = "number")]
    pub accounts: u64,
    #[ts(type = "number")]
    pub people_at_start: u64,
    pub summary: Summary,
    pub solution_interests: Vec<InterestFigures>,
    pub nodes: Vec<NodeFigures>,
    pub edges: Vec<EdgeFigures>,
    pub events: BTreeMap<String, Estimate>,
    pub daily: Vec<DayFigures>,
    pub roles: Vec<RoleFigures>,
    pub why: Vec<Why>,
    pub kpis: Kpis,
    pub risks: Risks,
    pub refused: Refused,
}

/// Entries count again for each re-entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    pub entered: Estimate,
    pub finished: Estimate,
    pub still_inside: Estimate,
    pub new_people: Estimate,
    pub cost: Estimate,
    pub cost_per_lead: Estimate,
    pub cost_per_ready_group: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InterestFigures {
    pub solution_interest: Id,
    #[ts(type = "number")]
    pub groups: u64,
    pub sales_ready: Estimate,
    pub sales_ready_share: Estimate,
    pub completeness_start: Estimate,
    pub completeness_end: Estimate,
    pub engagement_end: Estimate,
    pub median_days_to_ready: Estimate,
    /// 1 − Kaplan-Meier survival, by days after the account's first entry.
    pub ready_by_day: Vec<f64>,
    pub bands: Bands,
}

/// How many groups score in [0, 25), [25, 50), [50, 75), [75, 100] at the horizon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    pub completeness: [f64; 4],
    pub engagement: [f64; 4],
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NodeFigures {
    pub id: Id,
    pub entered: Estimate,
    pub here: Estimate,
    pub left: Estimate,
    pub people: NodePeople,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NodePeople {
    pub reached: Estimate,
    pub suppressed: Estimate,
    /// What this node's actions caused, by event type.
    pub events: BTreeMap<String, Estimate>,
    /// Persons by path of a split by people.
    pub paths: IndexMap<String, Estimate>,
}

/// An exit without an edge has `to` null; what ends without an exit has `path` null too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EdgeFigures {
    pub from: Id,
    pub path: Option<Id>,
    pub to: Option<Id>,
    pub accounts: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DayFigures {
    pub day: u32,
    pub new_people: Estimate,
    pub cost: Estimate,
    /// Accounts at each node, on average.
    pub here: IndexMap<Id, f64>,
    pub groups: Vec<DayGroups>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DayGroups {
    pub solution_interest: Id,
    pub completeness: Spread,
    pub engagement: Spread,
    pub sales_ready: Estimate,
}

/// Over the groups of all replications; null without groups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    pub mean: Option<f64>,
    pub p10: Option<f64>,
    pub p50: Option<f64>,
    pub p90: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleFigures {
    pub solution_interest: Id,
    pub role: String,
    pub required: bool,
    pub members_required: u32,
    pub fill_start: Estimate,
    pub fill_end: Estimate,
    pub groups_missing: Estimate,
    pub members_by_source: BySource,
    pub members_from_advertising: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BySource {
    pub system: Estimate,
    pub journey: Estimate,
    pub manual: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Why {
    pub solution_interest: Id,
    pub role: String,
    pub causes: Causes,
}

/// The groups in which a required role is missing, split over the causes, one each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Causes {
    pub no_matching_title: Estimate,
    pub claimed_by_earlier_role: Estimate,
    pub never_assigned: Estimate,
    pub removed: Estimate,
    pub refused: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Kpis {
    pub awareness: Awareness,
    pub engagement: Engagement,
    pub time: Time,
    pub cost: Cost,
}

/// Shares of the accounts that entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Awareness {
    pub accounts_reached: Estimate,
    pub click_through: Estimate,
    pub click_through_before: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    pub accounts: Estimate,
    pub people: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Time {
    pub contacts_per_ready_group: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cost {
    pub by_channel: ByChannel,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByChannel {
    pub email: Estimate,
    pub sms: Estimate,
    pub whatsapp: Estimate,
    pub ads: Estimate,
    pub events: Estimate,
    pub sales_alert: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Risks {
    pub single_member_groups: Estimate,
    pub top_tenth_revenue_share: Estimate,
    pub by_industry: Vec<IndustryShare>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct IndustryShare {
    pub industry: String,
    pub share: Estimate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Refused {
    pub stage_transition: Estimate,
    pub precedence: Estimate,
}
