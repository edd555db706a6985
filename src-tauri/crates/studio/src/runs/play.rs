//! One replication as a film.

use std::sync::atomic::{AtomicBool, AtomicU64};

use design::play::{Filming, LIMIT, Playing};
use design::report::Reporter;
use simulator::{Simulation, at_start, trace_all};

use super::{Job, compile_job};
use crate::Failure;

/// Replication 0 of the job. Of tables with more accounts than can be played, a sample is.
pub fn play(job: &Job<'_>) -> Result<Playing, Failure> {
    let of = job.tables.accounts.rows();
    if of > LIMIT {
        let part = job.tables.sample(LIMIT);
        return filmed(&Job { tables: &part, ..*job }, of as u64);
    }
    filmed(job, of as u64)
}

fn filmed(job: &Job<'_>, of: u64) -> Result<Playing, Failure> {
    let compiled = compile_job(job)?;
    let (program, population) = (&compiled.program, &compiled.population);
    // A run that is traced draws each ad that somebody sees by itself, so what it costs is taken from one that is not.
    let simulation = Simulation::new(program, population, 1);
    let tally = simulation.replicate(0, &AtomicBool::new(false), &AtomicU64::new(0)).unwrap_or_default();
    let mut reporter = Reporter::new(&compiled, job.journey, job.tables, job.scenario);
    reporter.add(&tally);
    let report = reporter.report(&simulation.samples());
    let start = at_start(program, population);
    let mut filming = Filming::new(&compiled, job.journey, job.workspace, job.tables, job.scenario, &start);
    trace_all(program, population, 0, |row, happenings| filming.take(row, happenings));
    Ok(filming.finish(&report, of))
}
