//! `caravan sensitivity`: how much a result hangs on each assumption.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use clap::Args;
use design::formats::native;
use studio::runs::{self, Span};

use super::given::Files;
use super::simulate::percentage;
use crate::end::{Done, print};
use crate::progress::Bar;

/// Move each assumption of a scenario and tell what that does to the sales-ready groups
///
/// Each number is moved alone, down and up, under the same random numbers; differences are taken replication by
/// replication and stand with their 95 % interval, the greatest first.
#[derive(Args)]
pub(crate) struct Sensitivity {
    #[command(flatten)]
    files: Files,
    /// Move each number by so much of itself
    #[arg(long, value_name = "P%", default_value = "20%", value_parser = percentage)]
    change: f64,
    /// Move each number to the ends of its usual range instead
    #[arg(long, conflicts_with = "change")]
    ranges: bool,
    /// A figure by its path in the report, such as summary.cost; may be given again
    #[arg(long, value_name = "PATH")]
    figure: Vec<String>,
    /// Write the document to this file
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
    /// Print the document instead of a table
    #[arg(long)]
    json: bool,
    /// How many threads; left out: as many as there are cores
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

pub(crate) fn run(command: &Sensitivity) -> Done {
    let given = command.files.read()?;
    let job = given.job(command.threads);
    let span = if command.ranges { Span::Usual } else { Span::Relative(command.change) };
    let found = {
        let bar = Bar::new();
        let show = |progress: runs::Progress| bar.show(progress.done, progress.of);
        runs::sensitivity(&job, &command.figure, span, &show, &AtomicBool::new(false))?
    };
    let document = native::write(&found);
    if let Some(path) = &command.out {
        studio::save(path, |out| out.write_all(document.as_bytes()))?;
    }
    if command.json { print(&document) } else { print(&found.table()) }
}
