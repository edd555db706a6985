//! Looking for a better journey under common random numbers.

use std::sync::atomic::AtomicBool;

use design::journey::Journey;
use design::report::Reporter;
use design::search::{
    CandidateStanding, Candidates, Race, Ranked, Search, SearchError, candidates, first_stage,
};
use design::sensitivity::estimate;
use simulator::Simulation;
use simulator::tally::Tally;

use super::watched::Watched;
use super::{Job, Teller, compile_job, in_order, told};
use crate::Failure;

const COST: &str = "summary.cost";

/// Tries every combination. `blocks` says whether the checks find errors in a journey; such a one is not run.
pub fn search(
    job: &Job<'_>,
    search: &Search,
    blocks: &dyn Fn(&Journey) -> bool,
    progress: Teller<'_>,
    stop: &AtomicBool,
) -> Result<Candidates, Failure> {
    let confidence = search.confidence.get().map_or(0.95, design::Number::get);
    let difference = search.difference.get();
    if !(difference > 0.0 && confidence > 0.5 && confidence < 1.0) {
        let message = "difference is above 0 and confidence between 0.5 and 1; correct them";
        return Err(Failure::new("bad-search", message));
    }
    let all = candidates(job.journey, search)?;
    let runnable: Vec<usize> = (0..all.len()).filter(|&at| !blocks(&all[at].journey)).collect();
    let jobs: Vec<_> = runnable.iter().map(|&at| Job { journey: &all[at].journey, ..*job }).collect();
    let wanted = [search.figure.clone(), COST.to_owned()];
    let first = first_stage(job.scenario.replications());
    let most = search.most.or(500).max(first);
    // Most candidates are dropped soon after the first stage.
    let of = job.accounts(first) * runnable.len() as u64;
    let (made, race) = told(job.threads, of, progress, |done| {
        let compiled = jobs.iter().map(compile_job).collect::<Result<Vec<_>, _>>()?;
        let simulations: Vec<_> =
            compiled.iter().map(|of| Simulation::new(&of.program, &of.population, most)).collect();
        let reporters: Vec<_> = compiled
            .iter()
            .zip(&jobs)
            .map(|(of, job)| Reporter::new(of, job.journey, job.tables, job.scenario))
            .collect();
        let mut made: Vec<Watched> = compiled.iter().map(|_| Watched::new(&wanted)).collect();
        let take = |made: &mut Watched<'_>, at: usize, tally: &Tally| made.take(&reporters[at].single(tally));
        let of_all: Vec<_> = simulations.iter().collect();
        let run = in_order(&of_all, 0..first, stop, done, |tallies| {
            tallies.iter().enumerate().for_each(|(at, tally)| take(&mut made[at], at, tally));
        });
        if run.is_none() {
            return Ok(None);
        }
        // A figure that one candidate lacks another one may have.
        if let Some(Err(unknown)) = made.iter().map(|made| made.known("figure")).min_by_key(Result::is_err) {
            return Err(unknown);
        }
        let fits = |made: &Watched<'_>| is_defined(made) && !over_budget(made, search);
        let left = (0..made.len()).filter(|&at| fits(&made[at])).collect();
        let mut race = Race::new(made.len(), left, search.aim, difference, confidence, first);
        for &at in &race.left().to_vec() {
            made[at].values()[FIGURE].iter().flatten().for_each(|&value| race.take(at, value));
        }
        race.screen();
        let mut replication = first;
        while race.left().len() > 1 && replication < most {
            let left = race.left().to_vec();
            let running: Vec<_> = left.iter().map(|&at| &simulations[at]).collect();
            let run = in_order(&running, replication..replication + 1, stop, done, |tallies| {
                for (&at, tally) in left.iter().zip(tallies) {
                    take(&mut made[at], at, tally);
                    match made[at].values()[FIGURE].last().copied().flatten() {
                        Some(value) => race.take(at, value),
                        None => race.leave(at),
                    }
                }
            });
            if run.is_none() {
                return Ok(None);
            }
            replication += 1;
            race.screen();
        }
        Ok(Some((made, race)))
    })?;
    let decided = race.left().len() == 1;
    let mut ranked: Vec<Ranked> = Vec::new();
    for (at, candidate) in all.into_iter().enumerate() {
        let made = runnable.iter().position(|&of| of == at).map(|place| (place, &made[place]));
        let standing = match made {
            None => CandidateStanding::Blocked,
            Some((place, _)) if race.left().contains(&place) && decided => CandidateStanding::Best,
            Some((place, _)) if race.left().contains(&place) => CandidateStanding::Contender,
            Some((_, made)) if !is_defined(made) => CandidateStanding::Undefined,
            Some((_, made)) if over_budget(made, search) => CandidateStanding::OverBudget,
            Some(_) => CandidateStanding::Worse,
        };
        let none = Watched::new(&wanted);
        let values = made.map_or(&none, |(_, made)| made).values();
        ranked.push(Ranked {
            changes: candidate.changes,
            standing,
            replications: values[FIGURE].len() as u32,
            figure: estimate(&values[FIGURE]),
            cost: estimate(&values[SPENT]),
            intents: candidate.intents,
        });
    }
    let sign = if search.aim == design::search::Aim::Most { -1.0 } else { 1.0 };
    let place = |of: &Ranked| of.figure.mean.map_or(f64::INFINITY, |mean| sign * mean);
    ranked.sort_by(|a, b| a.standing.cmp(&b.standing).then(place(a).total_cmp(&place(b))));
    Ok(Candidates {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        journey: job.journey.id.clone(),
        scenario: job.scenario.name().to_owned(),
        seed: job.scenario.seed(),
        figure: search.figure.clone(),
        aim: search.aim,
        confidence,
        difference,
        decided,
        candidates: ranked,
    })
}

/// The places of the figure and of the cost among what is watched.
const FIGURE: usize = 0;
const SPENT: usize = 1;

fn is_defined(made: &Watched<'_>) -> bool {
    made.values()[FIGURE].iter().all(Option::is_some)
}

/// Whether even the lower end of the interval of the cost lies above the budget.
fn over_budget(made: &Watched<'_>, search: &Search) -> bool {
    let low = estimate(&made.values()[SPENT]).low;
    search.budget.get().zip(low).is_some_and(|(budget, low)| low > budget.get())
}

impl From<SearchError> for Failure {
    fn from(error: SearchError) -> Self {
        Failure::new("bad-search", error.to_string())
    }
}
