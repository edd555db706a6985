//! Impressions of ads and the clicks on them. Where nobody asks for single impressions they are not queued: a person's
//! impressions are drawn ahead and counted when something changes, and only those that may be clicked come due.

use std::ops::Range;

use crate::account::Run;
use crate::events::{AD_CLICK, IMPRESSION, PAGE_VIEW};
use crate::program::{Program, Trigger};
use crate::queue::{Due, DueKind};
use crate::time::Minute;
use crate::web::Process;

/// A person's impressions in one destination, as far as they are drawn: a part of `Run::drawn`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Impressions {
    /// Those that are neither counted nor passed.
    ahead: Range<usize>,
    is_drawn: bool,
}

/// An impression that will happen if the destination is on at its minute, and if the person's role lets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawn {
    minute: Minute,
    destination: u16,
    /// Uniform numbers that decide whether it happens and whether it is clicked.
    mark: f64,
    click: f64,
}

/// Whether a condition, a score or a trigger asks for single impressions.
pub(crate) fn are_asked_for(program: &Program) -> bool {
    let listened = |trigger: &Trigger| matches!(trigger, Trigger::Event { event: IMPRESSION, .. });
    program.remembered[usize::from(IMPRESSION)]
        || program.weights[usize::from(IMPRESSION)] > 0.0
        || program.triggers.iter().any(listened)
}

impl Run<'_> {
    /// A destination is on from now on: the person's impressions after now happen. The process is the same from the
    /// person's creation on, whether the destination is on or off.
    pub(crate) fn await_impressions(&mut self, person: u16, index: usize) {
        let rate = self.program.largest.impressions;
        if rate <= 0.0 {
            return;
        }
        let slot = usize::from(person) * self.program.destinations.len() + index;
        if !self.impressions[slot].is_drawn {
            self.draw_impressions(slot, person, index, rate);
        }
        let ahead = &mut self.impressions[slot].ahead;
        ahead.start += self.drawn[ahead.clone()].partition_point(|drawn| drawn.minute <= self.now);
    }

    fn draw_impressions(&mut self, slot: usize, person: u16, index: usize, rate: f64) {
        let program = self.program;
        let key = program.destinations[index].key;
        let of = &self.people[usize::from(person)];
        let start = self.drawn.len();
        let every = self.trace.is_some() || self.impressions_asked;
        let mut process = Process::default();
        loop {
            process.next(of.stream, key, rate);
            let minute = process.minute(of.created);
            if minute >= program.clock.horizon {
                break;
            }
            let (mark, click) = (process.draw.part(2), process.draw.part(3));
            if minute > self.now && (every || click < program.largest_ad_click) {
                let of = self.drawn.len() as u32;
                self.queue.push(minute, Due { kind: DueKind::Impression, person, of });
            }
            self.drawn.push(Drawn { minute, destination: index as u16, mark, click });
        }
        self.impressions[slot] = Impressions { ahead: start..self.drawn.len(), is_drawn: true };
    }

    /// Counts a person's impressions up to now, before its role or a destination changes. What people do in a minute
    /// comes after its jobs and before its arrivals at nodes.
    pub(crate) fn count_impressions(&mut self, person: u16) {
        let program = self.program;
        let until = if self.in_jobs { self.now - 1 } else { self.now };
        let row = &program.behaviours[usize::from(self.people[usize::from(person)].behaviour)];
        let (rate, largest) = (row.rates.impressions, program.largest.impressions);
        for index in 0..program.destinations.len() {
            let active = self.destinations[index];
            let ahead = &mut self.impressions[usize::from(person) * program.destinations.len() + index].ahead;
            if !active.on || ahead.start == ahead.end {
                continue;
            }
            let mut count = 0;
            let mut day = program.clock.midnights.partition_point(|&at| at <= self.drawn[ahead.start].minute);
            while let Some(drawn) = self.drawn[ahead.clone()].first().filter(|drawn| drawn.minute <= until) {
                ahead.start += 1;
                if Self::accepted(drawn.mark, rate, largest) {
                    while program.clock.midnights.get(day).is_some_and(|&at| at <= drawn.minute) {
                        day += 1;
                    }
                    self.tally.days[day + 1].impressions += 1;
                    count += 1;
                }
            }
            if count > 0 {
                self.seen.impression = true;
                self.tally.events[usize::from(IMPRESSION)] += count;
                let types = usize::from(program.event_types);
                self.tally.node_events[active.node as usize * types + usize::from(IMPRESSION)] += count;
            }
        }
    }

    /// An impression comes due that somebody asks for, or that may be clicked.
    pub(crate) fn impression(&mut self, person: u16, drawn: usize) {
        let program = self.program;
        let Drawn { destination, mark, click, .. } = self.drawn[drawn];
        let index = usize::from(destination);
        let active = self.destinations[index];
        let row = &program.behaviours[usize::from(self.people[usize::from(person)].behaviour)];
        if !active.on || !Self::accepted(mark, row.rates.impressions, program.largest.impressions) {
            return;
        }
        let fields = program.destinations[index].fields;
        if self.trace.is_some() || self.impressions_asked {
            // Its count is that of `count_impressions`.
            self.uncounted_event(IMPRESSION, person, fields, active.node);
        }
        if click < row.ad_click {
            self.event(AD_CLICK, person, fields, active.node);
            self.seen.ad_page_view = true;
            self.event(PAGE_VIEW, person, 0, active.node);
        }
    }
}
