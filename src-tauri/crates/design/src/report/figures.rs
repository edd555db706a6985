//! Figures over the replications: mean and spread are kept, not the replications.

use super::Estimate;
use super::moments::{Intervals, Moments};

/// All figures of a report, in the order in which the report asks for them. The report is written down once: it runs
/// for each replication, whose figures it then takes in, and at the end, when it gives the estimates.
#[derive(Debug, Default)]
pub(super) struct Figures {
    moments: Vec<Moments>,
    replications: u32,
}

impl Figures {
    /// Takes in a replication through `write`.
    pub(super) fn take_in<R>(&mut self, write: impl FnOnce(&mut Sheet<'_>) -> R) -> R {
        self.replications += 1;
        // What is written meanwhile is not read, unless it is the only replication.
        let intervals = Intervals::over(1);
        write(&mut Sheet { figures: self, next: 0, takes_in: true, intervals })
    }

    /// Gives the estimates to `write`.
    pub(super) fn give<R>(&mut self, write: impl FnOnce(&mut Sheet<'_>) -> R) -> R {
        let intervals = Intervals::over(self.replications);
        write(&mut Sheet { figures: self, next: 0, takes_in: false, intervals })
    }
}

/// One writing of the report.
pub(super) struct Sheet<'f> {
    figures: &'f mut Figures,
    next: usize,
    takes_in: bool,
    intervals: Intervals,
}

impl Sheet<'_> {
    /// How many replications were taken in.
    pub(super) fn replications(&self) -> u32 {
        self.figures.replications
    }

    /// A figure; its value counts only while a replication is taken in. None where it is undefined.
    pub(super) fn estimate(&mut self, value: impl FnOnce() -> Option<f64>) -> Estimate {
        let moments = self.moments(value);
        self.intervals.of(&moments)
    }

    /// The mean of a figure that is always defined.
    pub(super) fn mean(&mut self, value: impl FnOnce() -> f64) -> f64 {
        let moments = self.moments(|| Some(value()));
        self.intervals.mean(&moments)
    }

    fn moments(&mut self, value: impl FnOnce() -> Option<f64>) -> Moments {
        let at = self.next;
        self.next += 1;
        if self.figures.moments.len() == at {
            self.figures.moments.push(Moments::default());
        }
        let moments = &mut self.figures.moments[at];
        if self.takes_in {
            moments.take(value(), f64::from(self.figures.replications));
        }
        *moments
    }
}
