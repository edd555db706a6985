//! `caravan report`: a run as people read it.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use design::formats::report::{FORMATS, Run};
use design::report::Report as Figures;
use design::scenario::Scenario;
use design::workspace::Workspace;
use studio::export::{self, Told};

use super::export::out;
use crate::end::{Done, End};
use crate::language::Speech;
use crate::read;

/// Write the report of a run as a page with charts, for printing, or as text
#[derive(Args)]
pub(crate) struct Report {
    /// What `caravan simulate` has written
    report: PathBuf,
    /// The form
    #[arg(long, value_parser = names())]
    to: String,
    /// The workspace: with it, names are shown
    #[arg(long, value_name = "W")]
    workspace: Option<PathBuf>,
    /// The journey that was run: with it, its map and the names of its steps are shown
    #[arg(long, value_name = "J")]
    journey: Option<PathBuf>,
    /// The scenario of the run: with it, the assumptions and their sources are told
    #[arg(long, value_name = "S")]
    scenario: Option<PathBuf>,
    /// The tables of the run, for the line that makes the report again
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The language
    #[arg(long, value_enum, default_value_t)]
    language: Speech,
    /// The file to write; left out: standard output
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.hint)))
}

pub(crate) fn run(command: &Report) -> Done {
    let report: Figures = read::document(&command.report)?;
    let workspace: Option<Workspace> = command.workspace.as_deref().map(read::document).transpose()?;
    let journey = command.journey.as_deref().map(read::journey).transpose()?;
    let scenario: Option<Scenario> = command.scenario.as_deref().map(read::document).transpose()?;
    if let (Some(journey), Some(path)) = (&journey, &command.journey)
        && journey.id != report.journey
    {
        let sentence = format!(
            "{}: id: the report is of {}, and this is {}; take the journey that was run",
            path.display(),
            report.journey,
            journey.id
        );
        return Err(End::Bad(sentence));
    }
    let path = |path: &Option<PathBuf>| path.as_deref().map(Path::to_string_lossy).map(String::from);
    let (journey_path, workspace_path) = (path(&command.journey), path(&command.workspace));
    let (data_path, scenario_path) = (path(&command.data), path(&command.scenario));
    let line = export::command_of(&Told {
        journey: journey_path.as_deref(),
        workspace: workspace_path.as_deref(),
        data: data_path.as_deref(),
        scenario: scenario_path.as_deref(),
    });
    let run = Run {
        report: &report,
        journey: journey.as_ref(),
        workspace: workspace.as_ref(),
        scenario: scenario.as_ref(),
        command: Some(&line),
        language: command.language.into(),
    };
    let format = FORMATS.iter().find(|format| format.name == command.to).unwrap_or(&FORMATS[0]);
    out(command.out.as_deref(), &export::report(format, &run)?)
}
