//! Two runs under the same draws, replication against replication.

use std::sync::atomic::AtomicBool;

use design::comparison::{Comparison, Pairs, Verdict, node_differences};
use design::report::Reporter;
use design::scenario::Scenario;
use simulator::Simulation;

use super::{Job, Teller, compile_job, in_order, told};
use crate::Failure;

/// A comparison with what can be said of its main figures.
pub struct Compared {
    pub comparison: Comparison,
    /// Of the sales-ready groups of each solution interest, then of all costs.
    pub verdicts: Vec<Verdict>,
}

/// Runs both with the seed and the replications of the first, so that their draws are the same wherever the two are
/// alike. Both journeys have passed the checks.
pub fn compare(
    a: &Job<'_>,
    b: &Job<'_>,
    progress: Teller<'_>,
    stop: &AtomicBool,
) -> Result<Compared, Failure> {
    let replications = a.scenario.replications();
    let scenario = Scenario {
        seed: a.scenario.seed.clone(),
        replications: a.scenario.replications.clone(),
        ..b.scenario.clone()
    };
    let b = &Job { scenario: &scenario, ..*b };
    let of = a.accounts(replications) + b.accounts(replications);
    told(a.threads, of, progress, |done| {
        let (of_a, of_b) = (compile_job(a)?, compile_job(b)?);
        let simulation_a = Simulation::new(&of_a.program, &of_a.population, replications);
        let simulation_b = Simulation::new(&of_b.program, &of_b.population, replications);
        let mut reporter_a = Reporter::new(&of_a, a.journey, a.tables, a.scenario);
        let mut reporter_b = Reporter::new(&of_b, b.journey, b.tables, b.scenario);
        let mut pairs = Pairs::default();
        let run = in_order(&[&simulation_a, &simulation_b], 0..replications, stop, done, |tallies| {
            reporter_a.add(&tallies[0]);
            reporter_b.add(&tallies[1]);
            pairs.take(&reporter_a.single(&tallies[0]), &reporter_b.single(&tallies[1]));
        });
        if run.is_none() {
            return Ok(None);
        }
        let comparison = Comparison {
            a: reporter_a.report(&simulation_a.samples()),
            b: reporter_b.report(&simulation_b.samples()),
            differences: pairs.differences(),
            journey_diff: node_differences(a.journey, b.journey),
        };
        let mut main: Vec<_> =
            comparison.a.solution_interests.iter().map(|of| &of.solution_interest).collect();
        for of in &comparison.b.solution_interests {
            if !main.contains(&&of.solution_interest) {
                main.push(&of.solution_interest);
            }
        }
        let ready = main.iter().map(|id| format!("solutionInterests[{id}].salesReady"));
        let cost = ["summary.cost".to_owned()];
        let verdicts = ready.chain(cost).filter_map(|figure| pairs.verdict(&figure)).collect();
        Ok(Some(Compared { verdicts, comparison }))
    })
}
