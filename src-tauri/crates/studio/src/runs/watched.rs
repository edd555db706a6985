//! Figures that are watched from one replication to the next.

use design::report::{Report, figures};
use design::sensitivity::Values;

use crate::Failure;

/// Figures by their path in the report, and what each was in the replications so far.
pub(super) struct Watched<'f> {
    figures: &'f [String],
    values: Values,
    /// Whether a report had the figure at all.
    found: Vec<bool>,
}

impl<'f> Watched<'f> {
    pub(super) fn new(figures: &'f [String]) -> Watched<'f> {
        Watched { figures, values: vec![Vec::new(); figures.len()], found: vec![false; figures.len()] }
    }

    /// Takes in the report of the next replication.
    pub(super) fn take(&mut self, report: &Report) {
        let of = figures(report);
        for (at, figure) in self.figures.iter().enumerate() {
            let estimate = of.get(figure);
            self.found[at] |= estimate.is_some();
            self.values[at].push(estimate.and_then(|estimate| estimate.mean));
        }
    }

    /// Refuses a figure that no replication had, by the place where it was asked for. Rows of nothing are left out of a
    /// report, so a figure may be there in some of them only.
    pub(super) fn known(&self, place: &str) -> Result<(), Failure> {
        let Some(at) = self.found.iter().position(|found| !found) else { return Ok(()) };
        let figure = &self.figures[at];
        let sentence = format!(
            "{place}: the report has no figure `{figure}`; use the path of one, such as summary.cost"
        );
        Err(Failure::new("unknown-figure", sentence).with("figure", figure))
    }

    /// By figure and replication; None where a replication says nothing about the figure.
    pub(super) fn values(&self) -> &Values {
        &self.values
    }
}
