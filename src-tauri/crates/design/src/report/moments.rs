//! Mean and spread of one figure over the replications, and the interval that they give.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::Estimate;

/// Sum, running mean and sum of squared deviations so far (Welford 1962); NaN once a replication leaves the figure
/// undefined. The mean that is told comes from the sum, which is exact for counts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Moments {
    sum: f64,
    mean: f64,
    squares: f64,
}

/// The 95 % intervals of figures over so many replications.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Intervals {
    replications: f64,
    /// Half an interval is this times the square root of the sum of squared deviations.
    half_width: f64,
}

impl Moments {
    /// Takes in the value of the n-th replication, n counting from 1.
    pub(crate) fn take(&mut self, value: Option<f64>, n: f64) {
        let value = value.unwrap_or(f64::NAN);
        let before = value - self.mean;
        self.sum += value;
        self.mean += before / n;
        self.squares += before * (value - self.mean);
    }

    /// The standard deviation over n replications, at least 2.
    pub(crate) fn deviation(&self, n: f64) -> f64 {
        (self.squares / (n - 1.0)).sqrt()
    }
}

impl Intervals {
    pub(crate) fn over(replications: u32) -> Intervals {
        let n = f64::from(replications);
        let half_width = if n > 1.0 { student(n - 1.0) / (n * (n - 1.0)).sqrt() } else { 0.0 };
        Intervals { replications: n, half_width }
    }

    pub(crate) fn of(&self, moments: &Moments) -> Estimate {
        let mean = moments.sum / self.replications;
        let half = moments.squares.sqrt() * self.half_width;
        let defined = |value: f64| Some(value).filter(|_| !mean.is_nan());
        Estimate { mean: defined(mean), low: defined(mean - half), high: defined(mean + half) }
    }

    pub(crate) fn mean(&self, moments: &Moments) -> f64 {
        moments.sum / self.replications
    }
}

/// The 97.5 % quantile of Student's t.
pub(crate) fn student(freedom: f64) -> f64 {
    StudentsT::new(0.0, 1.0, freedom.max(1.0)).map_or(f64::NAN, |student| student.inverse_cdf(0.975))
}
