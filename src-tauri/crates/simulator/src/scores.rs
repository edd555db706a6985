//! Engagement: of people over the last 30 days, of groups by the weights of their roles.

use std::collections::VecDeque;

use crate::account::Run;
use crate::events::EventType;
use crate::program::Program;
use crate::time::Minute;

/// 30 days of a score window.
const WINDOW: Minute = 43_200;
/// The most events of one type that count for a person and day.
const DAILY_CAP: usize = 20;

/// The scored events of the account's people that lie in the window, and their counts.
pub(crate) struct Window {
    /// By event type its place among the scored ones.
    places: Vec<Option<u8>>,
    weights: Vec<f64>,
    events: VecDeque<Scored>,
    /// By person and scored type: how many lie in the window.
    counts: Vec<u16>,
    /// Whether some day of some person has more of one type than counts.
    capped: bool,
    /// Whether anything changed since the last look.
    pub(crate) changed: bool,
}

struct Scored {
    minute: Minute,
    day: i32,
    person: u16,
    place: u8,
}

impl Window {
    pub(crate) fn new(program: &Program) -> Window {
        let mut weights = Vec::new();
        let places = program.weights.iter().map(|&weight| {
            (weight > 0.0).then(|| {
                weights.push(weight);
                weights.len() as u8 - 1
            })
        });
        let places = places.collect();
        Window { places, weights, events: VecDeque::new(), counts: Vec::new(), capped: false, changed: false }
    }

    pub(crate) fn clear(&mut self) {
        self.events.clear();
        self.counts.clear();
        self.capped = false;
        self.changed = true;
    }

    pub(crate) fn add_person(&mut self) {
        self.counts.resize(self.counts.len() + self.weights.len(), 0);
    }

    /// Takes in an event; events come in the order of time.
    pub(crate) fn add(&mut self, event: EventType, person: u16, minute: Minute, day: i32) {
        let Some(place) = self.places[usize::from(event)] else { return };
        let types = self.weights.len();
        let count = &mut self.counts[usize::from(person) * types + usize::from(place)];
        *count += 1;
        // Only a count above the cap can hide a day above it.
        if usize::from(*count) > DAILY_CAP {
            self.capped = true;
        }
        self.events.push_back(Scored { minute, day, person, place });
        self.changed = true;
    }

    /// Lets go of what has left the window.
    pub(crate) fn advance(&mut self, now: Minute) {
        let types = self.weights.len();
        while self.events.front().is_some_and(|event| event.minute <= now - WINDOW) {
            if let Some(event) = self.events.pop_front() {
                self.counts[usize::from(event.person) * types + usize::from(event.place)] -= 1;
                self.changed = true;
            }
        }
    }

    /// The weighted count of a person: Σ over days and types of min(count, 20) · weight.
    fn raw(&self, person: u16, now: Minute) -> f64 {
        let types = self.weights.len();
        let stale = self.events.front().is_some_and(|event| event.minute <= now - WINDOW);
        if self.capped || stale {
            return self.raw_by_day(person, now);
        }
        let counts = &self.counts[usize::from(person) * types..][..types];
        counts.iter().zip(&self.weights).map(|(&count, weight)| f64::from(count) * weight).sum()
    }

    fn raw_by_day(&self, person: u16, now: Minute) -> f64 {
        let mine =
            || self.events.iter().filter(|event| event.person == person && event.minute > now - WINDOW);
        let mut sum = 0.0;
        for (place, weight) in self.weights.iter().enumerate() {
            let mut counted = 0usize;
            let (mut day, mut of_day) = (i32::MIN, 0);
            for event in mine().filter(|event| usize::from(event.place) == place) {
                if event.day != day {
                    (day, of_day) = (event.day, 0);
                }
                of_day += 1;
                counted += usize::from(of_day <= DAILY_CAP);
            }
            sum += counted as f64 * weight;
        }
        sum
    }
}

impl Run<'_> {
    /// A person's engagement, 0 to 100.
    pub(crate) fn person_score(&self, person: u16) -> f64 {
        let raw = self.window.raw(person, self.now);
        if raw == 0.0 {
            return 0.0;
        }
        100.0 * (raw / self.program.references.person).sqrt().min(1.0)
    }

    /// A group's engagement, 0 to 100: person scores weighted by role, the weights over the roles with members.
    pub(crate) fn group_score(&self, index: usize) -> f64 {
        let (plan, group) = (&self.program.groups[index], &self.groups[index]);
        let present = plan.cards.iter().zip(&group.members).filter(|(_, members)| **members > 0);
        let weights: f64 = present.map(|(card, _)| card.weight).sum();
        if weights == 0.0 {
            return 0.0;
        }
        let mut raw = 0.0;
        for person in 0..self.people.len() as u16 {
            let record = self.records[self.record(index, person)];
            if let Some(card) = record.card.filter(|_| !record.removed) {
                raw += self.person_score(person) * plan.cards[usize::from(card)].weight / weights;
            }
        }
        100.0 * (raw / self.program.references.group).sqrt().min(1.0)
    }
}
