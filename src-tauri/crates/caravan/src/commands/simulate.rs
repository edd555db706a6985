//! `caravan simulate`: a run, its report, and what happened to one account.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use clap::Args;
use design::formats::native;
use design::journey::Journey;
use design::scenario::Scenario;
use design::workspace::Workspace;
use studio::runs::{self, Job};

use crate::end::{Done, End, print};
use crate::progress::Bar;
use crate::{findings, read};

/// Run a journey and write the report
#[derive(Args)]
pub(crate) struct Simulate {
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
    /// Write the report to this file; left out: to standard output, unless a trace is asked for
    #[arg(long, value_name = "R.json")]
    out: Option<PathBuf>,
    /// Print what happens to the account with this key, one JSON line each
    #[arg(long, value_name = "KEY")]
    trace: Option<String>,
    /// How many threads; left out: as many as there are cores
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

pub(crate) fn run(command: &Simulate) -> Done {
    let journey: Journey = read::document(&command.journey)?;
    let workspace: Workspace = read::document(&command.workspace)?;
    let scenario: Scenario = read::document(&command.scenario)?;
    let tables = read::tables(&command.data)?.tables;
    let problems = findings::of(&journey, &workspace, Some(&tables));
    if findings::block(&problems) {
        problems.iter().for_each(|problem| eprintln!("{}", findings::line(problem)));
        return Err(End::Blocked);
    }
    let threads = command.threads.map(NonZeroUsize::get);
    let job = Job { journey: &journey, workspace: &workspace, tables: &tables, scenario: &scenario, threads };
    let trace = command.trace.as_deref().map(|key| trace(&job, key)).transpose()?;
    if command.out.is_some() || trace.is_none() {
        let report = report(&job)?;
        match &command.out {
            Some(path) => studio::save(path, |out| out.write_all(report.as_bytes()))?,
            None => print(&report)?,
        }
    }
    trace.map_or(Ok(()), |lines| print(&lines))
}

fn report(job: &Job<'_>) -> Result<String, End> {
    let bar = Bar::new();
    let report =
        runs::simulate(job, &|progress| bar.show(progress.done, progress.of), &AtomicBool::new(false))?;
    Ok(native::write(&report))
}

fn trace(job: &Job<'_>, key: &str) -> Result<String, End> {
    Ok(runs::trace(job, key)?)
}
