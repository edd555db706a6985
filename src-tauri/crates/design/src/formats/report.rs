//! A run as people read it: one outline of sentences, tables and charts, and three forms of it.

mod assumptions;
mod chart;
mod html;
mod markdown;
mod outline;
mod pages;

use super::Subject;
use crate::journey::Journey;
use crate::report::Report;
use crate::scenario::Scenario;
use crate::sentences::{Language, Speaker};
use crate::workspace::Workspace;

/// A run with what it was made from, as far as that is at hand.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    pub report: &'a Report,
    pub journey: Option<&'a Journey>,
    pub workspace: Option<&'a Workspace>,
    /// With it, the assumptions are told, and costs have their currency.
    pub scenario: Option<&'a Scenario>,
    /// The line that makes the report again.
    pub command: Option<&'a str>,
    pub language: Language,
}

impl<'a> Run<'a> {
    fn speaker(&self) -> Speaker<'a> {
        Speaker { language: self.language, workspace: self.workspace }
    }
}

/// A form of a report.
pub struct ReportFormat {
    /// As in `--to html`.
    pub name: &'static str,
    pub hint: &'static str,
    pub writes: ReportWrites,
}

#[derive(Clone, Copy)]
pub enum ReportWrites {
    Text(fn(&Run<'_>) -> String),
    /// Pages as SVG documents of one size, which the studio binds.
    Pages(fn(&Run<'_>) -> Vec<String>),
}

/// Every form, in the order in which they are offered.
pub const FORMATS: &[ReportFormat] = &[
    ReportFormat { name: "html", hint: "one page with its charts", writes: ReportWrites::Text(html::write) },
    ReportFormat { name: "pdf", hint: "for printing", writes: ReportWrites::Pages(pages::write) },
    ReportFormat { name: "markdown", hint: "tables as text", writes: ReportWrites::Text(markdown::write) },
];

/// The sections of an outcome inside a hand-over, one level deeper than its own.
pub(super) fn outcome(subject: &Subject<'_>, report: &Report, out: &mut String) {
    let run = Run {
        report,
        journey: Some(subject.journey),
        workspace: subject.workspace,
        scenario: None,
        command: None,
        language: subject.language,
    };
    markdown::sections(&outline::outline(&run), 3, out);
}
