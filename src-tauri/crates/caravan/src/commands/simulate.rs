//! `caravan simulate`: a run, its report, and what happened to one account.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::Args;
use design::formats::native;
use design::goals::{Goals, Standing, judge};
use design::report::Report;
use studio::runs::{self, Job, Precision};

use super::given::Files;
use crate::end::{Done, End, print};
use crate::progress::Bar;
use crate::read;

/// Run a journey and write the report
#[derive(Args)]
pub(crate) struct Simulate {
    #[command(flatten)]
    files: Files,
    /// Write the report to this file; left out: to standard output, unless a trace is asked for
    #[arg(long, value_name = "R.json")]
    out: Option<PathBuf>,
    /// Print what happens to the account with this key, one JSON line each
    #[arg(long, value_name = "KEY")]
    trace: Option<String>,
    /// Go on with replications until each watched figure is known to within so much of its mean, such as 1%
    #[arg(long, value_name = "P%", value_parser = percentage)]
    precision: Option<f64>,
    /// A figure to watch, by its path in the report; may be given again; left out: the sales-ready groups
    #[arg(long, value_name = "PATH", requires = "precision")]
    figure: Vec<String>,
    /// Never more replications than these, whatever the precision
    #[arg(long, value_name = "N", default_value = "1000", requires = "precision")]
    most: std::num::NonZeroU32,
    /// Judge the run by the goals of this file; exit code 1 if one is missed
    #[arg(long, value_name = "F")]
    goals: Option<PathBuf>,
    /// How many threads; left out: as many as there are cores
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

pub(crate) fn run(command: &Simulate) -> Done {
    let goals: Option<Goals> = command.goals.as_deref().map(read::document).transpose()?;
    let given = command.files.read()?;
    let job = given.job(command.threads);
    let trace = command.trace.as_deref().map(|key| runs::trace(&job, key)).transpose()?;
    let mut missed = false;
    if command.out.is_some() || trace.is_none() || goals.is_some() {
        let report = report(command, &job)?;
        let judged = goals.as_ref().map(|goals| judge(goals, &report)).transpose();
        let judged = judged.map_err(|error| {
            let file = command.goals.as_deref().unwrap_or(Path::new("goals"));
            End::Bad(format!("{}: {error}", file.display()))
        })?;
        let text = native::write(&report);
        match &command.out {
            Some(path) => studio::save(path, |out| out.write_all(text.as_bytes()))?,
            None if trace.is_none() => print(&text)?,
            None => {}
        }
        for of in judged.iter().flatten() {
            eprintln!("{}", of.line());
            missed |= of.standing == Standing::Missed;
        }
    }
    trace.map_or(Ok(()), |lines| print(&lines))?;
    if missed { Err(End::Blocked) } else { Ok(()) }
}

fn report(command: &Simulate, job: &Job<'_>) -> Result<Report, End> {
    let bar = Bar::new();
    let show = |progress: runs::Progress| bar.show(progress.done, progress.of);
    let stop = AtomicBool::new(false);
    let Some(relative) = command.precision else { return Ok(runs::simulate(job, &show, &stop)?) };
    let precision = Precision { relative, figures: command.figure.clone(), most: command.most.get() };
    let reached = runs::simulate_to(job, &precision, &show, &stop)?;
    drop(bar);
    eprintln!("{}", reached.sentence(relative));
    Ok(reached.report)
}

/// A share written as `1%` or `0.01`.
pub(crate) fn percentage(text: &str) -> Result<f64, String> {
    let (number, scale) = text.strip_suffix('%').map_or((text, 1.0), |number| (number.trim(), 100.0));
    let share = number.parse::<f64>().map(|number| number / scale).ok();
    share
        .filter(|share| *share > 0.0 && *share < 1.0)
        .ok_or_else(|| "use a share such as 1% or 0.01".to_owned())
}
