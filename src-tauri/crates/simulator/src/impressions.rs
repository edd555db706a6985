//! Impressions of ads and the clicks on them.
//!
//! Those that are clicked and those that are not are two independent Poisson processes (a Poisson process whose points
//! are marked independently falls apart so). The clicked ones are few and come due one by one. The others are drawn day
//! by day: a Poisson number for all people of the account and, where it matters, the minute and the person of each,
//! evenly over both, which is the same process. Where nobody asks for single ones and the whole day is like its
//! beginning, the number is enough. Both kinds are drawn at the largest rates and thinned, so that a role or a
//! destination that changes leaves every draw as it is.

use crate::account::Run;
use crate::events::{AD_CLICK, IMPRESSION, PAGE_VIEW};
use crate::poisson::Counts;
use crate::program::{Behaviour, Program};
use crate::queue::DueKind;
use crate::random::{Purpose, Stream, join};
use crate::time::Minute;
use crate::web::Process;

pub(crate) const DAY: f64 = 1440.0;

/// The largest rates per person and day over all roles, and the numbers drawn at them.
#[derive(Debug)]
pub(crate) struct AdRates {
    clicked: f64,
    pub(crate) passed: f64,
    /// Whether all roles have the largest rate of impressions that are not clicked.
    pub(crate) even: bool,
    /// By number of people, the numbers of a whole day.
    days: Vec<Counts>,
}

/// An account's impressions in one destination.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ads {
    /// Those that are clicked, of the people of the table.
    clicked: Process,
    /// Up to and including this minute those that are not clicked are counted.
    pub(crate) counted: Minute,
    /// The first day of which no single impression stands in the queue.
    ahead: usize,
}

/// Which impressions are drawn together: on a day those of everybody who is there when it begins, and those of each
/// person who is found in its course.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lot {
    stream: Stream,
    about: u64,
    /// The day, which is part of its draws; 0 for a person's first.
    day: u32,
    first: u16,
    pub(crate) people: u16,
    /// The minutes after the one and up to the other.
    pub(crate) after: Minute,
    pub(crate) until: Minute,
}

/// An impression at the largest rate: it happens if the mark lets it at its minute.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawn {
    pub(crate) minute: Minute,
    person: u16,
    mark: f64,
}

fn clicked(row: &Behaviour) -> f64 {
    row.rates.impressions * row.ad_click
}

fn passed(row: &Behaviour) -> f64 {
    row.rates.impressions * (1.0 - row.ad_click)
}

impl AdRates {
    pub(crate) fn new(program: &Program) -> AdRates {
        let greatest = |of: fn(&Behaviour) -> f64| program.behaviours.iter().map(of).fold(0.0, f64::max);
        let largest = greatest(passed);
        AdRates {
            clicked: greatest(clicked),
            passed: largest,
            even: program.behaviours.iter().all(|row| passed(row) == largest),
            days: Vec::new(),
        }
    }

    /// The numbers of a whole day for so many people.
    pub(crate) fn of_day(&mut self, people: usize) -> &Counts {
        if self.days.len() <= people {
            self.days.resize_with(people + 1, Counts::default);
        }
        let of = &mut self.days[people];
        if of.is_empty() {
            of.set_for_many(self.passed * people as f64);
        }
        of
    }
}

