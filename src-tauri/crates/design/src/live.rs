//! The few numbers that the window shows while an edit is made.

use serde::Serialize;
use ts_rs::TS;

use crate::primitives::Id;
use crate::report::{Estimate, Report};

/// What a journey does on a sample of the accounts.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveView {
    /// The revision of the journey that was run.
    #[ts(type = "number")]
    pub revision: u64,
    /// How many accounts the sample holds, of how many.
    #[ts(type = "number")]
    pub accounts: u64,
    #[ts(type = "number")]
    pub of: u64,
    pub numbers: LiveNumbers,
    pub since: LiveDifference,
}

/// Counts of one replication.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveNumbers {
    pub nodes: Vec<LiveNode>,
    pub edges: Vec<LiveEdge>,
    pub groups: Vec<LiveGroups>,
    /// Sales-ready groups of all solution interests.
    pub ready: f64,
    pub cost: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LiveNode {
    pub id: Id,
    pub entered: f64,
    pub here: f64,
    /// People whom the node's actions were applied to.
    pub reached: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LiveEdge {
    pub from: Id,
    pub path: Option<Id>,
    pub to: Option<Id>,
    pub accounts: f64,
}

/// The groups of a solution interest; lists are by day, from day 0 to the horizon.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveGroups {
    pub solution_interest: Id,
    #[ts(type = "number")]
    pub groups: u64,
    /// The mean over the groups; null without groups.
    pub completeness: Vec<Option<f64>>,
    pub p10: Vec<Option<f64>>,
    pub p90: Vec<Option<f64>>,
    pub ready: Vec<f64>,
}

/// Now less before.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LiveDifference {
    pub ready: f64,
    pub cost: f64,
    /// Relative to the cost before; null where there was none.
    pub cost_share: Option<f64>,
    /// By solution interest: the mean completeness by day before, for a ghost line.
    pub groups: Vec<LiveGroups>,
}

impl From<&Report> for LiveNumbers {
    fn from(report: &Report) -> LiveNumbers {
        let count = |of: &Estimate| of.mean.unwrap_or(0.0);
        let nodes = report.nodes.iter().map(|node| LiveNode {
            id: node.id.clone(),
            entered: count(&node.entered),
            here: count(&node.here),
            reached: count(&node.people.reached),
        });
        let edges = report.edges.iter().map(|edge| LiveEdge {
            from: edge.from.clone(),
            path: edge.path.clone(),
            to: edge.to.clone(),
            accounts: count(&edge.accounts),
        });
        let groups = report.solution_interests.iter().enumerate().map(|(at, of)| LiveGroups {
            solution_interest: of.solution_interest.clone(),
            groups: of.groups,
            completeness: report.daily.iter().map(|day| day.groups[at].completeness.mean).collect(),
            p10: report.daily.iter().map(|day| day.groups[at].completeness.p10).collect(),
            p90: report.daily.iter().map(|day| day.groups[at].completeness.p90).collect(),
            ready: report.daily.iter().map(|day| count(&day.groups[at].sales_ready)).collect(),
        });
        LiveNumbers {
            nodes: nodes.collect(),
            edges: edges.collect(),
            groups: groups.collect(),
            ready: report.solution_interests.iter().map(|of| count(&of.sales_ready)).sum(),
            cost: count(&report.summary.cost),
        }
    }
}

impl LiveNumbers {
    pub fn since(&self, before: &LiveNumbers) -> LiveDifference {
        LiveDifference {
            ready: self.ready - before.ready,
            cost: self.cost - before.cost,
            cost_share: (before.cost > 0.0).then(|| self.cost / before.cost - 1.0),
            groups: before.groups.clone(),
        }
    }
}
