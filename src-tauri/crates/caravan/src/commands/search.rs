//! `caravan search`: which of many variants of a journey is the best.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use clap::Args;
use design::formats::native;
use design::search::{CandidateStanding, Candidates};
use studio::runs;

use super::given::Files;
use crate::end::{Done, print};
use crate::progress::Bar;
use crate::{findings, read};

/// Try every combination of what may vary and select the best with a stated probability of being right
#[derive(Args)]
pub(crate) struct Search {
    #[command(flatten)]
    files: Files,
    /// What may vary and what is wanted: a document caravan/search
    #[arg(long, value_name = "F")]
    over: PathBuf,
    /// Write the candidates to this file
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
    /// Print the candidates as their document instead of a list
    #[arg(long)]
    json: bool,
    /// How many threads; left out: as many as there are cores
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

pub(crate) fn run(command: &Search) -> Done {
    let search: design::search::Search = read::document(&command.over)?;
    let given = command.files.read()?;
    let job = given.job(command.threads);
    let blocks =
        |journey: &design::journey::Journey| findings::blocked(journey, job.workspace, &given.tables);
    let found = {
        let bar = Bar::new();
        let show = |progress: runs::Progress| bar.show(progress.done.min(progress.of), progress.of);
        runs::search(&job, &search, &blocks, &show, &AtomicBool::new(false)).map_err(|failure| {
            crate::end::End::Bad(format!("{}: {}", command.over.display(), failure.message))
        })?
    };
    let document = native::write(&found);
    if let Some(path) = &command.out {
        studio::save(path, |out| out.write_all(document.as_bytes()))?;
    }
    if command.json { print(&document) } else { print(&list(&found)) }
}

/// One line for each candidate, the best first.
fn list(found: &Candidates) -> String {
    let mut text = String::new();
    for of in &found.candidates {
        let word = match of.standing {
            CandidateStanding::Best => "best",
            CandidateStanding::Contender => "contender",
            CandidateStanding::Worse => "worse",
            CandidateStanding::OverBudget => "over budget",
            CandidateStanding::Undefined => "undefined",
            CandidateStanding::Blocked => "blocked",
        };
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
        let changes = if of.changes.is_empty() { "as it is".to_owned() } else { of.changes.join("; ") };
        text.push_str(&format!(
            "{word:<11}  {:>10} ({} to {})  cost {:>10}  {:>4} replications  {changes}\n",
            number(of.figure.mean),
            number(of.figure.low),
            number(of.figure.high),
            number(of.cost.mean),
            of.replications
        ));
    }
    let percent = found.confidence * 100.0;
    text.push_str(&if found.decided {
        format!(
            "The first one is the best with a probability of at least {percent} %, if it is better than the others by {} or more.\n",
            found.difference
        )
    } else {
        "No one was told apart from the rest within the replications allowed; allow more of them, or ask for a larger difference.\n".to_owned()
    });
    text
}
