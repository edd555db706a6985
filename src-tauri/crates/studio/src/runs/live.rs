//! One replication at once, for the window to show while an edit is made.

use std::sync::atomic::{AtomicBool, AtomicU64};

use design::live::LiveNumbers;
use design::report::Reporter;
use simulator::Simulation;

use super::{Job, compile_job};
use crate::Failure;

/// Replication 0 of the job, on the threads that are there already. None if it was stopped.
pub fn live(job: &Job<'_>, stop: &AtomicBool) -> Result<Option<LiveNumbers>, Failure> {
    let compiled = compile_job(job)?;
    let simulation = Simulation::new(&compiled.program, &compiled.population, 1);
    let Some(tally) = simulation.replicate(0, stop, &AtomicU64::new(0)) else { return Ok(None) };
    let reporter = Reporter::new(&compiled, job.journey, job.tables, job.scenario);
    Ok(Some(LiveNumbers::from(&reporter.only(&tally, &simulation.samples()))))
}
