//! What is said of figures over several replications: intervals, pairs, and when nothing can be said.

mod assumptions;
mod by_hand;
mod paired;
mod proposing;
mod searching;
mod studies;

use design::formats::native;
use design::journey::Journey;
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use studio::runs::Job;

use crate::golden::fixture;

/// The sample journey with its surroundings and a few accounts.
struct Sample {
    journey: Journey,
    workspace: Workspace,
    scenario: Scenario,
    tables: Tables,
}

impl Sample {
    fn new(accounts: u32) -> Sample {
        let read = |name: &str| fixture(&format!("seeds-buying-group/{name}.json"));
        Sample {
            journey: native::read(&read("journey")).unwrap(),
            workspace: native::read(&read("workspace")).unwrap(),
            scenario: native::read(&read("scenario")).unwrap(),
            tables: studio::sample::sample(accounts, 3, None),
        }
    }

    fn job(&self) -> Job<'_> {
        Job {
            journey: &self.journey,
            workspace: &self.workspace,
            tables: &self.tables,
            scenario: &self.scenario,
            threads: Some(2),
        }
    }
}
