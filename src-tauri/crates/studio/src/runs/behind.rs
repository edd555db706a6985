//! The accounts behind a number, and the story of one of them. Both are told of one replication, so that the list, the
//! story and the trace are of one course.

use std::sync::atomic::AtomicBool;

use design::behind::{AccountsBehind, AccountsPage, Behind, Lines, UnknownPart};
use design::course::{Setting, Story, story};
use design::matching::account_name;
use simulator::Simulation;

use super::{Job, compile_job, row_of};
use crate::Failure;

/// So many accounts make a page.
const LISTED: usize = 5_000;

/// The accounts behind a number, a page of them with how they stand.
pub fn accounts_behind(
    job: &Job<'_>,
    behind: &Behind,
    page: &AccountsPage,
) -> Result<AccountsBehind, Failure> {
    let compiled = compile_job(job)?;
    let test = behind.test(&compiled)?;
    let lines = Lines::new(&compiled, job.tables, job.scenario);
    let simulation = Simulation::new(&compiled.program, &compiled.population, 1);
    let (all, stop) = (simulation.accounts(), AtomicBool::new(false));
    let rows = simulation
        .by_account(page.replication, 0..all, &stop, |row, tally| test(tally).then_some(row))
        .unwrap_or_default();
    let count = rows.len() as u64;
    let rows = named(job, rows, &page.search);
    let from = usize::try_from(page.from).unwrap_or(usize::MAX).min(rows.len());
    let listed = &rows[from..(from + LISTED).min(rows.len())];
    // Lines are long, so they are written in a second pass, for those that are listed.
    let until = listed.last().map_or(0, |last| last + 1);
    let line = |row, tally: &_| listed.binary_search(&row).is_ok().then(|| lines.line(row, tally));
    let within = listed.first().map_or(0, |first| *first)..until;
    let accounts = simulation.by_account(page.replication, within, &stop, line).unwrap_or_default();
    let found = rows.len() as u64;
    Ok(AccountsBehind { count, of: all as u64, found, from: from as u64, per_page: LISTED as u64, accounts })
}

/// Those whose name or key contains what is looked for, in whatever letters.
fn named(job: &Job<'_>, rows: Vec<usize>, search: &str) -> Vec<usize> {
    let wanted = search.trim().to_lowercase();
    if wanted.is_empty() {
        return rows;
    }
    let keys = job.tables.accounts.column("accountKey.sourceKey");
    let has = |text: &str| text.to_lowercase().contains(&wanted);
    let is = |row: &usize| {
        has(&account_name(job.tables, *row)) || keys.and_then(|keys| keys.get(*row)).is_some_and(has)
    };
    rows.into_iter().filter(is).collect()
}

/// What happens to the account with a key in a replication, in sentences; 0 is the first one.
pub fn story_of(job: &Job<'_>, replication: u32, account: &str) -> Result<Story, Failure> {
    let compiled = compile_job(job)?;
    let row = row_of(job.tables, account).ok_or_else(|| {
        Failure::new("unknown-account", format!("There is no account {account} in the data any more."))
            .with("account", account)
    })?;
    let happenings = simulator::trace(&compiled.program, &compiled.population, replication, row);
    let Job { journey, workspace, tables, scenario, .. } = *job;
    let lines = Lines::new(&compiled, tables, scenario);
    let simulation = Simulation::new(&compiled.program, &compiled.population, 1);
    let stop = AtomicBool::new(false);
    let line =
        simulation.by_account(replication, row..row + 1, &stop, |row, tally| Some(lines.line(row, tally)));
    let line = line.unwrap_or_default().pop().ok_or_else(|| {
        Failure::new("unknown-account", format!("There is no account {account} in the run."))
            .with("account", account)
    })?;
    let setting = Setting { compiled: &compiled, journey, workspace, tables, scenario, row, line: &line };
    Ok(story(&setting, &happenings))
}

impl From<UnknownPart> for Failure {
    fn from(error: UnknownPart) -> Self {
        Failure::new("unknown-part", error.to_string())
    }
}
