//! What every run is given: the same four arguments of several commands, read and checked.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use design::journey::Journey;
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use studio::runs::Job;

use crate::end::End;
use crate::{findings, read};

/// Where the parts of a run are.
#[derive(Args)]
pub(super) struct Files {
    /// A journey as JSON, or a BPMN file that Caravan has written
    journey: PathBuf,
    /// The workspace that it refers to
    #[arg(long, value_name = "W")]
    workspace: PathBuf,
    /// The folder of accounts.csv and people.csv, or one table with both
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// When, how long, how often and under which assumptions
    #[arg(long, value_name = "S")]
    scenario: PathBuf,
}

impl Files {
    /// Findings that block are listed on standard error.
    pub(super) fn read(&self) -> Result<Given, End> {
        let journey = read::journey(&self.journey)?;
        let workspace = read::document(&self.workspace)?;
        let scenario = read::scenario(&self.scenario, &workspace)?;
        let given =
            Given { journey, workspace, scenario, tables: Arc::new(read::tables(&self.data)?.tables) };
        let problems = findings::of(&given.journey, &given.workspace, Some(&given.tables));
        if findings::block(&problems) {
            problems.iter().for_each(|problem| eprintln!("{}", findings::line(problem)));
            return Err(End::Blocked);
        }
        Ok(given)
    }
}

/// What every run is given, read and checked.
pub(super) struct Given {
    journey: Journey,
    workspace: Workspace,
    scenario: Scenario,
    pub(super) tables: Arc<Tables>,
}

impl Given {
    pub(super) fn job(&self, threads: Option<NonZeroUsize>) -> Job<'_> {
        let Given { journey, workspace, scenario, tables } = self;
        Job { journey, workspace, tables, scenario, threads: threads.map(NonZeroUsize::get) }
    }
}
