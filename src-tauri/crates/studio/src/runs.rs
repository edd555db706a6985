//! Running a journey over the tables: compiling it, sharing the replications among threads, reporting.

mod batches;
mod behind;
mod compare;
mod live;
mod play;
mod precision;
mod search;
mod sensitivity;
mod told;
mod watched;

use std::sync::atomic::AtomicBool;

use design::compile::{CompileError, Compiled, compile};
use design::journey::Journey;
use design::report::{Report, Reporter};
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use simulator::Simulation;

use crate::Failure;
use batches::in_order;
pub use behind::{accounts_behind, sheet_behind, story_of};
pub use compare::{Compared, compare};
pub use live::live;
pub use play::play;
pub use precision::{Precision, Reached, simulate_to};
pub use search::search;
pub use sensitivity::{Span, sensitivity};
pub use told::Progress;
use told::told;

/// What is run.
pub struct Job<'a> {
    pub journey: &'a Journey,
    pub workspace: &'a Workspace,
    pub tables: &'a Tables,
    pub scenario: &'a Scenario,
    /// None: as many as the machine has cores.
    pub threads: Option<usize>,
}

impl Job<'_> {
    /// How many accounts so many replications run.
    fn accounts(&self, replications: u32) -> u64 {
        self.tables.accounts.rows() as u64 * u64::from(replications)
    }
}

/// Who hears how far a run is.
pub type Teller<'a> = &'a (dyn Fn(Progress) + Sync);

/// Runs the job. The journey has passed the checks. A stopped run fails with the code `cancelled`.
pub fn simulate(job: &Job<'_>, progress: Teller<'_>, stop: &AtomicBool) -> Result<Report, Failure> {
    let replications = job.scenario.replications();
    told(job.threads, job.accounts(replications), progress, |done| {
        let compiled = compile_job(job)?;
        let simulation = Simulation::new(&compiled.program, &compiled.population, replications);
        let mut reporter = Reporter::new(&compiled, job.journey, job.tables, job.scenario);
        let run = in_order(&[&simulation], 0..replications, stop, done, |tallies| reporter.add(&tallies[0]));
        Ok(run.map(|()| reporter.report(&simulation.samples())))
    })
}

/// What happens to one account in replication 0, one JSON line each.
pub fn trace(job: &Job<'_>, account: &str) -> Result<String, Failure> {
    let compiled = compile_job(job)?;
    let row = row_of(job.tables, account).ok_or_else(|| {
        Failure::new(
            "unknown-account",
            format!(
                "--trace: there is no account with the key \"{account}\" in the data; use one of its keys"
            ),
        )
        .with("account", account)
    })?;
    let happenings = simulator::trace(&compiled.program, &compiled.population, 0, row);
    Ok(design::trace::lines(&compiled, job.tables, job.scenario, row, &happenings))
}

/// The row of the account with a key.
fn row_of(tables: &Tables, account: &str) -> Option<usize> {
    let keys = tables.accounts.column("accountKey.sourceKey")?;
    (0..tables.accounts.rows()).find(|&row| keys.get(row) == Some(account))
}

/// The figures that are watched: those that were asked for, else the sales-ready groups of each solution interest.
fn main_figures(compiled: &Compiled, wanted: &[String]) -> Vec<String> {
    if wanted.is_empty() {
        let groups = compiled.origin.groups.iter();
        return groups.map(|of| format!("solutionInterests[{}].salesReady", of.solution_interest)).collect();
    }
    wanted.to_vec()
}

fn compile_job(job: &Job<'_>) -> Result<Compiled, Failure> {
    Ok(compile(job.journey, job.workspace, job.tables, job.scenario)?)
}

impl From<CompileError> for Failure {
    fn from(error: CompileError) -> Self {
        Failure::new(error.code(), error.to_string())
    }
}
