//! Whether a run reaches its goals.

use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

use super::{Goal, GoalOp, Goals};
use crate::comparison::short;
use crate::primitives::Id;
use crate::report::{Estimate, Report, figures};

/// How a goal stands after a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// The whole interval reaches it.
    Met,
    /// No part of the interval reaches it.
    Missed,
    /// The interval lies on both sides, or the figure is undefined in some replication.
    Unsure,
}

/// A goal after a run.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Judged {
    pub goal: Id,
    /// The path of the figure in the report.
    pub figure: String,
    pub standing: Standing,
    pub estimate: Estimate,
    pub op: GoalOp,
    pub value: f64,
    /// By how much the mean is on the right side; negative: on the wrong one. Null where it is undefined.
    pub by: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GoalError {
    #[error(
        "goals[{at}].figure: the report has no figure `{figure}`; use a path such as `summary.cost`, or a key of a solution interest such as `salesReadyShare` together with `solutionInterest`"
    )]
    Unknown { at: usize, figure: String },
    #[error(
        "goals[{at}].byDay: `{figure}` is not told by day; use salesReady, salesReadyShare, newPeople or cost, or leave byDay out"
    )]
    NotByDay { at: usize, figure: String },
    #[error("goals[{at}].byDay: the run ends at day {last}; use a day from 0 to {last}")]
    AfterHorizon { at: usize, last: usize },
}

/// How each goal stands, in their order.
pub fn judge(goals: &Goals, report: &Report) -> Result<Vec<Judged>, GoalError> {
    let all = figures(report);
    let one = |(at, goal): (usize, &Goal)| {
        let (figure, scale) = place(at, goal, report)?;
        let found = all.get(&figure).ok_or_else(|| GoalError::Unknown { at, figure: figure.clone() })?;
        let scaled = |value: Option<f64>| value.map(|value| value * scale).filter(|value| value.is_finite());
        let estimate =
            Estimate { mean: scaled(found.mean), low: scaled(found.low), high: scaled(found.high) };
        let value = goal.value.get();
        let upwards = matches!(goal.op, GoalOp::AtLeast | GoalOp::GreaterThan);
        let by = estimate.mean.map(|mean| if upwards { mean - value } else { value - mean });
        let standing = standing(goal.op, value, &estimate);
        Ok(Judged { goal: goal.id.clone(), figure, standing, estimate, op: goal.op, value, by })
    };
    goals.goals.iter().enumerate().map(one).collect()
}

fn standing(op: GoalOp, value: f64, of: &Estimate) -> Standing {
    let reaches = |figure: f64| match op {
        GoalOp::AtLeast => figure >= value,
        GoalOp::GreaterThan => figure > value,
        GoalOp::AtMost => figure <= value,
        GoalOp::LessThan => figure < value,
    };
    match (of.low.map(reaches), of.high.map(reaches)) {
        (Some(true), Some(true)) => Standing::Met,
        (Some(false), Some(false)) => Standing::Missed,
        _ => Standing::Unsure,
    }
}

/// The path of a goal's figure, and what its value there is multiplied by.
fn place(at: usize, goal: &Goal, report: &Report) -> Result<(String, f64), GoalError> {
    let figure = goal.figure.as_str();
    let interest = goal.solution_interest.get();
    let Some(&day) = goal.by_day.get() else {
        let path = match interest {
            Some(id) => format!("solutionInterests[{id}].{figure}"),
            None => figure.to_owned(),
        };
        return Ok((path, 1.0));
    };
    if day as usize >= report.daily.len() {
        return Err(GoalError::AfterHorizon { at, last: report.daily.len().saturating_sub(1) });
    }
    match (interest, figure) {
        (Some(id), "salesReady" | "salesReadyShare") => {
            let path = format!("daily[{day}].groups[{id}].salesReady");
            let groups = report.solution_interests.iter().find(|of| of.solution_interest == *id);
            let groups = groups.map_or(1.0, |of| of.groups as f64);
            Ok((path, if figure == "salesReady" { 1.0 } else { 1.0 / groups }))
        }
        (None, "newPeople" | "cost" | "summary.newPeople" | "summary.cost") => {
            Ok((format!("daily[{day}].{}", figure.trim_start_matches("summary.")), 1.0))
        }
        _ => Err(GoalError::NotByDay { at, figure: figure.to_owned() }),
    }
}

impl Judged {
    /// One line, such as `met g1: solutionInterests[si].salesReadyShare is 0.63 (0.61 to 0.65), at least 0.6, by 0.03`.
    pub fn line(&self) -> String {
        let word = match self.standing {
            Standing::Met => "met",
            Standing::Missed => "missed",
            Standing::Unsure => "unsure",
        };
        let op = match self.op {
            GoalOp::AtLeast => "at least",
            GoalOp::GreaterThan => "more than",
            GoalOp::AtMost => "at most",
            GoalOp::LessThan => "less than",
        };
        let (goal, figure, value) = (&self.goal, &self.figure, short(self.value));
        match (self.estimate.mean, self.estimate.low, self.estimate.high, self.by) {
            (Some(mean), Some(low), Some(high), Some(by)) => format!(
                "{word} {goal}: {figure} is {} ({} to {}), wanted {op} {value}, {} by {}",
                short(mean),
                short(low),
                short(high),
                if by < 0.0 { "short" } else { "reached" },
                short(by.abs())
            ),
            _ => format!("{word} {goal}: {figure} is undefined in some replication, wanted {op} {value}"),
        }
    }
}
