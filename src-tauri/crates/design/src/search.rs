//! Looking for a better journey: what may vary, what is wanted, and which candidates there are.

mod candidates;
mod choices;
mod select;
mod thresholds;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;
use ts_rs::TS;

use crate::formats::native::Document;
use crate::intent::Intent;
use crate::maybe::Maybe;
use crate::primitives::{Id, Number};
use crate::report::Estimate;

pub use candidates::{Candidate, MOST, candidates, combinations};
pub use choices::{Choice, Varied, choices};
pub use select::{Race, first_stage};

impl Document for Search {
    const FORMAT: &str = "caravan/search";
}

impl Document for Candidates {
    const FORMAT: &str = "caravan/candidates";
}

/// What may vary in a journey, and what is wanted of it.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Search {
    /// Candidates are all combinations of these; each may also stay as it is.
    pub vary: Vec<Vary>,
    /// By its path in the report, such as `solutionInterests[si-seeds].salesReady`.
    pub figure: String,
    pub aim: Aim,
    /// The most that a run may cost on the average.
    pub budget: Maybe<Number>,
    /// The least difference of the figure that is worth finding.
    pub difference: Number,
    /// With what probability the best is to be found, if it is better by that difference: 0.95 when left out.
    pub confidence: Maybe<Number>,
    /// Never more replications of one candidate than these: 500 when left out.
    pub most: Maybe<u32>,
}

/// One thing that may be otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Vary {
    /// A number of a node, at a JSON pointer into the node such as `/for/days` or `/timeout/after/days`.
    Number { node: Id, at: String, from: Number, to: Number, step: Number },
    /// Settings of a node that change together, such as the percentages of a variant split: for each option the new
    /// values by JSON pointer.
    Options {
        node: Id,
        #[ts(type = "Array<Record<string, unknown>>")]
        options: Vec<IndexMap<String, Value>>,
    },
    /// The order of two nodes, the second right behind the first, each with one exit.
    Swap { first: Id, second: Id },
    /// Where a node with one exit stands: behind each of these, which have one exit too; its neighbours close up.
    Place { node: Id, behind: Vec<Id> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Aim {
    Most,
    Least,
}

/// What came of a search, the best first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Candidates {
    /// The version of the program that made it.
    pub program: String,
    pub journey: Id,
    pub scenario: String,
    #[ts(type = "number")]
    pub seed: u64,
    pub figure: String,
    pub aim: Aim,
    pub confidence: f64,
    pub difference: f64,
    /// Whether one candidate is left with the stated confidence.
    pub decided: bool,
    pub candidates: Vec<Ranked>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ranked {
    /// What is different, in words; none: the journey as it is.
    pub changes: Vec<String>,
    pub standing: CandidateStanding,
    pub replications: u32,
    pub figure: Estimate,
    pub cost: Estimate,
    /// The edit that makes the journey so, as the window sends it.
    #[schemars(with = "Vec<Value>")]
    pub intents: Vec<Intent>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum CandidateStanding {
    /// The best with the stated confidence.
    Best,
    /// Not told apart from the best within the replications allowed.
    Contender,
    /// Worse than another one with the stated confidence.
    Worse,
    /// Its cost is above the budget.
    OverBudget,
    /// The figure is undefined in some replication.
    Undefined,
    /// The checks find errors in it.
    Blocked,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SearchError {
    #[error("vary[{at}]: there is no node \"{node}\" in the journey; use one of its ids")]
    Unknown { at: usize, node: String },
    #[error("vary[{at}]: the node has nothing at {pointer}; use a pointer such as /for/days")]
    NoPlace { at: usize, pointer: String },
    #[error(
        "vary[{at}]: from, to and step make no list of numbers; use a step above 0 and at most 100 steps"
    )]
    NoSteps { at: usize },
    #[error("vary[{at}]: {message}")]
    Setting { at: usize, message: String },
    #[error(
        "vary[{at}]: \"{second}\" does not stand right behind \"{first}\", or one of them has several exits; swap two neighbours on one path"
    )]
    NoNeighbours { at: usize, first: String, second: String },
    #[error("vary[{at}]: \"{node}\" cannot be put behind \"{behind}\"; both need one exit at most")]
    NoPlaceBehind { at: usize, node: String, behind: String },
    #[error("vary: there are {count} combinations; narrow it down to at most 200")]
    TooMany { count: usize },
}
