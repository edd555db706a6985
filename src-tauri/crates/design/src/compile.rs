//! From the editing model to the flat program and the columns that a run needs, with the way back to the ids.

mod behaviour;
mod clock;
mod columns;
mod conditions;
mod groups;
mod lowering;
mod population;

use simulator::population::Population;
use simulator::program::Program;
use thiserror::Error;

pub(crate) use conditions::{comparing, comparing_score};
pub use lowering::Lowering;
pub(crate) use population::{bucket, minutes_before_start};

use crate::condition::Condition;
use crate::journey::Journey;
use crate::primitives::Id;
use crate::scenario::Scenario;
use crate::tables::Tables;
use crate::workspace::Workspace;

/// A journey that is ready to run.
pub struct Compiled {
    pub program: Program,
    pub population: Population,
    pub origin: Origin,
}

impl Compiled {
    /// The industries by code of their column.
    pub(crate) fn industries<'a>(&'a self, tables: &'a Tables) -> Vec<Option<&'a str>> {
        let Some(number) = self.program.industry else { return Vec::new() };
        let of = &self.origin.account_columns[usize::from(number)];
        let column = tables.accounts.column(&of.attribute);
        let known = (0..of.first_added).map(|code| column.and_then(|column| column.text(code)));
        known.chain(of.added.iter().map(|text| Some(text.as_str()))).collect()
    }
}

impl Origin {
    /// The row of the table of a person of the population.
    pub(crate) fn row_of(&self, person: usize) -> usize {
        self.people.as_ref().map_or(person, |rows| rows[person] as usize)
    }

    /// The population has people sorted by account; values by person come into the order of their table.
    pub(crate) fn in_table_order<T: Copy + Default>(&self, values: Vec<T>) -> Vec<T> {
        let Some(order) = &self.people else { return values };
        let mut rows = vec![T::default(); values.len()];
        order.iter().zip(values).for_each(|(&row, value)| rows[row as usize] = value);
        rows
    }
}

/// What the numbers of a program stand for.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub nodes: Vec<Id>,
    pub exits: Vec<ExitOrigin>,
    /// Event types by number.
    pub events: Vec<String>,
    /// Fields of events by number; number 0 has none.
    pub fields: Vec<Vec<(String, String)>>,
    pub groups: Vec<GroupOrigin>,
    /// The roles of new people by number.
    pub roles: Vec<String>,
    /// The node and path of each row of persons by path.
    pub people_paths: Vec<(u32, String)>,
    /// In a person journey the node, path and exit of each path of a split by people.
    pub person_exits: Vec<(u32, String, u32)>,
    pub emails: Vec<Id>,
    pub destinations: Vec<Id>,
    pub stages: Vec<Id>,
    /// Status texts by number; number 0 is none.
    pub statuses: Vec<String>,
    /// Columns of accounts and of people: attribute, and the texts of codes that no table has.
    pub account_columns: Vec<ColumnOrigin>,
    pub person_columns: Vec<ColumnOrigin>,
    /// For each person of the population its row in the table; None where both have the same order.
    pub people: Option<Vec<u32>>,
}

#[derive(Debug, Clone)]
pub struct ExitOrigin {
    pub from: Id,
    pub path: Option<Id>,
    pub to: Option<Id>,
}

#[derive(Debug, Clone)]
pub struct GroupOrigin {
    pub solution_interest: Id,
    pub roles: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct ColumnOrigin {
    pub attribute: String,
    /// The first code of `added`.
    pub first_added: u32,
    pub added: Vec<String>,
}

/// Why a journey can't be run.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompileError {
    #[error("the journey has no start; add an audience")]
    NoStart,
    #[error("{place}: {what} cannot be used in {journey}; delete it or choose another")]
    WrongJourney { place: String, what: String, journey: &'static str },
    #[error("{place}: {what} is missing; choose one")]
    Missing { place: String, what: &'static str },
    #[error("{place}: there is no {kind} \"{id}\" in the workspace; choose another or add it")]
    Unknown { place: String, kind: &'static str, id: String },
    #[error("the scenario runs {days} days; at most 3,650 can be run")]
    TooLong { days: u32 },
    #[error("account {key} has {people} people; at most 60,000 can be run")]
    TooManyPeople { key: String, people: usize },
}

impl CompileError {
    /// A stable name of the sort of error.
    pub fn code(&self) -> &'static str {
        match self {
            CompileError::NoStart => "start-missing",
            CompileError::WrongJourney { .. } => "wrong-journey-kind",
            CompileError::Missing { .. } => "missing-setting",
            CompileError::Unknown { .. } => "unknown-reference",
            CompileError::TooLong { .. } => "horizon-too-long",
            CompileError::TooManyPeople { .. } => "too-many-people",
        }
    }
}

/// Lowers a checked journey. What a check would refuse it refuses by name; it never leaves anything out silently.
pub fn compile(
    journey: &Journey,
    workspace: &Workspace,
    tables: &Tables,
    scenario: &Scenario,
) -> Result<Compiled, CompileError> {
    let mut at = Lowering::new(journey, workspace, tables, scenario)?;
    at.groups()?;
    at.nodes()?;
    at.finish()
}

/// Lowers nothing but a condition, for counting who meets it at minute 0.
pub fn compile_condition(
    condition: &Condition,
    journey: &Journey,
    workspace: &Workspace,
    tables: &Tables,
    scenario: &Scenario,
) -> Result<Compiled, CompileError> {
    let mut at = Lowering::new(journey, workspace, tables, scenario)?;
    at.groups()?;
    at.program.entry.audience = at.condition(condition)?;
    at.finish()
}