impl Run<'_> {
    pub(crate) fn single_impressions(&self) -> bool {
        self.asked[usize::from(IMPRESSION)].any() || self.trace.is_some()
    }

    /// Whether impressions come due one by one on each day from now on.
    pub(crate) fn daily_impressions(&self) -> bool {
        self.single_impressions() && self.destinations.iter().any(|active| active.on)
    }

    /// A destination is on from now on.
    pub(crate) fn start_impressions(&mut self, index: usize) {
        let ads = &mut self.destinations[index].ads;
        // Those before now did not happen, nor those of this minute, whose events of people are over.
        ads.counted = self.now;
        if self.single_impressions() {
            self.queue_impressions(index);
        }
        self.await_clicked(index);
        for person in self.table_people..self.people.len() as u16 {
            self.await_own_clicked(person, index);
        }
    }

    /// A person has been found: it sees the ads of what its account is in.
    pub(crate) fn start_own_impressions(&mut self, person: u16) {
        self.found_clicked.resize(self.found_clicked.len() + self.destinations.len(), Process::default());
        for index in 0..self.destinations.len() {
            if self.destinations[index].on {
                self.await_own_clicked(person, index);
            }
            if self.destinations[index].ads.ahead > self.day && self.single_impressions() {
                let lot = self.own_lot(person, index);
                self.queue_lot(index, lot);
            }
        }
    }

    // Those that are clicked.

    fn await_clicked(&mut self, index: usize) {
        let (n, key) = (self.table_people, self.program.destinations[index].key);
        let rate = self.ad_rates.clicked * f64::from(n);
        let process = &mut self.destinations[index].ads.clicked;
        if let Some(minute) = process.after(self.now, self.stream, key, rate) {
            let person = process.draw.pick_and_marks(usize::from(n)).0 as u16;
            self.push(minute, DueKind::ClickedImpression, person, index as u32);
        }
    }

    fn await_own_clicked(&mut self, person: u16, index: usize) {
        let key = self.program.destinations[index].key;
        let of = &self.people[usize::from(person)];
        let slot = usize::from(person - self.table_people) * self.destinations.len() + index;
        let process = &mut self.found_clicked[slot];
        if let Some(minute) = process.after(self.now - of.created, of.stream, key, self.ad_rates.clicked) {
            self.push(of.created.saturating_add(minute), DueKind::ClickedImpression, person, index as u32);
        }
    }

    /// An impression that would be clicked comes due.
    pub(crate) fn clicked_impression(&mut self, person: u16, index: usize) {
        let program = self.program;
        let own = person >= self.table_people;
        let (process, n) = if own {
            let slot = usize::from(person - self.table_people) * self.destinations.len() + index;
            (&mut self.found_clicked[slot], 1)
        } else {
            (&mut self.destinations[index].ads.clicked, usize::from(self.table_people))
        };
        process.queued = false;
        let mark = process.draw.pick_and_marks(n).1[0];
        let active = self.destinations[index];
        if !active.on {
            return;
        }
        if own {
            self.await_own_clicked(person, index)
        } else {
            self.await_clicked(index)
        }
        let row = &program.behaviours[usize::from(self.people[usize::from(person)].behaviour)];
        if Self::accepted(mark, clicked(row), self.ad_rates.clicked) {
            let fields = program.destinations[index].fields;
            self.one_impression(person, index);
            self.event(AD_CLICK, person, fields, active.node);
            self.seen.ad_page_view = true;
            self.event(PAGE_VIEW, person, 0, active.node);
        }
    }

    fn one_impression(&mut self, person: u16, index: usize) {
        let bucket = self.bucket();
        self.tally.days[bucket].impressions += 1;
        self.seen.impression = true;
        self.event(
            IMPRESSION,
            person,
            self.program.destinations[index].fields,
            self.destinations[index].node,
        );
    }

    // Those that are not: how they are drawn.

    /// The people who are there when a day begins.
    pub(crate) fn day_lot(&self, index: usize, day: usize) -> Lot {
        let (start, until) = self.program.clock.minutes_of(day);
        // Processes begin with the run, so that nothing happens at minute 0; those found in minute `start` come later.
        let found = &self.people[usize::from(self.table_people)..];
        let people = self.table_people + found.partition_point(|person| person.created < start) as u16;
        let about = self.program.destinations[index].key;
        Lot {
            stream: self.stream,
            about,
            day: day as u32,
            first: 0,
            people,
            after: (start - 1).max(0),
            until,
        }
    }

    /// A person who is found in the course of a day, until it ends.
    pub(crate) fn own_lot(&self, person: u16, index: usize) -> Lot {
        let of = &self.people[usize::from(person)];
        let (_, until) = self.program.clock.minutes_of(self.program.clock.day_of(of.created));
        let about = self.program.destinations[index].key;
        Lot { stream: of.stream, about, day: 0, first: person, people: 1, after: of.created, until }
    }

    /// How many impressions a lot has.
    pub(crate) fn number(&mut self, lot: &Lot) -> u32 {
        let rate = self.ad_rates.passed;
        let n = usize::from(lot.people);
        // The numbers of four days come from one draw.
        let (draw, at) =
            (lot.stream.draw(lot.about, lot.day / 4, Purpose::Impressions), lot.day as usize % 4);
        let further = |part| lot.stream.draw(join(lot.about, lot.day.into()), part, Purpose::Impressions);
        if lot.until - lot.after == DAY as Minute {
            self.ad_rates.of_day(n).number(draw.step(at), further)
        } else {
            self.part_of_day.set(rate * n as f64 * f64::from(lot.until - lot.after) / DAY);
            self.part_of_day.number(draw.step(at), further)
        }
    }

    pub(crate) fn drawn(lot: &Lot, ordinal: u32) -> Drawn {
        let draw = lot.stream.draw(join(lot.about, lot.day.into()), ordinal, Purpose::Impression);
        let minutes = (lot.until - lot.after) as usize;
        Drawn {
            minute: lot.after + 1 + draw.pick(0, minutes) as Minute,
            person: lot.first + draw.pick(1, usize::from(lot.people)) as u16,
            mark: draw.part(2),
        }
    }

    /// Whether an impression happens, with the person's role as it is now.
    pub(crate) fn happens_to(&self, drawn: &Drawn) -> bool {
        let row = &self.program.behaviours[usize::from(self.people[usize::from(drawn.person)].behaviour)];
        Self::accepted(drawn.mark, passed(row), self.ad_rates.passed)
    }

    // Those that are not: one by one.

    /// At midnight: the impressions of the day that begins.
    pub(crate) fn queue_day_of_impressions(&mut self) {
        if self.single_impressions() {
            for index in 0..self.destinations.len() {
                if self.destinations[index].on {
                    self.queue_impressions(index);
                }
            }
        }
    }

    /// Queues what the present day still has, once.
    fn queue_impressions(&mut self, index: usize) {
        if self.destinations[index].ads.ahead > self.day || self.ad_rates.passed <= 0.0 {
            return;
        }
        self.destinations[index].ads.ahead = self.day + 1;
        let lot = self.day_lot(index, self.day);
        self.queue_lot(index, lot);
        for person in lot.people..self.people.len() as u16 {
            let lot = self.own_lot(person, index);
            self.queue_lot(index, lot);
        }
    }

    fn queue_lot(&mut self, index: usize, lot: Lot) {
        if lot.until <= lot.after {
            return;
        }
        for ordinal in 0..self.number(&lot) {
            let drawn = Self::drawn(&lot, ordinal);
            if drawn.minute > self.now {
                let of = (self.drawn.len() * self.destinations.len() + index) as u32;
                self.drawn.push(drawn);
                self.push(drawn.minute, DueKind::Impression, drawn.person, of);
            }
        }
    }

    /// An impression that is not clicked comes due.
    pub(crate) fn impression(&mut self, person: u16, of: usize) {
        let (drawn, index) = (self.drawn[of / self.destinations.len()], of % self.destinations.len());
        if self.destinations[index].on && self.happens_to(&drawn) {
            self.one_impression(person, index);
        }
    }
}
