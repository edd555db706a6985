//! Replications of a program over a population, in parallel over blocks of accounts.

use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use crate::account::Run;
use crate::part::Part;
use crate::population::Population;
use crate::program::{Program, Step};
use crate::random::Stream;
use crate::samples::Samples;
use crate::tally::Tally;
use crate::trace::Happening;

/// Accounts of a block; the quotas of variant splits hold within one.
pub const BLOCK: usize = 4096;

/// A program that is being replicated, with the memory that its runs use again and again.
pub struct Simulation<'p> {
    program: &'p Program,
    population: &'p Population,
    replications: u32,
    idle: Mutex<Vec<Run<'p>>>,
}

impl<'p> Simulation<'p> {
    pub fn new(program: &'p Program, population: &'p Population, replications: u32) -> Simulation<'p> {
        Simulation { program, population, replications, idle: Mutex::new(Vec::new()) }
    }

    /// How many accounts a replication runs.
    pub fn accounts(&self) -> usize {
        self.population.accounts()
    }

    /// Runs one replication on the threads of the present pool; `done` counts accounts. None if it was stopped.
    pub fn replicate(&self, replication: u32, stop: &AtomicBool, done: &AtomicU64) -> Option<Tally> {
        let stream = Stream::of_replication(self.program.seed, replication);
        let part = self.rows_of_a_part();
        let starts = (0..self.population.accounts()).into_par_iter().step_by(BLOCK);
        let block = |start: usize| {
            let end = (start + BLOCK).min(self.population.accounts());
            let parts = (start..end).into_par_iter().step_by(part);
            let parts = parts.map(|from| self.part(stream, from..(from + part).min(end), stop, done));
            Part::joined(parts.collect::<Option<Vec<Part>>>()?)
        };
        let tallies: Option<Vec<Tally>> = starts.map(block).collect();
        let mut whole = Tally::new(self.program);
        tallies?.into_iter().for_each(|tally| whole.append(tally));
        Some(whole)
    }

    /// Looks at what each account of some rows counted by itself in a replication, and gives what was found of them in the
    /// order of the table. None if it was stopped.
    pub fn by_account<T: Send>(
        &self,
        replication: u32,
        rows: Range<usize>,
        stop: &AtomicBool,
        look: impl Fn(usize, &Tally) -> Option<T> + Sync,
    ) -> Option<Vec<T>> {
        let stream = Stream::of_replication(self.program.seed, replication);
        let one_block = |block: usize| {
            let mut run = self.take();
            run.quotas.fill(0);
            let mut found = Vec::new();
            // The accounts of a block share out the paths of variant splits, so a block begins with its first row.
            for row in block * BLOCK..((block + 1) * BLOCK).min(rows.end) {
                if stop.load(Ordering::Relaxed) {
                    return None;
                }
                run.account(stream, row);
                let tally = Part::joined(vec![run.take_part()])?;
                if row >= rows.start {
                    found.extend(look(row, &tally));
                }
            }
            Some(found)
        };
        let blocks: Option<Vec<Vec<T>>> =
            (rows.start / BLOCK..rows.end.div_ceil(BLOCK)).into_par_iter().map(one_block).collect();
        Some(blocks?.into_iter().flatten().collect())
    }

    /// How many accounts of a block one thread runs at once. Where accounts share out the paths of variant splits, all
    /// of a block; else so few that all threads have something to do. The result is the same to the last digit.
    fn rows_of_a_part(&self) -> usize {
        if shares_out(self.program) {
            return BLOCK;
        }
        // Each part has counts of its own for all nodes and days, which must not cost more than its accounts.
        let least = (64 + self.program.nodes.len() / 4).next_power_of_two();
        let even = self.population.accounts() / (8 * rayon::current_num_threads());
        even.next_power_of_two().max(least).min(BLOCK)
    }

    /// The daily scores of all groups over the replications so far. Series 2 · group is completeness, the next one
    /// engagement; day 0 is the creation.
    pub fn samples(self) -> Samples {
        let mut all = self.empty_samples();
        let runs = self.idle.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        runs.iter().for_each(|run| all.merge(&run.samples));
        all
    }

    fn part(&self, stream: Stream, rows: Range<usize>, stop: &AtomicBool, done: &AtomicU64) -> Option<Part> {
        let mut run = self.take();
        run.quotas.fill(0);
        for row in rows {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            run.account(stream, row);
            done.fetch_add(1, Ordering::Relaxed);
        }
        let part = run.take_part();
        self.idle().push(run);
        Some(part)
    }

    fn take(&self) -> Run<'p> {
        let idle = self.idle().pop();
        idle.unwrap_or_else(|| Run::new(self.program, self.population, self.empty_samples()))
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Run<'p>>> {
        self.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn empty_samples(&self) -> Samples {
        samples(self.program, self.population.accounts() * self.replications as usize)
    }
}

/// Whether variant splits share the accounts of a block out.
fn shares_out(program: &Program) -> bool {
    program.nodes.iter().any(|node| matches!(node.step, Step::VariantAccounts { .. }))
}

/// What happens to one account in a replication. Where variant splits share accounts out, the accounts before it in its
/// block are run too, since they decide its place in the quotas; else it is run alone.
pub fn trace(program: &Program, population: &Population, replication: u32, row: usize) -> Vec<Happening> {
    let stream = Stream::of_replication(program.seed, replication);
    let mut run = Run::new(program, population, samples(program, 0));
    if shares_out(program) {
        (row / BLOCK * BLOCK..row).for_each(|before| run.account(stream, before));
    }
    run.trace = Some(Vec::new());
    run.account(stream, row);
    run.trace.unwrap_or_default()
}

/// Runs a replication on this thread and hands over what happens to each account, in the order of the table.
pub fn trace_all(
    program: &Program,
    population: &Population,
    replication: u32,
    mut each: impl FnMut(usize, &[Happening]),
) {
    let stream = Stream::of_replication(program.seed, replication);
    let mut run = Run::new(program, population, samples(program, 0));
    run.trace = Some(Vec::new());
    for row in 0..population.accounts() {
        if row % BLOCK == 0 {
            run.quotas.fill(0);
        }
        run.account(stream, row);
        if let Some(happenings) = &mut run.trace {
            each(row, happenings);
            happenings.clear();
        }
    }
}

/// The rows for which a condition holds at minute 0, when the groups have been made: of accounts, or of people.
pub fn matching(program: &Program, population: &Population, of_people: bool) -> Vec<u32> {
    let stream = Stream::of_replication(program.seed, 0);
    let mut run = Run::new(program, population, samples(program, 0));
    let mut rows = Vec::new();
    for row in 0..population.accounts() {
        run.account_at_start(stream, row);
        if of_people {
            let first = population.people_from[row];
            let people = population.people_from[row + 1] - first;
            rows.extend(
                (0..people)
                    .filter(|&p| run.holds(&program.entry.audience, Some(p as u16)))
                    .map(|p| first + p),
            );
        } else if run.holds(&program.entry.audience, None) {
            rows.push(row as u32);
        }
    }
    rows
}

pub(crate) fn samples(program: &Program, groups: usize) -> Samples {
    Samples::new(program.groups.len() * 2, program.clock.midnights.len() + 1, groups)
}
