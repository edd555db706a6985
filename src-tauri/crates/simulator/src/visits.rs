//! Visits to the web. Those of the people of the table are one Poisson process at the sum of their rates, each visit
//! being anybody's with the same probability: the same in law as a process each. People whom advertising has found have
//! a process each, from their creation on.

use crate::account::{NONE, Run};
use crate::events::{FORM, PAGE_VIEW};
use crate::program::Program;
use crate::queue::{Due, DueKind, LAST, rank};
use crate::random::{Draw, Purpose, Stream};
use crate::time::Minute;
use crate::web::{DAY, Process, minutes_after};

/// The name of the process, in draws.
const VISITS: u64 = 0x7669_7369_7473;

/// How many visits are drawn together: none waits for another, so that it takes little longer than one alone.
const LOT: usize = 4;

/// The visits of the people of the table, a few of them drawn ahead; as they come in order, they need no queue.
#[derive(Debug, Default)]
pub(crate) struct Visits {
    stream: Stream,
    people: u16,
    horizon: Minute,
    /// Minutes from one visit to the next, on average.
    pause: f64,
    /// When the last visit of the lot is, in minutes, not yet rounded up.
    at: f64,
    drawn: u32,
    lot: [Visit; LOT],
    next: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Visit {
    /// Its place among what the account has before it.
    rank: u64,
    person: u16,
    /// Counted from 1 on.
    ordinal: u32,
    draw: Draw,
}

impl Visits {
    /// Begins anew, at minute 0, for an account with so many people.
    pub(crate) fn start(&mut self, program: &Program, stream: Stream, people: u16) {
        let rate = program.largest.visits * f64::from(people);
        self.lot[0].rank = LAST;
        self.next = 0;
        if rate > 0.0 {
            (self.stream, self.people, self.horizon) = (stream, people, program.clock.horizon);
            (self.pause, self.at, self.drawn) = (DAY / rate, 0.0, 0);
            self.draw_lot();
        }
    }

    fn draw_lot(&mut self) {
        let draws = self.stream.draws::<LOT>(VISITS, self.drawn, Purpose::Arrival);
        let pauses = draws.map(|draw| self.pause * draw.exponential());
        for ((visit, draw), pause) in self.lot.iter_mut().zip(draws).zip(pauses) {
            self.at += pause;
            self.drawn += 1;
            let (minute, person) =
                (minutes_after(0, self.at), draw.pick_and_marks(self.people.into()).0 as u16);
            let due = Due { kind: DueKind::Visit, person, of: 0 };
            let rank = if minute < self.horizon { rank(minute, due) } else { LAST };
            *visit = Visit { rank, person, ordinal: self.drawn, draw };
        }
        self.next = 0;
    }

    /// The rank of the next visit; LAST if there is none before the horizon.
    pub(crate) fn next_rank(&self) -> u64 {
        self.lot[self.next].rank
    }

    fn take(&mut self) -> Visit {
        let visit = self.lot[self.next];
        self.next += 1;
        if self.next == LOT {
            self.draw_lot();
        }
        visit
    }
}

impl Run<'_> {
    /// The next visit of somebody of the table comes due.
    #[inline(never)] // So that a profile tells it from the loop.
    pub(crate) fn visit(&mut self) {
        let Visit { person, ordinal, draw, .. } = self.visits.take();
        self.visited(person, self.stream, self.table_people, ordinal, draw);
    }

    /// Starts the visits of a person whom advertising has found.
    pub(crate) fn start_own_visits(&mut self, person: u16) {
        if self.program.largest.visits > 0.0 {
            self.await_own_visit(person);
        }
    }

    /// A visit of a person whom advertising has found comes due.
    pub(crate) fn own_visit(&mut self, person: u16) {
        let Process { ordinal, draw, .. } = self.found_visits[usize::from(person - self.table_people)];
        let stream = self.people[usize::from(person)].stream;
        self.await_own_visit(person);
        self.visited(person, stream, 1, ordinal, draw);
    }

    fn await_own_visit(&mut self, person: u16) {
        let of = &self.people[usize::from(person)];
        let visits = &mut self.found_visits[usize::from(person - self.table_people)];
        visits.next(of.stream, VISITS, self.program.largest.visits);
        let minute = visits.minute(of.created);
        self.push(minute, DueKind::Visit, person, 0);
    }

    /// Somebody would visit at the largest rate; `draw` decided that it is this one of `n` people.
    fn visited(&mut self, person: u16, stream: Stream, n: u16, ordinal: u32, draw: Draw) {
        let of = &self.people[usize::from(person)];
        let row = &self.program.behaviours[usize::from(of.behaviour)];
        let lift = if of.personalized { row.personalized_lift } else { 1.0 };
        let (rate, largest) = (row.rates.visits, self.program.largest.visits);
        let mark = || stream.draw(VISITS, ordinal, Purpose::Visit).part(0);
        if rate < largest && !Self::accepted(mark(), rate, largest) {
            return;
        }
        self.event(PAGE_VIEW, person, 0, NONE);
        let (_, [form, chat]) = draw.pick_and_marks(usize::from(n));
        if form < row.visit_form * lift {
            self.event(FORM, person, 0, NONE);
        }
        if chat < row.visit_chat * lift {
            self.start_chat(person, VISITS, ordinal);
        }
    }
}
