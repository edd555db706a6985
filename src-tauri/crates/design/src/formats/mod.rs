//! Text in, design out, and back: one file per format and one line in the list below, never a path of a file system.
//! The command line, its help, the window's menu and the documentation derive from the list.

pub mod bpmn;
mod build_sheet;
mod flow;
mod markdown;
mod mermaid;
pub mod native;
mod pdf;
mod png;
pub(crate) mod prose;
mod references;
pub mod report;
pub mod svg;
mod thumbnail;

use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

use crate::journey::Journey;
use crate::primitives::Text;
use crate::problem::Problem;
use crate::report::Report;
use crate::sentences::{Language, Speaker};
use crate::workspace::Workspace;
pub use thumbnail::thumbnail;

/// Why a text holds no journey.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(transparent)]
pub enum NoJourney {
    Document(#[from] native::ReadError),
    Process(#[from] bpmn::BpmnError),
}

/// Reads a journey: its document, or a BPMN file that was written here. What begins like XML is taken for BPMN.
pub fn journey(text: &str) -> Result<Journey, NoJourney> {
    if text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('<') {
        return Ok(bpmn::read(text)?);
    }
    Ok(native::read(text)?)
}

/// What a format writes down, and how it may speak of it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub journey: &'a Journey,
    /// With it, what is referred to is called by its name.
    pub workspace: Option<&'a Workspace>,
    /// What a check found; only where there is a workspace to check against.
    pub problems: &'a [Problem],
    /// What a run of the journey found out.
    pub report: Option<&'a Report>,
    pub language: Language,
}

impl<'a> Subject<'a> {
    /// The journey by itself, in English.
    pub fn of(journey: &'a Journey) -> Subject<'a> {
        Subject { journey, workspace: None, problems: &[], report: None, language: Language::En }
    }

    pub(crate) fn speaker(&self) -> Speaker<'a> {
        Speaker { language: self.language, workspace: self.workspace }
    }
}

/// A form in which a journey can be given away.
pub struct Format {
    /// As in `--to svg`.
    pub name: &'static str,
    /// Of a file's name.
    pub extension: &'static str,
    pub media_type: &'static str,
    /// What it is called, in English and Spanish.
    pub title: (&'static str, &'static str),
    /// What it is good for.
    pub hint: (&'static str, &'static str),
    pub writes: Writes,
}

/// How a format comes about.
#[derive(Clone, Copy)]
pub enum Writes {
    Text(fn(&Subject<'_>) -> String),
    /// The picture in points, which needs fonts and is drawn outside this crate.
    Points,
    /// The picture on a page, likewise.
    Page,
}

/// Every format, in the order in which they are offered.
pub const FORMATS: &[Format] = &[
    svg::FORMAT,
    png::FORMAT,
    pdf::FORMAT,
    markdown::FORMAT,
    build_sheet::FORMAT,
    bpmn::FORMAT,
    mermaid::FORMAT,
    native::FORMAT,
];

/// The format of a name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// A format as the window offers it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormatInfo {
    pub name: String,
    pub extension: String,
    pub media_type: String,
    pub title: Text,
    pub hint: Text,
}

impl From<&Format> for FormatInfo {
    fn from(format: &Format) -> Self {
        FormatInfo {
            name: format.name.to_owned(),
            extension: format.extension.to_owned(),
            media_type: format.media_type.to_owned(),
            title: Text::new(format.title.0, format.title.1),
            hint: Text::new(format.hint.0, format.hint.1),
        }
    }
}
