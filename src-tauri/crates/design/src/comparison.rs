//! Two runs under the same draws: what differs, by how much, and how sure that is.

mod nodes;
mod pairs;
mod verdict;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Id;
use crate::formats::native::Document;
use crate::report::{Estimate, Report};

pub use nodes::node_differences;
pub use pairs::Pairs;
pub(crate) use verdict::short;
pub use verdict::{Says, Verdict};

impl Document for Comparison {
    const FORMAT: &str = "caravan/comparison";
}

/// Two runs and their difference. Figures are named by their path in the report, such as
/// `solutionInterests[si-seeds].salesReady`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "RunComparison")]
pub struct Comparison {
    /// The report of the first.
    pub a: Report,
    /// The report of the second.
    pub b: Report,
    pub differences: Vec<Difference>,
    pub journey_diff: Vec<NodeDifference>,
}

/// A figure of both, and b − a taken pair by pair of replications. Null where one of the two is undefined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    pub figure: String,
    pub a: Estimate,
    pub b: Estimate,
    pub difference: Estimate,
}

/// What is different at a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NodeDifference {
    /// None: the journey's own settings.
    pub node: Option<Id>,
    /// In words, such as `wait 5 days → 3 days`.
    pub change: String,
}
