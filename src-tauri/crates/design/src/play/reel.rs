//! What moves and fills, as columns in the order of time.

use serde::Serialize;
use simulator::AtStart;
use simulator::trace::{Happening, What};
use ts_rs::TS;

use crate::compile::Compiled;

/// One row for each step of an account, or in a person journey of a person, along an edge.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Moves {
    pub minute: Vec<i32>,
    pub account: Vec<u32>,
    /// The place among the account's people, in a person journey; else empty.
    pub person: Vec<u32>,
    pub edge: Vec<u32>,
}

/// One row for each person that comes into a role or leaves it; those of minute 0 hold it from the beginning.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Fills {
    pub minute: Vec<i32>,
    pub account: Vec<u32>,
    pub person: Vec<u32>,
    pub interest: Vec<u32>,
    pub role: Vec<u32>,
    /// 1 or −1.
    pub change: Vec<i32>,
}

/// One row for each group that becomes ready for sales.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Readies {
    pub minute: Vec<i32>,
    pub account: Vec<u32>,
    pub interest: Vec<u32>,
}

struct Move {
    minute: i32,
    account: u32,
    person: u32,
    edge: u32,
}

struct Fill {
    minute: i32,
    account: u32,
    person: u32,
    interest: u32,
    role: u32,
    change: i32,
}

pub(super) struct Reel<'a> {
    compiled: &'a Compiled,
    start: &'a AtStart,
    moves: Vec<Move>,
    fills: Vec<Fill>,
    ready: Vec<(i32, u32, u32)>,
}

impl<'a> Reel<'a> {
    pub(super) fn new(compiled: &'a Compiled, start: &'a AtStart) -> Reel<'a> {
        Reel { compiled, start, moves: Vec::new(), fills: Vec::new(), ready: Vec::new() }
    }

    pub(super) fn take(&mut self, row: usize, happenings: &[Happening]) {
        let account = row as u32;
        let groups = self.start.groups.len();
        let people = &self.compiled.population.people_from;
        let known = (people[row + 1] - people[row]) as usize;
        // By person and group, the role that is held.
        let mut held: Vec<Option<u8>> = vec![None; known * groups];
        for person in 0..known {
            for (group, of) in self.start.groups.iter().enumerate() {
                let record = of.records[people[row] as usize + person];
                let exists = of.accounts[row].is_some();
                if let Some(record) = record.filter(|record| exists && !record.removed) {
                    held[person * groups + group] = Some(record.card);
                    self.fill(0, account, person as u16, group as u16, record.card, 1);
                }
            }
        }
        for happening in happenings {
            let Happening { minute, node, person, ref what } = *happening;
            match *what {
                What::Entered if node == Some(0) => self.step(minute, account, person, 0),
                What::Left { exit } => self.step(minute, account, person, exit + 1),
                What::Ready { group } => self.ready.push((minute, account, u32::from(group))),
                // What the groups were made with stands in `start` already.
                What::Assigned { .. } | What::Removed { .. } if minute == 0 && node.is_none() => {}
                What::Assigned { group, card } => {
                    let Some(person) = person else { continue };
                    if let Some(old) = hold(&mut held, groups, person, group, Some(card)) {
                        self.fill(minute, account, person, group, old, -1);
                    }
                    self.fill(minute, account, person, group, card, 1);
                }
                What::Removed { group, .. } => {
                    let Some(person) = person else { continue };
                    if let Some(old) = hold(&mut held, groups, person, group, None) {
                        self.fill(minute, account, person, group, old, -1);
                    }
                }
                _ => {}
            }
        }
    }

    fn step(&mut self, minute: i32, account: u32, person: Option<u16>, edge: u32) {
        let person = person.map_or(u32::MAX, u32::from);
        self.moves.push(Move { minute, account, person, edge });
    }

    fn fill(&mut self, minute: i32, account: u32, person: u16, group: u16, card: u8, change: i32) {
        let (person, interest, role) = (u32::from(person), u32::from(group), u32::from(card));
        self.fills.push(Fill { minute, account, person, interest, role, change });
    }

    /// The columns. What happens in one minute keeps the order in which each account did it.
    pub(super) fn finish(mut self) -> (Moves, Fills, Readies) {
        self.moves.sort_by_key(|it| (it.minute, it.account));
        self.fills.sort_by_key(|it| (it.minute, it.account));
        self.ready.sort_unstable();
        let persons = self.compiled.program.persons;
        let moves = Moves {
            minute: self.moves.iter().map(|it| it.minute).collect(),
            account: self.moves.iter().map(|it| it.account).collect(),
            person: self.moves.iter().filter(|_| persons).map(|it| it.person).collect(),
            edge: self.moves.iter().map(|it| it.edge).collect(),
        };
        let fills = Fills {
            minute: self.fills.iter().map(|it| it.minute).collect(),
            account: self.fills.iter().map(|it| it.account).collect(),
            person: self.fills.iter().map(|it| it.person).collect(),
            interest: self.fills.iter().map(|it| it.interest).collect(),
            role: self.fills.iter().map(|it| it.role).collect(),
            change: self.fills.iter().map(|it| it.change).collect(),
        };
        let ready = Readies {
            minute: self.ready.iter().map(|it| it.0).collect(),
            account: self.ready.iter().map(|it| it.1).collect(),
            interest: self.ready.iter().map(|it| it.2).collect(),
        };
        (moves, fills, ready)
    }
}

/// Sets the role that a person holds, and answers with the one before. Whom advertising finds comes behind the others.
fn hold(held: &mut Vec<Option<u8>>, groups: usize, person: u16, group: u16, card: Option<u8>) -> Option<u8> {
    let at = usize::from(person) * groups + usize::from(group);
    if held.len() <= at {
        held.resize(at + 1, None);
    }
    std::mem::replace(&mut held[at], card)
}
