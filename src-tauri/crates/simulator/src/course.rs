//! A mover's way through the journey: entry, steps, exits, re-entry, and how long it stays where.

use crate::account::Run;
use crate::place::Place;
use crate::program::{Choice, ExitNumber, Span, Step};
use crate::queue::{Due, DueKind};
use crate::random::{Draw, Purpose, Stream};
use crate::time::{Minute, Pause};
use crate::trace::What;

impl<'p> Run<'p> {
    pub(crate) fn plan_entry(&mut self) {
        let entry = &self.program.entry;
        if let Some(end) = entry.end {
            self.queue.push(end, Due { kind: DueKind::JourneyEnds, person: 0, of: 0 });
        }
        if !entry.events.is_empty() {
            return;
        }
        for mover in 0..self.places.len() {
            self.mover = mover;
            let mut at = entry.from;
            if entry.over > 0.0 {
                at += (self.moving_stream().draw(0, 0, Purpose::Entry).uniform(0) * entry.over) as Minute;
            }
            self.await_entry(mover, at);
        }
    }

    /// The draws of whoever moves: the account's, or the person's.
    fn moving_stream(&self) -> Stream {
        self.moving_person().map_or(self.stream, |person| self.people[usize::from(person)].stream)
    }

    /// Enters if the audience matches now; who does not match is not asked again.
    pub(crate) fn ask_to_enter(&mut self) {
        let over = self.program.entry.end.is_some_and(|end| self.now >= end);
        let inside = self.place().node.is_some();
        if over || inside || !self.holds(&self.program.entry.audience, self.moving_person()) {
            return;
        }
        let now = self.now;
        let place = self.place_mut();
        place.visit = place.entries;
        place.entries += 1;
        place.visit_from = now;
        self.seen.first_entry.get_or_insert(now);
        self.tally.accounts.entries += 1;
        self.arrive(0);
    }

    /// Passes nodes without time until the mover waits, listens or ends.
    fn arrive(&mut self, mut node: u32) {
        loop {
            let (now, day) = (self.now, self.day);
            let place = self.place_mut();
            place.node = Some(node);
            place.since = now;
            place.since_day = day;
            self.tally.nodes[node as usize].entered += 1;
            self.note(Some(node), self.moving_person(), What::Entered);
            let Some(exit) = self.step(node) else { return };
            match self.go(exit) {
                Some(next) => node = next,
                None => return,
            }
        }
    }

    /// Does what the node does; the exit to take at once, or None while the mover stays.
    fn step(&mut self, node: u32) -> Option<ExitNumber> {
        let program = self.program;
        match &program.nodes[node as usize].step {
            Step::Pass { exit } => Some(*exit),
            Step::Act { actions, exit } => {
                self.act_on_all(node, actions.clone());
                Some(*exit)
            }
            Step::Listen { triggers: _, event, timeout } => {
                let place = self.place_mut();
                place.token += 1;
                place.listening = true;
                place.exit = *event;
                timeout.as_ref().and_then(|(pause, exit)| self.pause(pause, *exit))
            }
            Step::Split { paths, other } => {
                let person = self.moving_person();
                let path = self.choices(paths).iter().find(|path| self.holds(&path.condition, person));
                Some(path.map_or(*other, |path| path.exit))
            }
            Step::SplitPeople { paths, other, other_tally, exit } => {
                self.split_people(node, paths.clone(), other.clone(), *other_tally);
                Some(*exit)
            }
            Step::VariantAccounts { paths } => Some(self.variant(paths.clone())),
            Step::VariantPeople { paths, exit } => {
                self.variants_of_people(node, paths.clone());
                Some(*exit)
            }
            Step::VariantPersons { paths } => Some(self.variant_of_person(self.choices(paths))),
            Step::Wait { pause, exit } => {
                self.place_mut().token += 1;
                self.pause(pause, *exit)
            }
            Step::External { failure, paths, failed } => {
                let key = program.nodes[node as usize].key;
                let draw = self.moving_stream().draw(key, self.place().visit, Purpose::External);
                Some(external(draw, *failure, self.choices(paths), *failed))
            }
        }
    }

