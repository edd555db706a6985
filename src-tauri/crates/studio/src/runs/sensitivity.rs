//! Moving each assumption alone, under the same draws.

use std::sync::atomic::{AtomicBool, AtomicU64};

use design::assumptions::{Assumption, Unit, assume, assumptions};
use design::report::Reporter;
use design::scenario::Scenario;
use design::sensitivity::{Effect, FigureSensitivity, Moved, Sensitivity};
use simulator::Simulation;

use super::watched::Watched;
use super::{Job, Teller, compile_job, in_order, main_figures, told};
use crate::Failure;

/// How far assumptions are moved.
#[derive(Debug, Clone, Copy)]
pub enum Span {
    /// By so much of their value, down and up.
    Relative(f64),
    /// To the ends of their usual range.
    Usual,
}

/// Runs the job as it is, and once for each assumption moved down and up. Without `wanted` figures, those of the
/// sales-ready groups. An assumption that can't be moved (0, by a share of itself) is left out; prices are moved
/// where a figure is a cost.
pub fn sensitivity(
    job: &Job<'_>,
    wanted: &[String],
    span: Span,
    progress: Teller<'_>,
    stop: &AtomicBool,
) -> Result<Sensitivity, Failure> {
    let compiled = compile_job(job)?;
    let wanted = main_figures(&compiled, wanted);
    let costs = wanted.iter().any(|figure| figure.to_lowercase().contains("cost"));
    let moved = |of: &Assumption| (costs || of.unit != Unit::Price).then(|| ends(of, span)).flatten();
    let all: Vec<_> =
        assumptions(job.scenario).into_iter().filter_map(|of| Some((moved(&of)?, of))).collect();
    let runs = 1 + 2 * all.len() as u64;
    let of = job.accounts(job.scenario.replications()) * runs;
    let accounts = compiled.population.accounts() as u64;
    let seed = compiled.program.seed;
    drop(compiled);
    let found = told(job.threads, of, progress, |done| {
        let Some(base) = watch(job, job.scenario, &wanted, stop, done)? else { return Ok(None) };
        base.known("--figure")?;
        let base = base.values();
        let mut effects: Vec<Vec<Effect>> = vec![Vec::new(); wanted.len()];
        for ((low, high), of) in &all {
            let mut both = Vec::new();
            for value in [*low, *high] {
                let Some(scenario) = assume(job.scenario, &of.path, value) else { return Ok(None) };
                let Some(moved) = watch(job, &scenario, &wanted, stop, done)? else { return Ok(None) };
                both.push(moved);
            }
            for (at, effects) in effects.iter_mut().enumerate() {
                effects.push(Effect {
                    assumption: of.path.clone(),
                    value: of.value,
                    low: Moved::new(*low, &both[0].values()[at], &base[at]),
                    high: Moved::new(*high, &both[1].values()[at], &base[at]),
                });
            }
        }
        let figures = wanted.iter().zip(base).zip(effects);
        let figures =
            figures.map(|((figure, base), effects)| FigureSensitivity::new(figure.clone(), base, effects));
        Ok(Some(figures.collect::<Vec<_>>()))
    })?;
    Ok(Sensitivity {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        journey: job.journey.id.clone(),
        scenario: job.scenario.name().to_owned(),
        seed,
        replications: job.scenario.replications(),
        accounts,
        figures: found,
    })
}

/// Where an assumption is moved to; None where it stays where it is.
fn ends(of: &Assumption, span: Span) -> Option<(f64, f64)> {
    let (low, high) = match span {
        Span::Relative(share) => (of.value * (1.0 - share), of.value * (1.0 + share)),
        Span::Usual => (of.low, of.high),
    };
    let high = if of.unit == Unit::Share { high.min(1.0) } else { high };
    (low < high).then_some((rounded(low), rounded(high)))
}

/// Without the last digits that only tell how the machine multiplies.
fn rounded(value: f64) -> f64 {
    format!("{value:.12}").parse().unwrap_or(value)
}

/// The figures of a run under a scenario; None if it was stopped.
fn watch<'f>(
    job: &Job<'_>,
    scenario: &Scenario,
    wanted: &'f [String],
    stop: &AtomicBool,
    done: &AtomicU64,
) -> Result<Option<Watched<'f>>, Failure> {
    let job = &Job { scenario, ..*job };
    let compiled = compile_job(job)?;
    let replications = scenario.replications();
    let simulation = Simulation::new(&compiled.program, &compiled.population, replications);
    let reporter = Reporter::new(&compiled, job.journey, job.tables, scenario);
    let mut watched = Watched::new(wanted);
    let run = in_order(&[&simulation], 0..replications, stop, done, |tallies| {
        watched.take(&reporter.single(&tallies[0]));
    });
    Ok(run.map(|()| watched))
}
