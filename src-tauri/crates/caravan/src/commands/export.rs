//! `caravan export`: a journey in another form.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use design::formats::{self, FORMATS, Format, Subject};
use design::report::Report;
use design::workspace::Workspace;
use studio::export;

use crate::end::{Done, End};
use crate::language::Speech;
use crate::{findings, read};

/// Write a journey as a picture, as a text for people, or as a document for other programs
#[derive(Args)]
pub(crate) struct Export {
    /// A journey as JSON, or a BPMN file that Caravan has written
    journey: PathBuf,
    /// The form
    #[arg(long, value_parser = names())]
    to: String,
    /// The workspace that it refers to: with it, names are shown and findings listed
    #[arg(long, value_name = "W")]
    workspace: Option<PathBuf>,
    /// A report of a run, whose outcome the hand-over tells
    #[arg(long, value_name = "R.json")]
    report: Option<PathBuf>,
    /// The language of what people read
    #[arg(long, value_enum, default_value_t)]
    language: Speech,
    /// How many times as large a picture in points is
    #[arg(long, value_name = "N", default_value_t = 2.0, value_parser = scale)]
    scale: f32,
    /// The file to write; left out: standard output
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
}

fn names() -> PossibleValuesParser {
    let value = |format: &Format| {
        let help = format!("{}. {}", format.title.0, format.hint.0);
        PossibleValue::new(format.name).help(help)
    };
    PossibleValuesParser::new(FORMATS.iter().map(value))
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok().filter(|scale| (0.1..=8.0).contains(scale));
    scale.ok_or_else(|| "use a number from 0.1 to 8".to_owned())
}

pub(crate) fn run(command: &Export) -> Done {
    let journey = read::journey(&command.journey)?;
    let workspace: Option<Workspace> = command.workspace.as_deref().map(read::document).transpose()?;
    let report: Option<Report> = command.report.as_deref().map(read::document).transpose()?;
    if let Some(report) = report.as_ref().filter(|report| report.journey != journey.id) {
        let path = command.report.as_deref().unwrap_or(Path::new("")).display().to_string();
        let sentence = format!(
            "{path}: journey: the report is of {}, and the journey is {}; take a report of this journey",
            report.journey, journey.id
        );
        return Err(End::Bad(sentence));
    }
    let problems =
        workspace.as_ref().map_or_else(Vec::new, |workspace| findings::of(&journey, workspace, None));
    let subject = Subject {
        journey: &journey,
        workspace: workspace.as_ref(),
        problems: &problems,
        report: report.as_ref(),
        language: command.language.into(),
    };
    let format = formats::find(&command.to).unwrap_or(&FORMATS[0]);
    let bytes = export::journey(format, &subject, command.scale)?;
    out(command.out.as_deref(), &bytes)
}

/// To a file or to standard output.
pub(crate) fn out(path: Option<&Path>, bytes: &[u8]) -> Done {
    match path {
        Some(path) => Ok(studio::save(path, |out| out.write_all(bytes))?),
        None => crate::end::print_bytes(bytes),
    }
}
