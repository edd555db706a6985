//! What a journey is meant to reach, and whether a run reaches it.

mod judge;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formats::native::Document;
use crate::maybe::Maybe;
use crate::primitives::{Id, Number};

pub use judge::{GoalError, Judged, Standing, judge};

impl Document for Goals {
    const FORMAT: &str = "caravan/goals";
}

/// The goals of a journey. They lie beside its document, which has no key for them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Goals {
    pub goals: Vec<Goal>,
}

/// A figure of the report and what it shall be.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Goal {
    pub id: Id,
    /// In the user's own words.
    pub label: Maybe<String>,
    /// By its path in the report, such as `summary.cost`; with a solution interest by its key there, such as
    /// `salesReadyShare`.
    pub figure: String,
    pub solution_interest: Maybe<Id>,
    pub op: GoalOp,
    /// Shares are 0 to 1.
    pub value: Number,
    /// On this day instead of at the horizon: for `salesReady`, `salesReadyShare`, `newPeople` and `cost`.
    pub by_day: Maybe<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum GoalOp {
    AtLeast,
    GreaterThan,
    AtMost,
    LessThan,
}
