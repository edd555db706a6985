//! Running a journey over the tables: compiling it, sharing the replications among threads, reporting.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use design::compile::{CompileError, Compiled, compile};
use design::journey::Journey;
use design::report::{Report, Reporter};
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use rayon::prelude::*;
use simulator::Simulation;

use crate::Failure;

/// What is run.
pub struct Job<'a> {
    pub journey: &'a Journey,
    pub workspace: &'a Workspace,
    pub tables: &'a Tables,
    pub scenario: &'a Scenario,
    /// None: as many as the machine has cores.
    pub threads: Option<usize>,
}

/// How far a run is, in accounts of all replications.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    pub done: u64,
    pub of: u64,
}

/// How often progress is told.
const TICK: Duration = Duration::from_millis(50);

/// Runs the job. The journey has passed the checks. A stopped run fails with the code `cancelled`.
pub fn simulate(
    job: &Job<'_>,
    progress: &(dyn Fn(Progress) + Sync),
    stop: &AtomicBool,
) -> Result<Report, Failure> {
    let compiled = compile_job(job)?;
    let pool = pool(job.threads)?;
    let done = AtomicU64::new(0);
    let of = compiled.population.accounts() as u64 * u64::from(job.scenario.replications());
    let finished = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let teller = scope.spawn(|| {
            while !finished.load(Ordering::Acquire) {
                progress(Progress { done: done.load(Ordering::Relaxed), of });
                std::thread::park_timeout(TICK);
            }
        });
        let report = pool.install(|| replicate(job, &compiled, stop, &done));
        finished.store(true, Ordering::Release);
        // Nobody waits for a tick that no longer tells anything.
        teller.thread().unpark();
        report.ok_or_else(|| Failure::new("cancelled", "The run was cancelled; nothing was kept of it."))
    })
}

/// What happens to one account in replication 0, one JSON line each.
pub fn trace(job: &Job<'_>, account: &str) -> Result<String, Failure> {
    let compiled = compile_job(job)?;
    let keys = job.tables.accounts.column("accountKey.sourceKey");
    let row =
        (0..job.tables.accounts.rows()).find(|&row| keys.and_then(|keys| keys.get(row)) == Some(account));
    let row = row.ok_or_else(|| {
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

fn compile_job(job: &Job<'_>) -> Result<Compiled, Failure> {
    Ok(compile(job.journey, job.workspace, job.tables, job.scenario)?)
}

fn pool(threads: Option<usize>) -> Result<rayon::ThreadPool, Failure> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0));
    builder
        .build()
        .map_err(|error| Failure::new("no-threads", format!("No threads could be started: {error}.")))
}

/// Runs the replications in batches that keep all threads busy, and takes them in in their order.
fn replicate(job: &Job<'_>, compiled: &Compiled, stop: &AtomicBool, done: &AtomicU64) -> Option<Report> {
    let replications = job.scenario.replications();
    let (program, population) = (&compiled.program, &compiled.population);
    let simulation = Simulation::new(program, population, replications);
    let mut reporter = Reporter::new(compiled, job.journey, job.tables, job.scenario);
    let threads = rayon::current_num_threads();
    let blocks = population.accounts().div_ceil(simulator::BLOCK);
    let batch = if blocks >= 8 * threads { 1 } else { 4 * threads } as u32;
    for first in (0..replications).step_by(batch as usize) {
        let numbers = first..(first + batch).min(replications);
        let tallies: Option<Vec<_>> =
            numbers.into_par_iter().map(|number| simulation.replicate(number, stop, done)).collect();
        tallies?.iter().for_each(|tally| reporter.add(tally));
    }
    Some(reporter.report(&simulation.samples()))
}

impl From<CompileError> for Failure {
    fn from(error: CompileError) -> Self {
        Failure::new(error.code(), error.to_string())
    }
}
