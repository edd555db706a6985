//! Figures over the replications: mean and spread are kept, not the replications.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::Estimate;

/// Sum, running mean and sum of squared deviations so far (Welford 1962); NaN once a replication leaves the figure
/// undefined. The mean that is told comes from the sum, which is exact for counts.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    sum: f64,
    mean: f64,
    squares: f64,
}

/// All figures of a report, in the order in which the report asks for them. The report is written down once: it runs
/// for each replication, whose figures it then takes in, and at the end, when it gives the estimates.
#[derive(Debug, Default)]
pub(super) struct Figures {
    moments: Vec<Moments>,
    replications: u32,
    half_width: f64,
}

impl Figures {
    /// Takes in a replication through `write`.
    pub(super) fn take_in(&mut self, write: impl FnOnce(&mut Sheet<'_>)) {
        self.replications += 1;
        write(&mut Sheet { figures: self, next: 0, takes_in: true });
    }

    /// Gives the estimates to `write`.
    pub(super) fn give<R>(&mut self, write: impl FnOnce(&mut Sheet<'_>) -> R) -> R {
        let n = f64::from(self.replications);
        let student = StudentsT::new(0.0, 1.0, (n - 1.0).max(1.0));
        let quantile = student.map_or(f64::NAN, |student| student.inverse_cdf(0.975));
        // Half the interval is this times the square root of the sum of squared deviations.
        self.half_width = if n > 1.0 { quantile / (n * (n - 1.0)).sqrt() } else { 0.0 };
        write(&mut Sheet { figures: self, next: 0, takes_in: false })
    }
}

/// One writing of the report.
pub(super) struct Sheet<'f> {
    figures: &'f mut Figures,
    next: usize,
    takes_in: bool,
}

impl Sheet<'_> {
    /// A figure; its value counts only while a replication is taken in. None where it is undefined.
    pub(super) fn estimate(&mut self, value: impl FnOnce() -> Option<f64>) -> Estimate {
        let Moments { sum, squares, .. } = self.moments(value);
        let mean = sum / f64::from(self.figures.replications);
        let half = squares.sqrt() * self.figures.half_width;
        let defined = |value: f64| Some(value).filter(|_| !mean.is_nan());
        Estimate { mean: defined(mean), low: defined(mean - half), high: defined(mean + half) }
    }

    /// The mean of a figure that is always defined.
    pub(super) fn mean(&mut self, value: impl FnOnce() -> f64) -> f64 {
        self.moments(|| Some(value())).sum / f64::from(self.figures.replications)
    }

    fn moments(&mut self, value: impl FnOnce() -> Option<f64>) -> Moments {
        let at = self.next;
        self.next += 1;
        if self.figures.moments.len() == at {
            self.figures.moments.push(Moments::default());
        }
        let n = f64::from(self.figures.replications);
        let moments = &mut self.figures.moments[at];
        if self.takes_in {
            let value = value().unwrap_or(f64::NAN);
            let before = value - moments.mean;
            moments.sum += value;
            moments.mean += before / n;
            moments.squares += before * (value - moments.mean);
        }
        *moments
    }
}
