//! Whether a condition holds now, of the account or of one of its people.

use crate::account::{NONE, Run};
use crate::groups::Record;
use crate::population::Code;
use crate::program::{GroupTest, History, MemberTest, Op, Span};

impl Run<'_> {
    /// Whether the condition holds; an empty span asks nothing. A person's leaf asked of the account is true if some
    /// person meets it; an account's leaf asked of a person is asked of the account.
    pub(crate) fn holds(&self, span: &Span, person: Option<u16>) -> bool {
        span.is_empty() || self.part(&mut (span.start as usize), person)
    }

    /// Evaluates the part at `at` and moves `at` behind it.
    fn part(&self, at: &mut usize, person: Option<u16>) -> bool {
        let op = &self.program.code[*at];
        *at += 1;
        match op {
            Op::All { end } => self.parts(at, *end, person, true),
            Op::Any { end } => !self.parts(at, *end, person, false),
            Op::None { end } => self.parts(at, *end, person, false),
            Op::HasPerson { end } => {
                let from = *at;
                *at = *end as usize;
                (0..self.people.len() as u16).any(|person| self.part(&mut from.clone(), Some(person)))
            }
            Op::OfAccount => self.part(at, None),
            Op::Account { test } => {
                let test = &self.program.tests[*test as usize];
                test.met[self.account_code(test.column) as usize]
            }
            Op::Person { test } => {
                let test = &self.program.tests[*test as usize];
                self.some(person, |person| test.met[self.code(person, test.column) as usize])
            }
            Op::EngagementScore { compare } => {
                self.some(person, |person| compare.holds(self.person_score(person)))
            }
            Op::History(history) => self.some(person, |person| self.history(history, person)),
            Op::Group(test) => {
                let met = !test.nothing && (0..self.groups.len()).any(|group| self.group_meets(test, group));
                met != test.negate
            }
            Op::Member(test) => self.some(person, |person| self.member(test, person) != test.of.negate),
        }
    }

    /// Whether all parts up to `end` are `wanted`.
    fn parts(&self, at: &mut usize, end: u32, person: Option<u16>, wanted: bool) -> bool {
        while *at < end as usize {
            if self.part(at, person) != wanted {
                *at = end as usize;
                return false;
            }
        }
        true
    }

    fn some(&self, person: Option<u16>, meets: impl Fn(u16) -> bool) -> bool {
        match person {
            Some(person) => meets(person),
            None => (0..self.people.len() as u16).any(meets),
        }
    }

    pub(crate) fn account_code(&self, column: u16) -> Code {
        match self.account_slots[usize::from(column)] {
            Some(slot) => self.account_codes[usize::from(slot)],
            None => self.population.account_columns[usize::from(column)].at(self.row),
        }
    }

    pub(crate) fn code(&self, person: u16, column: u16) -> Code {
        match self.person_slots[usize::from(column)] {
            Some(slot) => {
                let written = self.program.people.written.len();
                self.person_codes[usize::from(person) * written + usize::from(slot)]
            }
            None => self.first_code(person, column),
        }
    }

    /// The cell as it was before the run, or at the creation of a person found by advertising.
    pub(crate) fn first_code(&self, person: u16, column: u16) -> Code {
        let Some(of) = self.people.get(usize::from(person)) else { return 0 };
        let columns = &self.program.people;
        if of.row != NONE {
            self.population.person_columns[usize::from(column)].at(of.row as usize)
        } else if columns.title == Some(column) {
            of.title
        } else if columns.address == Some(column) {
            columns.found_address
        } else {
            0
        }
    }

    fn history(&self, history: &History, person: u16) -> bool {
        let after = history.within.map(|within| self.now - within);
        let met = self.log.iter().rev().filter(|logged| {
            logged.person == person
                && history.event == Some(logged.event)
                && logged.minute <= self.now
                && after.is_none_or(|after| logged.minute > after)
                && history.fields.is_none_or(|fields| self.field_test(fields, logged.fields))
        });
        if history.inactive {
            return met.take(1).count() == 0;
        }
        met.take(history.at_least as usize).count() >= history.at_least as usize
    }

    pub(crate) fn field_test(&self, test: u32, fields: u32) -> bool {
        self.program.field_tests[test as usize].get(fields as usize).copied().unwrap_or(false)
    }

    fn group_meets(&self, test: &GroupTest, index: usize) -> bool {
        let group = &self.groups[index];
        group.exists
            && test.group.is_none_or(|wanted| usize::from(wanted) == index)
            && test
                .stages
                .as_ref()
                .is_none_or(|stages| group.stage.is_some_and(|stage| stages.contains(&stage)))
            && test
                .statuses
                .as_ref()
                .is_none_or(|statuses| statuses.contains(&self.program.same_status[group.status as usize]))
            && test.completeness.is_none_or(|compare| compare.holds(group.completeness))
            && test.people.iter().all(|people| {
                let card = people.cards[index];
                let count = card.map_or(0, |card| u32::from(group.members[usize::from(card)]));
                (people.at_least..=people.at_most).contains(&count)
            })
            && test.engagement.is_none_or(|compare| compare.holds(self.group_score(index)))
    }

    fn member(&self, test: &MemberTest, person: u16) -> bool {
        if test.of.nothing {
            return false;
        }
        (0..self.groups.len()).any(|group| {
            let Record { card: Some(card), removed, .. } = self.records[self.record(group, person)] else {
                return false;
            };
            removed == test.removed
                && test.cards.as_ref().is_none_or(|cards| cards[group].contains(&card))
                && self.group_meets(&test.of, group)
        })
    }
}
