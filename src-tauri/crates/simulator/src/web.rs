//! What happens by itself: custom events, activity in destinations and the people whom it finds.

use crate::account::{NONE, Run};
use crate::events::*;
use crate::population::Code;
use crate::program::Titles;
use crate::queue::{Due, DueKind};
use crate::random::{Draw, Purpose, Stream, join};
use crate::time::{Minute, rounded_up};
use crate::trace::What;

pub(crate) const DAY: f64 = 1440.0;
/// Sets the process of a destination's leads apart from that of its ads that are clicked.
const LEADS: u64 = 0x006c_6561_6473;
/// Sets the keys of people found by advertising apart from those of the table.
const FOUND: u64 = 0x0066_6f75_6e64;

/// A Poisson process: the present arrival's time, number and marks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Process {
    /// Minutes from its start, not yet rounded up.
    at: f64,
    pub(crate) ordinal: u32,
    /// Whether its next arrival stands in the queue.
    pub(crate) queued: bool,
    /// The draw of the present arrival: its first half was the time, the second one is free.
    pub(crate) draw: Draw,
}

/// An account's activity in a destination.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Active {
    pub(crate) on: bool,
    /// The node that activated it.
    pub(crate) node: u32,
    leads: Process,
    pub(crate) ads: crate::impressions::Ads,
}

impl Process {
    /// Moves on to the next arrival at a rate per day.
    pub(crate) fn next(&mut self, stream: Stream, about: u64, rate: f64) {
        self.draw = stream.draw(about, self.ordinal, Purpose::Arrival);
        self.at += DAY / rate * self.draw.exponential();
        self.ordinal += 1;
    }

    /// Moves on to the first arrival after a minute, unless its present one stands in the queue; the minute for the
    /// queue. Minutes count from the start of the process.
    pub(crate) fn after(&mut self, minute: Minute, stream: Stream, about: u64, rate: f64) -> Option<Minute> {
        if rate <= 0.0 || self.queued {
            return None;
        }
        while self.ordinal == 0 || self.minute(0) <= minute {
            self.next(stream, about, rate);
        }
        self.queued = true;
        Some(self.minute(0))
    }

    /// The minute of the present arrival, rounded up.
    pub(crate) fn minute(&self, from: Minute) -> Minute {
        minutes_after(from, self.at)
    }
}

/// The minute that lies so long after another, rounded up and at least one later.
pub(crate) fn minutes_after(from: Minute, minutes: f64) -> Minute {
    from.saturating_add(rounded_up(minutes).clamp(1, 1_000_000_000) as Minute)
}

