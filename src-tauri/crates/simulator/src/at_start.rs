//! How all groups and people stand at minute 0, as flat columns, so that many conditions can be asked of them
//! without making the groups again.

use rayon::prelude::*;

use crate::account::Run;
use crate::population::{Population, Source};
use crate::program::Program;
use crate::random::Stream;
use crate::replicate::{BLOCK, samples};

/// The groups and scores at minute 0, when the groups have been made.
#[derive(Debug, Clone, Default)]
pub struct AtStart {
    /// By group of the program.
    pub groups: Vec<GroupsAtStart>,
    /// By person of the population: engagement, 0 to 100.
    pub scores: Vec<f64>,
}

/// The groups of one solution interest.
#[derive(Debug, Clone, Default)]
pub struct GroupsAtStart {
    /// By account; None where it has no such group.
    pub accounts: Vec<Option<GroupAtStart>>,
    /// By person of the population; None: never a member.
    pub records: Vec<Option<RecordAtStart>>,
}

/// What is on record of one person in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordAtStart {
    pub card: u8,
    pub source: Source,
    pub removed: bool,
}

/// One group.
#[derive(Debug, Clone)]
pub struct GroupAtStart {
    pub stage: Option<u16>,
    /// 0 to 100, as is the engagement.
    pub completeness: f64,
    pub engagement: f64,
    /// Active members by card.
    pub members: Box<[u16]>,
}

/// Makes the groups of every account, on the threads of the present pool.
pub fn at_start(program: &Program, population: &Population) -> AtStart {
    let blocks = population.accounts().div_ceil(BLOCK);
    let parts: Vec<AtStart> =
        (0..blocks).into_par_iter().map(|block| of_block(program, population, block)).collect();
    let mut whole = empty(program);
    for part in parts {
        whole.scores.extend(part.scores);
        for (all, some) in whole.groups.iter_mut().zip(part.groups) {
            all.accounts.extend(some.accounts);
            all.records.extend(some.records);
        }
    }
    whole
}

fn empty(program: &Program) -> AtStart {
    AtStart { groups: vec![GroupsAtStart::default(); program.groups.len()], scores: Vec::new() }
}

fn of_block(program: &Program, population: &Population, block: usize) -> AtStart {
    let stream = Stream::of_replication(program.seed, 0);
    let mut run = Run::new(program, population, samples(program, 0));
    let mut found = empty(program);
    for row in block * BLOCK..((block + 1) * BLOCK).min(population.accounts()) {
        run.account_at_start(stream, row);
        let people = 0..run.people.len() as u16;
        found.scores.extend(people.clone().map(|person| run.person_score(person)));
        for (index, of) in found.groups.iter_mut().enumerate() {
            let group = &run.groups[index];
            of.accounts.push(group.exists.then(|| GroupAtStart {
                stage: group.stage,
                completeness: group.completeness,
                engagement: run.group_score(index),
                members: group.members.as_slice().into(),
            }));
            of.records.extend(people.clone().map(|person| {
                let record = run.records[run.record(index, person)];
                record.card.map(|card| RecordAtStart { card, source: record.source, removed: record.removed })
            }));
        }
    }
    found
}
