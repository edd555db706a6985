//! How many of the accounts or people at hand meet a condition, before anything is run.

mod evaluate;
mod ground;
mod leaves;
mod template;

pub use ground::Ground;
use indexmap::IndexMap;
use serde::Serialize;
use ts_rs::TS;

use self::evaluate::Asked;
pub use self::template::{CardPreview, Claim, PersonPreview, TemplatePreview, preview_template};
use crate::compile::{CompileError, compile_condition};
use crate::condition::Condition;
use crate::journey::{Journey, JourneyKind, JourneySettings, Start};
use crate::maybe::Maybe;
use crate::names::On;
use crate::primitives::Id;
use crate::scenario::Scenario;
use crate::tables::Tables;
use crate::workspace::Workspace;

/// Who meets a condition at minute 0 of the scenario, when its buying groups have been made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Matches {
    pub matches: u32,
    pub of: u32,
    /// The first five by name, in table order.
    pub some: Vec<String>,
    /// How many meet each part of the condition, outer parts first, itself at the head. Inside *has person* they are
    /// people.
    pub parts: Vec<u32>,
}

/// Counts who meets a condition, as a whole and by its parts. The first condition that asks for buying groups, scores
/// or what people did makes the ground; every further one only looks at it.
pub fn count(
    on: On,
    condition: &Condition,
    workspace: &Workspace,
    tables: &Tables,
    scenario: &Scenario,
    ground: &Ground,
) -> Result<Matches, CompileError> {
    let of_people = on == On::People;
    let asked = Asked { workspace, tables, scenario, ground };
    let mut parts = Vec::new();
    let rows = asked.meeting(condition, of_people, &mut parts)?;
    let name = |row| if of_people { person_name(tables, row) } else { account_name(tables, row) };
    let met = rows.iter().enumerate().filter(|(_, met)| **met).map(|(row, _)| row);
    Ok(Matches { matches: parts[0], of: rows.len() as u32, some: met.take(5).map(name).collect(), parts })
}

/// By row, whether it meets a condition.
pub fn meeting(
    on: On,
    condition: &Condition,
    workspace: &Workspace,
    tables: &Tables,
    scenario: &Scenario,
    ground: &Ground,
) -> Result<Vec<bool>, CompileError> {
    let asked = Asked { workspace, tables, scenario, ground };
    asked.meeting(condition, on == On::People, &mut Vec::new())
}

/// The rows that meet a condition, found by asking each account by the simulator's own code. It is slow, and there to
/// hold `count` against.
pub fn rows_one_by_one(
    on: On,
    condition: &Condition,
    workspace: &Workspace,
    tables: &Tables,
    scenario: &Scenario,
) -> Result<Vec<u32>, CompileError> {
    let compiled = compile_condition(condition, &nothing(scenario), workspace, tables, scenario)?;
    let of_people = on == On::People;
    let mut rows = simulator::matching(&compiled.program, &compiled.population, of_people);
    if of_people {
        rows.iter_mut().for_each(|row| *row = compiled.origin.row_of(*row as usize) as u32);
    }
    rows.sort_unstable();
    Ok(rows)
}

/// What an account is called: its name, else its key.
pub fn account_name(tables: &Tables, row: usize) -> String {
    let cell = |name| tables.accounts.cell(name, row);
    cell("accountName").or_else(|| cell("accountKey.sourceKey")).unwrap_or_default().to_owned()
}

/// What a person is called: first and last name, else the address, else the key.
pub fn person_name(tables: &Tables, row: usize) -> String {
    let cell = |name| tables.people.cell(name, row);
    let names = [cell("person.name.firstName"), cell("person.name.lastName")];
    let full: Vec<&str> = names.into_iter().flatten().collect();
    if full.is_empty() {
        return cell("workEmail.address")
            .or_else(|| cell("b2b.personKey.sourceKey"))
            .unwrap_or_default()
            .to_owned();
    }
    full.join(" ")
}

/// A journey without nodes, in the scenario's zone.
pub(crate) fn nothing(scenario: &Scenario) -> Journey {
    Journey {
        id: Id::fixed("none"),
        name: String::new(),
        description: Maybe::Absent,
        kind: JourneyKind::Account,
        settings: JourneySettings {
            time_zone: scenario.zone(),
            start: Start::Immediately,
            end: Maybe::Absent,
            reentry: Maybe::Absent,
            email_deduplication: Maybe::Absent,
        },
        nodes: Vec::new(),
        edges: Vec::new(),
        layout: Maybe::Given(IndexMap::new()),
    }
}