impl Run<'_> {
    /// Starts the custom events of a person, which run from its creation on.
    pub(crate) fn start_customs(&mut self, person: u16) {
        for index in 0..self.program.custom.len() {
            let rate = self.program.largest.custom[index];
            if rate > 0.0 {
                self.next_custom(person, index, rate);
            }
        }
    }

    pub(crate) fn push(&mut self, minute: Minute, kind: DueKind, person: u16, of: u32) {
        self.queue.push(minute, Due { kind, person, of });
    }

    /// Whether an arrival at the largest rate is one at the person's rate.
    pub(crate) fn accepted(mark: f64, rate: f64, largest: f64) -> bool {
        rate >= largest || mark * largest < rate
    }

    fn next_custom(&mut self, person: u16, index: usize, rate: f64) {
        let key = self.program.custom[index].key;
        let slot = usize::from(person) * self.program.custom.len() + index;
        let of = &self.people[usize::from(person)];
        self.customs[slot].next(of.stream, key, rate);
        let minute = self.customs[slot].minute(of.created);
        self.push(minute, DueKind::Custom, person, index as u32);
    }

    pub(crate) fn custom_event(&mut self, person: u16, index: usize) {
        let program = self.program;
        let (custom, largest) = (program.custom[index], program.largest.custom[index]);
        let of = &self.people[usize::from(person)];
        let slot = usize::from(person) * program.custom.len() + index;
        let draw = self.customs[slot].draw;
        let rate = program.behaviours[usize::from(of.behaviour)].rates.custom[index];
        self.next_custom(person, index, largest);
        if Self::accepted(draw.part(2), rate, largest) {
            self.event(custom.event, person, 0, NONE);
        }
    }

    /// Puts the account into a destination; nothing happens if it is there already.
    pub(crate) fn activate(&mut self, index: usize, node: u32) {
        if self.destinations[index].on {
            return;
        }
        self.destinations[index].on = true;
        self.destinations[index].node = node;
        self.note(Some(node), None, What::Activated { destination: index as u16 });
        self.await_lead(index);
        self.start_impressions(index);
    }

    pub(crate) fn deactivate(&mut self, index: usize, node: u32) {
        if self.destinations[index].on {
            self.count_impressions();
            self.destinations[index].on = false;
            self.note(Some(node), None, What::Deactivated { destination: index as u16 });
        }
    }

    fn await_lead(&mut self, index: usize) {
        let rate = self.program.leads_per_account_day;
        let key = join(LEADS, self.program.destinations[index].key);
        if let Some(minute) = self.destinations[index].leads.after(self.now, self.stream, key, rate) {
            self.push(minute, DueKind::Lead, u16::MAX, index as u32);
        }
    }

    /// Somebody new fills out the form of a destination, unless the form fails.
    pub(crate) fn lead(&mut self, index: usize) {
        let program = self.program;
        self.destinations[index].leads.queued = false;
        let Active { on, node, leads, .. } = self.destinations[index];
        if !on {
            return;
        }
        let destination = &program.destinations[index];
        let draw = self.stream.draw(destination.key, leads.ordinal - 1, Purpose::Lead);
        self.await_lead(index);
        if !destination.error_redirect && draw.part(0) < program.form_error {
            return;
        }
        let (role, title) = self.role_of_new_person(index, draw, leads.ordinal - 1);
        let number = self.found + 1;
        self.found = number;
        let key = join(FOUND, u64::from(number));
        self.add_found(self.stream.person(key), title);
        self.add_records();
        self.unsettled = true;
        let person = self.people.len() as u16 - 1;
        let bucket = self.bucket();
        self.tally.days[bucket].new_people += 1;
        self.note(Some(node), Some(person), What::NewPerson { number, role, title });
        self.event(NEW_LEAD, person, destination.fields, node);
        self.event(FORM, person, destination.fields, node);
        self.start_own_impressions(person);
    }

    /// With the filter's precision a role that the destination asks for, rather one that is missing; else any role. And
    /// one of its titles.
    fn role_of_new_person(&self, index: usize, draw: Draw, ordinal: u32) -> (Option<u16>, Code) {
        let program = self.program;
        let roles = &program.destinations[index].roles;
        let of_title = self.stream.draw(program.destinations[index].key, ordinal, Purpose::LeadTitle);
        let pick = |titles: &Titles| {
            let codes = &titles.codes;
            let title = if codes.is_empty() { 0 } else { codes[of_title.pick(0, codes.len())] };
            (Some(titles.role), title)
        };
        if !roles.is_empty() && draw.part(1) < program.role_filter_precision {
            let missing = |role: &&crate::program::TargetRole| {
                role.cards
                    .iter()
                    .enumerate()
                    .any(|(group, card)| card.is_some_and(|card| self.is_missing(group, card)))
            };
            let count = roles.iter().filter(missing).count();
            let role = if count > 0 {
                roles.iter().filter(missing).nth(draw.pick(2, count))
            } else {
                roles.get(draw.pick(2, roles.len()))
            };
            return role.map_or((None, 0), |role| pick(&role.titles));
        }
        match program.titles.as_slice() {
            [] => (None, 0),
            titles => pick(&titles[draw.pick(2, titles.len())]),
        }
    }

    /// Whether a required role of a group has fewer members than it needs.
    pub(crate) fn is_missing(&self, group: usize, card: u8) -> bool {
        let plan = &self.program.groups[group].cards[usize::from(card)];
        let of = &self.groups[group];
        of.exists && plan.required && u32::from(of.members[usize::from(card)]) < plan.members_required
    }
}
