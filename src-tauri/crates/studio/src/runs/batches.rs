//! Replications in batches that keep all threads busy.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64};

use rayon::prelude::*;
use simulator::Simulation;
use simulator::tally::Tally;

/// Runs the same replications of each simulation, and gives `take` the tallies of one replication after the other, in
/// their order. None if it was stopped.
pub(super) fn in_order(
    simulations: &[&Simulation<'_>],
    replications: Range<u32>,
    stop: &AtomicBool,
    done: &AtomicU64,
    mut take: impl FnMut(&[Tally]),
) -> Option<()> {
    let threads = rayon::current_num_threads();
    let blocks = simulations.iter().map(|of| of.accounts().div_ceil(simulator::BLOCK)).max().unwrap_or(1);
    let batch = if blocks >= 8 * threads { 1 } else { 4 * threads };
    for first in replications.clone().step_by(batch) {
        let numbers = first..(first + batch as u32).min(replications.end);
        let tallies: Option<Vec<Vec<Tally>>> = numbers
            .into_par_iter()
            .map(|number| simulations.par_iter().map(|of| of.replicate(number, stop, done)).collect())
            .collect();
        tallies?.iter().for_each(|of_one| take(of_one));
    }
    Some(())
}
