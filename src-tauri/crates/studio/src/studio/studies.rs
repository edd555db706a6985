//! What is asked of runs beyond one: all that are kept, what an assumption does, how two journeys differ.

use std::sync::Arc;

use design::Id;
use design::assumptions::{self, Preset};
use design::check::errors;
use design::document::Context;
use design::journey::Journey;
use design::scenario::Scenario;
use design::search::{self, Choice, Search, SearchError, Vary};
use design::tables::Tables;
use design::workspace::Workspace;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::unknown_run;
use super::running::{Listener, teller};
use super::{RunEvent, RunLine, RunStarted, RunView, Studio, VersionOf};
use crate::runs::{self, Job, Span};
use crate::{Failure, store};

/// One of two that are run against each other.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RunSide {
    pub journey: Id,
    /// None: as it is now.
    pub version: Option<Id>,
    /// One that is kept, by its name; none: the scenario as it is.
    pub scenario: Option<String>,
    /// None: the scenario's own numbers.
    pub preset: Option<Preset>,
}

/// How many journeys a search would try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CandidateCount {
    #[ts(type = "number")]
    pub count: usize,
    /// More than these are refused.
    #[ts(type = "number")]
    pub most: usize,
}

/// How far assumptions are moved where nothing else is said.
const MOVED: f64 = 0.2;

/// What runs share with edits: neither changes it, an edit puts another in its place.
pub(super) type Shared = (Arc<Workspace>, Arc<Scenario>, Arc<Tables>);

impl Studio {
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
            let (workspace, scenario, tables) = studio.surroundings()?;
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

    /// Runs two sides under the same draws.
    pub fn compare(self: &Arc<Self>, a: &RunSide, b: &RunSide, on: Listener) -> Result<RunStarted, Failure> {
        let (first, second) = (self.side(a)?, self.side(b)?);
        let assumed = [self.assumed(a)?, self.assumed(b)?];
        self.at_work(a.journey.clone(), on, move |studio, _, stop, on| {
            let (workspace, _, tables) = studio.surroundings()?;
            let [of_a, of_b] = &assumed;
            let job = |journey, scenario| Job {
                journey,
                workspace: &workspace,
                tables: &tables,
                scenario,
                threads: None,
            };
            let compared = runs::compare(&job(&first, of_a), &job(&second, of_b), &teller(on), stop)?;
            Ok(RunEvent::Compared { comparison: Box::new(compared.comparison), verdicts: compared.verdicts })
        })
    }

    /// What a search could vary in a journey.
    pub fn search_choices(&self, journey: &Id) -> Result<Vec<Choice>, Failure> {
        Ok(search::choices(self.lock().document(journey)?.journey()))
    }

    /// How many journeys all combinations of these come to.
    pub fn count_candidates(&self, journey: &Id, vary: Vec<Vary>) -> Result<CandidateCount, Failure> {
        let count = match search::combinations(self.lock().document(journey)?.journey(), &vary) {
            Ok(found) => found.len(),
            Err(SearchError::TooMany { count }) => count,
            Err(error) => return Err(error.into()),
        };
        Ok(CandidateCount { count, most: search::MOST })
    }

    /// Looks for a better journey among all combinations of what may vary.
    pub fn search(
        self: &Arc<Self>,
        journey: &Id,
        search: Search,
        on: Listener,
    ) -> Result<RunStarted, Failure> {
        let (_, journey) = self.checked(journey)?;
        self.at_work(journey.id.clone(), on, move |studio, _, stop, on| {
            let (workspace, scenario, tables) = studio.surroundings()?;
            let journeys = studio.lock().named()?;
            let today = (studio.around.now)().to_zoned_datetime(scenario.zone().get()).date();
            let context =
                Context { workspace: &workspace, journeys: &journeys, today, tables: Some(&tables) };
            let blocks = |journey: &Journey| !errors(journey, &context).is_empty();
            let job = Job {
                journey: &journey,
                workspace: &workspace,
                tables: &tables,
                scenario: &scenario,
                threads: None,
            };
            let candidates = runs::search(&job, &search, &blocks, &teller(on), stop)?;
            Ok(RunEvent::Candidates { candidates: Box::new(candidates) })
        })
    }

    /// What a side assumes.
    fn assumed(&self, side: &RunSide) -> Result<Arc<Scenario>, Failure> {
        let scenario = match &side.scenario {
            Some(name) => Arc::new(self.kept_scenario(name)?),
            None => Arc::clone(&self.lock().scenario),
        };
        Ok(match side.preset {
            Some(preset) => Arc::new(assumptions::preset(&scenario, preset)),
            None => scenario,
        })
    }

    /// The journey of a side, which must be free of errors.
    fn side(&self, side: &RunSide) -> Result<Journey, Failure> {
        let Some(version) = &side.version else { return Ok(self.checked(&side.journey)?.1) };
        let of = VersionOf { journey: side.journey.clone(), version: Some(version.clone()) };
        let state = self.lock().state(&of)?;
        self.without_errors(state)
    }

    /// The runs of a journey that are kept, the newest first.
    pub fn list_runs(&self, journey: &Id) -> Result<Vec<RunLine>, Failure> {
        let runs = store::runs::list(self.lock().store.read(), journey.as_str())?;
        runs.into_iter().map(line).collect()
    }

    pub fn open_run(&self, run: &str) -> Result<RunView, Failure> {
        let found = store::runs::load(self.lock().store.read(), run)?;
        found.map(RunView::try_from).transpose()?.ok_or_else(|| unknown_run(run))
    }

    /// What runs share with edits.
    pub(super) fn surroundings(&self) -> Result<Shared, Failure> {
        let open = self.with_records()?;
        Ok((Arc::clone(&open.workspace), Arc::clone(&open.scenario), Arc::clone(open.tables()?)))
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
    let store::runs::Run { id, revision, scenario, seconds, at, version, digest, .. } = run;
    Ok(RunLine {
        run: id,
        revision,
        scenario,
        seconds,
        at,
        version,
        digest,
        seed,
        replications,
        accounts,
        people_at_start,
    })
}
