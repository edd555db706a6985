//! What leaves the application as bytes: journeys in every format of the design's list, and reports. Pictures in
//! points and pages are drawn here, from the design's SVG and with the bundled font, so that they are the same on
//! every machine.

mod picture;
mod sheet;
mod told;

use design::formats::report::{ReportFormat, ReportWrites, Run};
use design::formats::{Format, Subject, Writes, svg};

use crate::Failure;
pub use sheet::{SheetForm, sheet};
pub use told::{Told, command_of};

/// A journey in a format. `scale` counts for pictures in points alone: 2 gives twice as many each way.
pub fn journey(format: &Format, subject: &Subject<'_>, scale: f32) -> Result<Vec<u8>, Failure> {
    match format.writes {
        Writes::Text(write) => Ok(write(subject).into_bytes()),
        Writes::Points => picture::points(&svg::write(subject), scale),
        Writes::Page => picture::pages(&[svg::write(subject)], &subject.journey.name),
    }
}

/// A report in a form.
pub fn report(format: &ReportFormat, run: &Run<'_>) -> Result<Vec<u8>, Failure> {
    match format.writes {
        ReportWrites::Text(write) => Ok(write(run).into_bytes()),
        ReportWrites::Pages(write) => {
            let title = run.journey.map_or_else(|| run.report.journey.as_str(), |journey| &journey.name);
            picture::pages(&write(run), title)
        }
    }
}
