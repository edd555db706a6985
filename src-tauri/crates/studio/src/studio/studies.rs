//! What is asked of runs beyond one: all that are kept, what an assumption does, how two journeys differ.

use std::sync::Arc;

use design::Id;
use design::assumptions::{self, Assumption};
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use serde::Deserialize;

use super::running::{Listener, teller};
use super::{RunEvent, RunLine, RunStarted, RunView, Studio};
use crate::runs::{self, Job, Span};
use crate::{Failure, store};

/// How far assumptions are moved where nothing else is said.
const MOVED: f64 = 0.2;

impl Studio {
    /// Every number of the scenario.
    pub fn assumptions(&self) -> Vec<Assumption> {
        assumptions::assumptions(&self.surroundings().1)
    }

    /// Moves each assumption alone, by a fifth of itself or to the ends of its usual range.
    pub fn sensitivity(
        self: &Arc<Self>,
        journey: &Id,
        figures: Vec<String>,
        ranges: bool,
        on: Listener,
    ) -> Result<RunStarted, Failure> {
        let (_, journey) = self.checked(journey)?;
        self.at_work(journey.id.clone(), on, move |studio, _, stop, on| {
            let (workspace, scenario, tables) = studio.surroundings();
            let job = Job {
                journey: &journey,
                workspace: &workspace,
                tables: &tables,
                scenario: &scenario,
                threads: None,
            };
            let span = if ranges { Span::Usual } else { Span::Relative(MOVED) };
            let sensitivity = runs::sensitivity(&job, &figures, span, &teller(on), stop)?;
            Ok(RunEvent::Sensitivity { sensitivity })
        })
    }

    /// Runs two journeys as they stand under the same draws.
    pub fn compare(self: &Arc<Self>, a: &Id, b: &Id, on: Listener) -> Result<RunStarted, Failure> {
        let (_, a) = self.checked(a)?;
        let (_, b) = self.checked(b)?;
        self.at_work(a.id.clone(), on, move |studio, _, stop, on| {
            let (workspace, scenario, tables) = studio.surroundings();
            let job = |journey| Job {
                journey,
                workspace: &workspace,
                tables: &tables,
                scenario: &scenario,
                threads: None,
            };
            let compared = runs::compare(&job(&a), &job(&b), &teller(on), stop)?;
            Ok(RunEvent::Compared { comparison: Box::new(compared.comparison), verdicts: compared.verdicts })
        })
    }

    /// The runs of a journey that are kept, the newest first.
    pub fn list_runs(&self, journey: &Id) -> Result<Vec<RunLine>, Failure> {
        let runs = store::runs::list(self.lock().store.read(), journey.as_str())?;
        runs.into_iter().map(line).collect()
    }

    pub fn open_run(&self, run: &str) -> Result<RunView, Failure> {
        let found = store::runs::load(self.lock().store.read(), run)?;
        found.map(RunView::try_from).transpose()?.ok_or_else(|| {
            Failure::new("unknown-run", "This run is not kept any more; simulate again.").with("run", run)
        })
    }

    /// What runs share with edits.
    pub(super) fn surroundings(&self) -> (Arc<Workspace>, Arc<Scenario>, Arc<Tables>) {
        let open = self.lock();
        (Arc::clone(&open.workspace), Arc::clone(&open.scenario), Arc::clone(&open.tables))
    }
}

/// What a report says of itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    seed: u64,
    replications: u32,
    accounts: u64,
    people_at_start: u64,
}

fn line(run: store::runs::Run) -> Result<RunLine, Failure> {
    let Head { seed, replications, accounts, people_at_start } =
        serde_json::from_str(&run.report).map_err(|error| {
            Failure::new(
                "document-damaged",
                format!("A stored report cannot be read ({error}); simulate again."),
            )
        })?;
    let store::runs::Run { id, revision, scenario, seconds, at, .. } = run;
    Ok(RunLine { run: id, revision, scenario, seconds, at, seed, replications, accounts, people_at_start })
}
