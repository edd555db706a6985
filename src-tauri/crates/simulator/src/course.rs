//! An account's way through the journey: entry, steps, exits, re-entry, and how long it stays where.

use crate::account::Run;
use crate::program::{ExitNumber, Step};
use crate::queue::{Due, DueKind};
use crate::random::Purpose;
use crate::time::Minute;
use crate::trace::What;

impl Run<'_> {
    pub(crate) fn plan_entry(&mut self) {
        let entry = &self.program.entry;
        let mut at = entry.from;
        if entry.over > 0.0 {
            at += (self.stream.draw(0, 0, Purpose::Entry).uniform(0) * entry.over) as Minute;
        }
        if let Some(end) = entry.end {
            self.queue.push(end, Due { kind: DueKind::JourneyEnds, person: 0, of: 0 });
        }
        self.queue.push(at, Due { kind: DueKind::Enter, person: 0, of: 0 });
    }

    /// Enters if the audience matches now; who does not match is not asked again.
    pub(crate) fn ask_to_enter(&mut self) {
        let over = self.program.entry.end.is_some_and(|end| self.now >= end);
        if over || self.place.node.is_some() || !self.holds(&self.program.entry.audience, None) {
            return;
        }
        self.place.visit = self.place.entries;
        self.place.entries += 1;
        self.place.visit_from = self.now;
        self.place.first_entry.get_or_insert(self.now);
        self.tally.accounts.entries += 1;
        self.arrive(0);
    }

    /// Passes nodes without time until the account waits, listens or ends.
    fn arrive(&mut self, mut node: u32) {
        loop {
            self.place.node = Some(node);
            self.place.since = self.now;
            self.tally.nodes[node as usize].entered += 1;
            self.note(Some(node), None, What::Entered);
            let Some(exit) = self.step(node) else { return };
            match self.go(exit) {
                Some(next) => node = next,
                None => return,
            }
        }
    }

    /// Does what the node does; the exit to take at once, or None while the account stays.
    fn step(&mut self, node: u32) -> Option<ExitNumber> {
        let program = self.program;
        match &program.nodes[node as usize].step {
            Step::Pass { exit } => Some(*exit),
            Step::Act { actions, exit } => {
                self.act_on_all(node, actions.clone());
                Some(*exit)
            }
            Step::Listen { triggers: _, event, timeout } => {
                self.place.token += 1;
                self.place.listening = true;
                self.place.exit = *event;
                if let Some((pause, exit)) = timeout {
                    let end = pause.end(&program.calendars[usize::from(pause.calendar)], self.now);
                    if end <= self.now {
                        return Some(*exit);
                    }
                    self.place.exit = *exit;
                    self.await_arrival(end);
                }
                None
            }
            Step::SplitAccounts { paths, other } => {
                let paths = &program.choices[paths.start as usize..paths.end as usize];
                let path = paths.iter().find(|path| self.holds(&path.condition, None));
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
            Step::Wait { pause, exit } => {
                let end = pause.end(&program.calendars[usize::from(pause.calendar)], self.now);
                if end <= self.now {
                    return Some(*exit);
                }
                self.place.token += 1;
                self.place.exit = *exit;
                self.await_arrival(end);
                None
            }
            Step::External { failure, paths, failed } => {
                let key = program.nodes[node as usize].key;
                let draw = self.stream.draw(key, self.place.visit, Purpose::External);
                if draw.part(0) < *failure {
                    return Some(*failed);
                }
                let paths = &program.choices[paths.start as usize..paths.end as usize];
                let mut left = draw.part(1) * paths.iter().map(|path| path.share).sum::<f64>();
                let chosen = paths.iter().find(|path| {
                    left -= path.share;
                    left < 0.0
                });
                Some(chosen.or(paths.last()).map_or(*failed, |path| path.exit))
            }
        }
    }

    pub(crate) fn await_arrival(&mut self, minute: Minute) {
        self.queue.push(minute, Due { kind: DueKind::Arrive, person: 0, of: self.place.token });
    }

    /// Leaves the present node by an exit, and goes on from there.
    pub(crate) fn leave(&mut self, exit: ExitNumber) {
        if let Some(next) = self.go(exit) {
            self.arrive(next);
        }
    }

    /// Takes an exit; the node where it leads, or None where the journey ends.
    fn go(&mut self, exit: ExitNumber) -> Option<u32> {
        self.place.listening = false;
        self.count_stay();
        self.tally.exits[exit as usize] += 1;
        self.note(self.place.node, None, What::Left { exit });
        let target = self.program.exits[exit as usize].target;
        if target.is_none() {
            self.end_visit();
        }
        target
    }

    fn end_visit(&mut self) {
        self.note(self.place.node, None, What::Ended);
        self.place.node = None;
        self.place.listening = false;
        self.place.token += 1;
        self.tally.accounts.finished += 1;
        let Some(reentry) = &self.program.entry.reentry else { return };
        if reentry.limit.is_some_and(|limit| self.place.entries >= limit) {
            return;
        }
        let from = if reentry.from_end { self.now } else { self.place.visit_from };
        let delay = &reentry.delay;
        let at = delay.end(&self.program.calendars[usize::from(delay.calendar)], from);
        self.queue.push(at.max(self.now), Due { kind: DueKind::Enter, person: 0, of: 0 });
    }

    /// Whoever is inside when the journey ends, ends at its node.
    pub(crate) fn end_of_journey(&mut self) {
        if let Some(node) = self.place.node {
            self.go(self.program.nodes[node as usize].end);
        }
    }

    /// Counts the midnights that the account has spent at its node.
    pub(crate) fn count_stay(&mut self) {
        let Some(node) = self.place.node else { return };
        let midnights = &self.program.clock.midnights;
        // It was here at the samples of the midnights after its arrival, up to and including the present one.
        let first = midnights.partition_point(|&midnight| midnight <= self.place.since) + 1;
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
