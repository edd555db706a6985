//! Replications until the figures are as sure as was asked for.
//!
//! The sequential rule of Chow and Robbins (1965, "On the asymptotic theory of fixed-width sequential confidence
//! intervals for the mean"), in the form that Law ("Simulation Modeling and Analysis", chapter 9) gives it for a
//! relative precision: after a first sample, replications are added until the half-width of the 95 % interval of each
//! figure is at most so much of its mean. It is looked at after every ten replications only, which makes it less
//! likely to end by luck; the number of threads plays no part in it.

use std::sync::atomic::AtomicBool;

use design::report::{Estimate, Report, Reporter};
use design::sensitivity::estimate;
use simulator::Simulation;

use super::watched::Watched;
use super::{Job, Teller, compile_job, in_order, main_figures, told};
use crate::Failure;

/// How sure a run shall be.
#[derive(Debug, Clone)]
pub struct Precision {
    /// Half the interval relative to the mean, such as 0.01.
    pub relative: f64,
    /// By path; none: the sales-ready groups of each solution interest.
    pub figures: Vec<String>,
    /// Never more replications than these.
    pub most: u32,
}

/// What a run came to.
pub struct Reached {
    pub report: Report,
    /// Each figure that was watched with its interval.
    pub figures: Vec<(String, Estimate)>,
    /// Whether all of them are as sure as was asked for.
    pub reached: bool,
}

const STEP: u32 = 10;

/// Runs at least ten replications and those of the scenario, and then as many as it takes.
pub fn simulate_to(
    job: &Job<'_>,
    precision: &Precision,
    progress: Teller<'_>,
    stop: &AtomicBool,
) -> Result<Reached, Failure> {
    let most = precision.most.max(1);
    told(job.threads, job.accounts(most), progress, |done| {
        let compiled = compile_job(job)?;
        let wanted = main_figures(&compiled, &precision.figures);
        let simulation = Simulation::new(&compiled.program, &compiled.population, most);
        let mut reporter = Reporter::new(&compiled, job.journey, job.tables, job.scenario);
        let mut watched = Watched::new(&wanted);
        let mut made = 0;
        let mut next = job.scenario.replications().max(STEP).min(most);
        let sure =
            |values: &[Vec<Option<f64>>]| values.iter().all(|of| is_sure(&estimate(of), precision.relative));
        let reached = loop {
            let run = in_order(&[&simulation], made..next, stop, done, |tallies| {
                reporter.add(&tallies[0]);
                watched.take(&reporter.single(&tallies[0]));
            });
            if run.is_none() {
                return Ok(None);
            }
            watched.known("--figure")?;
            made = next;
            if sure(watched.values()) {
                break true;
            }
            if made == most {
                break false;
            }
            next = (made + STEP).min(most);
        };
        let figures =
            wanted.iter().zip(watched.values()).map(|(figure, of)| (figure.clone(), estimate(of))).collect();
        Ok(Some(Reached { report: reporter.report(&simulation.samples()), figures, reached }))
    })
}

fn is_sure(of: &Estimate, relative: f64) -> bool {
    let (Some(mean), Some(high)) = (of.mean, of.high) else { return false };
    high - mean <= relative * mean.abs()
}

impl Reached {
    /// One sentence on how sure the figures are.
    pub fn sentence(&self, relative: f64) -> String {
        let made = self.report.replications;
        let asked = percent(relative);
        let widest =
            self.figures.iter().map(|(figure, of)| (width(of), figure)).max_by(|a, b| a.0.total_cmp(&b.0));
        match widest {
            None => format!("{made} replications; there is no figure to watch"),
            Some(_) if self.reached => {
                format!("{made} replications: every figure is within {asked} of its mean")
            }
            Some((width, figure)) if width.is_finite() => format!(
                "{made} replications are the most allowed, and {figure} is only within {} of its mean, not {asked}; allow more with --most, or ask for less",
                percent(width)
            ),
            Some((_, figure)) => format!(
                "{made} replications are the most allowed, and {figure} has no relative precision: it is 0 or undefined; watch another with --figure"
            ),
        }
    }
}

/// Half the interval relative to the mean.
fn width(of: &Estimate) -> f64 {
    match (of.mean, of.high) {
        (Some(mean), Some(high)) if high == mean => 0.0,
        (Some(mean), Some(high)) if mean != 0.0 => (high - mean) / mean.abs(),
        _ => f64::INFINITY,
    }
}

fn percent(share: f64) -> String {
    let text = format!("{:.2}", share * 100.0);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}
