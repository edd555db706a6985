//! `caravan validate`: what stands in the way of publishing a journey.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use design::workspace::Workspace;

use crate::end::{Done, End, print};
use crate::{findings, read};

/// Check a journey; exit code 1 if something blocks it
#[derive(Args)]
pub(crate) struct Validate {
    /// A journey as JSON, or a BPMN file that Caravan has written
    journey: PathBuf,
    /// The workspace that it refers to
    #[arg(long, value_name = "W")]
    workspace: PathBuf,
    /// The folder of accounts.csv and people.csv, or one table with both
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(command: &Validate) -> Done {
    let journey = read::journey(&command.journey)?;
    let workspace: Workspace = read::document(&command.workspace)?;
    let imported = command.data.as_deref().map(read::tables).transpose()?;
    let tables = imported.map(|imported| Arc::new(imported.tables));
    let problems = findings::of(&journey, &workspace, tables.as_ref());
    if command.json {
        print(&findings::json(&problems))?;
    } else {
        problems.iter().try_for_each(|problem| print(&format!("{}\n", findings::line(problem))))?;
    }
    if findings::block(&problems) { Err(End::Blocked) } else { Ok(()) }
}