    fn choices(&self, paths: &Span) -> &'p [Choice] {
        &self.program.choices[paths.start as usize..paths.end as usize]
    }

    /// Stays until the pause is over and then leaves by the exit; the exit, if it is over already.
    fn pause(&mut self, pause: &Pause, exit: ExitNumber) -> Option<ExitNumber> {
        let end = pause.end(&self.program.calendars[usize::from(pause.calendar)], self.now);
        if end <= self.now {
            return Some(exit);
        }
        self.place_mut().exit = exit;
        self.await_arrival(self.mover, end);
        None
    }

    /// The first path whose cumulated percentage exceeds the person's bucket.
    fn variant_of_person(&self, paths: &[Choice]) -> ExitNumber {
        let row = self.people[self.mover].row as usize;
        // Only activating a destination finds people, and no person journey activates one.
        let bucket = self.population.buckets.get(row).copied().unwrap_or_default();
        let mut cumulated = 0.0;
        let chosen = paths.iter().find(|path| {
            cumulated += path.share;
            cumulated * 100.0 > f64::from(bucket)
        });
        chosen.or(paths.last()).map_or(0, |path| path.exit)
    }

    /// Leaves the present node by an exit, and goes on from there.
    pub(crate) fn leave(&mut self, exit: ExitNumber) {
        if let Some(next) = self.go(exit) {
            self.arrive(next);
        }
    }

    /// Takes an exit; the node where it leads, or None where the journey ends.
    fn go(&mut self, exit: ExitNumber) -> Option<u32> {
        self.place_mut().listening = false;
        self.count_stay();
        self.tally.exits[exit as usize] += 1;
        self.note(self.place().node, self.moving_person(), What::Left { exit });
        let target = self.program.exits[exit as usize].target;
        if target.is_none() {
            self.end_visit();
        }
        target
    }

    fn end_visit(&mut self) {
        self.note(self.place().node, self.moving_person(), What::Ended);
        let place = self.place_mut();
        place.node = None;
        place.token += 1;
        let place = *place;
        self.tally.accounts.finished += 1;
        let entry = &self.program.entry;
        let Some(reentry) = &entry.reentry else { return };
        if reentry.limit.is_some_and(|limit| place.entries >= limit) {
            return;
        }
        let from = if reentry.from_end { self.now } else { place.visit_from };
        let delay = &reentry.delay;
        let at = delay.end(&self.program.calendars[usize::from(delay.calendar)], from).max(self.now);
        if entry.events.is_empty() {
            self.await_entry(self.mover, at);
        } else {
            let place = self.place_mut();
            (place.listening, place.since) = (true, at);
        }
    }

    /// Whoever is inside when the journey ends, ends at its node.
    pub(crate) fn end_of_journey(&mut self) {
        for mover in 0..self.places.len() {
            self.mover = mover;
            if let Some(node) = self.place().node {
                self.go(self.program.nodes[node as usize].end);
            }
        }
    }

    /// Counts the midnights that the mover has spent at its node.
    pub(crate) fn count_stay(&mut self) {
        let Place { node: Some(node), since_day, .. } = self.place() else { return };
        let midnights = &self.program.clock.midnights;
        // It was here at the samples of the midnights after its arrival, up to and including the present one.
        let first = since_day + 1;
        let after = self.day + 1;
        if first < after {
            let nodes = self.program.nodes.len();
            self.tally.here[first * nodes + node as usize] += 1;
            if after <= midnights.len() {
                self.tally.here[after * nodes + node as usize] -= 1;
            }
        }
    }
}

/// The exit of an outside call: the failure first, then the paths by their shares.
fn external(draw: Draw, failure: f64, paths: &[Choice], failed: ExitNumber) -> ExitNumber {
    if draw.part(0) < failure {
        return failed;
    }
    let mut left = draw.part(1) * paths.iter().map(|path| path.share).sum::<f64>();
    let chosen = paths.iter().find(|path| {
        left -= path.share;
        left < 0.0
    });
    chosen.or(paths.last()).map_or(failed, |path| path.exit)
}
