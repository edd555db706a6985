//! One replication as a film: what moves where and when, which roles fill, what an account's story is. It holds all
//! that a player needs, and it is the same for the same journey, workspace, tables, scenario and seed.

mod board;
mod cast;
mod reel;

use serde::Serialize;
use simulator::AtStart;
use simulator::trace::Happening;
use ts_rs::TS;

use crate::compile::Compiled;
use crate::journey::{Journey, JourneyKind};
use crate::primitives::{Id, Text};
use crate::report::Report;
use crate::scenario::Scenario;
use crate::story::{Stories, Teller};
use crate::tables::Tables;
use crate::workspace::Workspace;

pub use board::{PlayedBoard, PlayedCard, PlayedEdge};
pub(crate) use board::{both, said};
pub use cast::{PlayedAccount, PlayedInterest, PlayedPerson, PlayedRole};
pub use reel::{Fills, Moves, Readies};

/// So many accounts are played at most; of larger tables a sample, evenly spread over the rows.
pub const LIMIT: usize = 2_000;

/// Replication 0 of a journey. Times are in minutes from the scenario's start; numbers are places in the lists.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Playing {
    pub journey: Id,
    pub name: String,
    pub scenario: String,
    #[ts(type = "number")]
    pub seed: u64,
    pub currency: String,
    /// The local date of day 0, ISO 8601.
    pub starts: String,
    pub days: u32,
    /// How many accounts the tables have; those that are played are in `accounts`.
    #[ts(type = "number")]
    pub of: u64,
    /// Whether each person moves by itself; else accounts move, with all their people.
    pub persons: bool,
    pub board: PlayedBoard,
    pub interests: Vec<PlayedInterest>,
    pub accounts: Vec<PlayedAccount>,
    pub moves: Moves,
    pub fills: Fills,
    pub ready: Readies,
    /// By day: what was spent and how many people advertising had found until then.
    pub cost: Vec<f64>,
    pub found: Vec<f64>,
    /// What the lines of `stories` say; `{person}` stands for the line's person.
    pub sentences: Vec<Text>,
    pub stories: Stories,
}

/// Films a journey account by account.
pub struct Filming<'a> {
    compiled: &'a Compiled,
    journey: &'a Journey,
    workspace: &'a Workspace,
    scenario: &'a Scenario,
    start: &'a AtStart,
    reel: reel::Reel<'a>,
    cast: cast::Cast<'a>,
    teller: Teller<'a>,
}

impl<'a> Filming<'a> {
    /// `start` is how the groups stand at minute 0.
    pub fn new(
        compiled: &'a Compiled,
        journey: &'a Journey,
        workspace: &'a Workspace,
        tables: &'a Tables,
        scenario: &'a Scenario,
        start: &'a AtStart,
    ) -> Filming<'a> {
        Filming {
            compiled,
            journey,
            workspace,
            scenario,
            start,
            reel: reel::Reel::new(compiled, start),
            cast: cast::Cast::new(compiled, tables),
            teller: Teller::new(compiled, journey, workspace, tables),
        }
    }

    /// Takes in what happens to the account of a row; all rows, in their order.
    pub fn take(&mut self, row: usize, happenings: &[Happening]) {
        self.cast.take(row, happenings);
        self.reel.take(row, happenings);
        self.teller.take(row, happenings, self.start);
    }

    /// The film. `report` is that of the same replication alone; the tables have `of` accounts, or are a sample of those.
    pub fn finish(self, report: &Report, of: u64) -> Playing {
        let Filming { compiled, journey, workspace, scenario, .. } = self;
        let (moves, fills, ready) = self.reel.finish();
        let (sentences, stories) = self.teller.finish();
        Playing {
            journey: journey.id.clone(),
            name: journey.name.clone(),
            scenario: scenario.name().to_owned(),
            seed: compiled.program.seed,
            currency: scenario.currency(),
            starts: scenario.start().get().date().to_string(),
            days: scenario.days(),
            of,
            persons: journey.kind == JourneyKind::Person,
            board: board::board(compiled, journey, workspace),
            interests: cast::interests(compiled, workspace, report),
            accounts: self.cast.accounts,
            moves,
            fills,
            ready,
            cost: report.daily.iter().map(|day| day.cost.mean.unwrap_or(0.0)).collect(),
            found: report.daily.iter().map(|day| day.new_people.mean.unwrap_or(0.0)).collect(),
            sentences,
            stories,
        }
    }
}
