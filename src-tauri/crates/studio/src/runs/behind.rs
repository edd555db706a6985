//! The accounts behind a number, and the story of one of them. Both are told of replication 0, so that the list, the
//! story and the trace are of one course.

use std::sync::atomic::AtomicBool;

use design::behind::{AccountsBehind, Behind, Lines, UnknownPart};
use design::course::{Setting, Story, story};
use simulator::Simulation;

use super::{Job, compile_job, row_of};
use crate::Failure;

/// So many accounts are listed; the rest is counted.
const LISTED: usize = 5_000;

/// The accounts behind a number, the first of them with how they stand.
pub fn accounts_behind(job: &Job<'_>, behind: &Behind) -> Result<AccountsBehind, Failure> {
    let compiled = compile_job(job)?;
    let test = behind.test(&compiled)?;
    let lines = Lines::new(&compiled, job.tables, job.scenario);
    let simulation = Simulation::new(&compiled.program, &compiled.population, 1);
    let (all, stop) = (simulation.accounts(), AtomicBool::new(false));
    let rows =
        simulation.by_account(0, all, &stop, |row, tally| test(tally).then_some(row)).unwrap_or_default();
    // Lines are long, so they are written in a second pass, for those that are listed.
    let listed = rows.len().min(LISTED);
    let until = listed.checked_sub(1).map_or(0, |last| rows[last] + 1);
    let line = |row, tally: &_| test(tally).then(|| lines.line(row, tally));
    let accounts = simulation.by_account(0, until, &stop, line).unwrap_or_default();
    Ok(AccountsBehind { count: rows.len() as u64, of: all as u64, accounts })
}

/// What happens to the account with a key, in sentences.
pub fn story_of(job: &Job<'_>, account: &str) -> Result<Story, Failure> {
    let compiled = compile_job(job)?;
    let row = row_of(job.tables, account).ok_or_else(|| {
        Failure::new("unknown-account", format!("There is no account {account} in the data any more."))
            .with("account", account)
    })?;
    let happenings = simulator::trace(&compiled.program, &compiled.population, 0, row);
    let Job { journey, workspace, tables, scenario, .. } = *job;
    Ok(story(&Setting { compiled: &compiled, journey, workspace, tables, scenario, row }, &happenings))
}

impl From<UnknownPart> for Failure {
    fn from(error: UnknownPart) -> Self {
        Failure::new("unknown-part", error.to_string())
    }
}
