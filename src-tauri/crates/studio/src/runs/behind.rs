//! The accounts behind a number, in pages or as a table, and the story of one of them. Both are told of one replication,
//! so that the list, the story and the trace are of one course.

use std::sync::atomic::AtomicBool;

use design::behind::{AccountsBehind, AccountsPage, Behind, Lines, Rows, UnknownPart};
use design::course::{Setting, Story, story};
use design::groups::Sheet;
use design::matching::account_name;
use design::sentences::{Language, Speaker};
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
    let rows = match behind {
        // Nothing needs to be run to know which all are: a second where a million are listed, and not five.
        Behind::All => (0..all).collect(),
        _ => simulation
            .by_account(page.replication, 0..all, &stop, |row, tally| test(tally).then_some(row))
            .unwrap_or_default(),
    };
    let count = rows.len() as u64;
    let looked_for = looked_for(job, &page.search);
    let rows: Vec<usize> = rows.into_iter().filter(|row| looked_for(*row)).collect();
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

/// All accounts behind a number as a table, whatever page is shown of them.
pub fn sheet_behind(
    job: &Job<'_>,
    behind: &Behind,
    page: &AccountsPage,
    language: Language,
) -> Result<Sheet, Failure> {
    let compiled = compile_job(job)?;
    let test = behind.test(&compiled)?;
    let lines = Lines::new(&compiled, job.tables, job.scenario);
    let speaker = Speaker { language, workspace: Some(job.workspace) };
    let rows = Rows::new(&compiled, job.journey, speaker);
    let simulation = Simulation::new(&compiled.program, &compiled.population, 1);
    let (all, looked_for) = (simulation.accounts(), looked_for(job, &page.search));
    let one = |row, tally: &_| (test(tally) && looked_for(row)).then(|| rows.row(&lines.line(row, tally)));
    let found = simulation.by_account(page.replication, 0..all, &AtomicBool::new(false), one);
    Ok(Sheet { headers: rows.headers(), rows: found.unwrap_or_default() })
}

/// Whether the name or the key of the account of a row contains what is looked for, in whatever letters.
fn looked_for(job: &Job<'_>, search: &str) -> impl Fn(usize) -> bool + Sync {
    let (wanted, tables) = (search.trim().to_lowercase(), job.tables);
    let keys = tables.accounts.column("accountKey.sourceKey");
    move |row| {
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        wanted.is_empty()
            || has(&account_name(tables, row))
            || keys.and_then(|keys| keys.get(row)).is_some_and(has)
    }
}

/// What happens to the account with a key in a replication, in sentences; 0 is the first one.
pub fn story_of(job: &Job<'_>, replication: u32, account: &str) -> Result<Story, Failure> {
    let compiled = compile_job(job)?;
    let gone = || {
        Failure::new("unknown-account", format!("There is no account {account} in the data any more."))
            .with("account", account)
    };
    let row = row_of(job.tables, account).ok_or_else(gone)?;
    let happenings = simulator::trace(&compiled.program, &compiled.population, replication, row);
    let Job { journey, workspace, tables, scenario, .. } = *job;
    let lines = Lines::new(&compiled, tables, scenario);
    let simulation = Simulation::new(&compiled.program, &compiled.population, 1);
    let stop = AtomicBool::new(false);
    let line =
        simulation.by_account(replication, row..row + 1, &stop, |row, tally| Some(lines.line(row, tally)));
    let line = line.unwrap_or_default().pop().ok_or_else(gone)?;
    let setting = Setting { compiled: &compiled, journey, workspace, tables, scenario, row, line: &line };
    Ok(story(&setting, &happenings))
}

impl From<UnknownPart> for Failure {
    fn from(error: UnknownPart) -> Self {
        Failure::new("unknown-part", error.to_string())
    }
}
