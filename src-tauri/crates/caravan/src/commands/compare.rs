//! `caravan compare`: two journeys, workspaces or scenarios under the same random numbers.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::Args;
use design::formats::native;
use design::journey::Journey;
use design::tables::Tables;
use design::workspace::Workspace;
use studio::runs::{self, Job};

use crate::end::{Done, End, print};
use crate::progress::Bar;
use crate::{findings, read};

/// Run two journeys under the same random numbers and write what differs
///
/// The seed and the number of replications are those of the first scenario. One sentence for each main figure on
/// standard error says what the difference allows to say.
#[derive(Args)]
pub(crate) struct Compare {
    a: PathBuf,
    b: PathBuf,
    /// The workspace that they refer to
    #[arg(long, value_name = "W")]
    workspace: PathBuf,
    /// The folder of accounts.csv and people.csv, or one table with both
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// When, how long, how often and under which assumptions
    #[arg(long, value_name = "S")]
    scenario: PathBuf,
    /// Another workspace for B
    #[arg(long, value_name = "W")]
    workspace_b: Option<PathBuf>,
    /// Another scenario for B
    #[arg(long, value_name = "S")]
    scenario_b: Option<PathBuf>,
    /// Write the comparison to this file; left out: to standard output
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
    /// How many threads; left out: as many as there are cores
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

pub(crate) fn run(command: &Compare) -> Done {
    let a = read::journey(&command.a)?;
    let b = read::journey(&command.b)?;
    let workspace: Workspace = read::document(&command.workspace)?;
    let workspace_b = command.workspace_b.as_deref().map(read::document::<Workspace>).transpose()?;
    let workspace_b = workspace_b.as_ref().unwrap_or(&workspace);
    let scenario = read::scenario(&command.scenario, &workspace)?;
    let of_b = command.scenario_b.as_deref().unwrap_or(&command.scenario);
    let scenario_b = read::scenario(of_b, workspace_b)?;
    let tables = Arc::new(read::tables(&command.data)?.tables);
    let blocked =
        [findings_of(&command.a, &a, &workspace, &tables), findings_of(&command.b, &b, workspace_b, &tables)];
    if blocked.contains(&true) {
        return Err(End::Blocked);
    }
    let threads = command.threads.map(NonZeroUsize::get);
    let job = |journey, workspace, scenario| Job { journey, workspace, tables: &tables, scenario, threads };
    let of_a = job(&a, &workspace, &scenario);
    let of_b = job(&b, workspace_b, &scenario_b);
    let compared = {
        let bar = Bar::new();
        runs::compare(
            &of_a,
            &of_b,
            &|progress| bar.show(progress.done, progress.of),
            &AtomicBool::new(false),
        )?
    };
    let text = native::write(&compared.comparison);
    match &command.out {
        Some(path) => studio::save(path, |out| out.write_all(text.as_bytes()))?,
        None => print(&text)?,
    }
    compared.verdicts.iter().for_each(|verdict| eprintln!("{}", verdict.sentence().en));
    Ok(())
}

/// Says what blocks a journey, with its file, since there are two.
fn findings_of(path: &Path, journey: &Journey, workspace: &Workspace, tables: &Arc<Tables>) -> bool {
    let problems = findings::of(journey, workspace, Some(tables));
    let block = findings::block(&problems);
    if block {
        problems.iter().for_each(|problem| eprintln!("{}: {}", path.display(), findings::line(problem)));
    }
    block
}
