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

/// The scored events of the account's people that lie in the window, and the scores that they make.
pub(crate) struct Window {
    /// By event type its place among the scored ones.
    places: Vec<Option<u8>>,
    weights: Vec<f64>,
    events: VecDeque<Scored>,
    /// By person and scored type: how many lie in the window.
    counts: Vec<u16>,
    people: Vec<Kept>,
    /// Whether some day of some person may have more of one type than counts.
    capped: bool,
    /// Whether an event came since the scores were kept.
    changed: bool,
    /// Where nobody asks for scores, nothing is taken in.
    pub(crate) idle: bool,
}

struct Scored {
    minute: Minute,
    day: i32,
    person: u16,
    place: u8,
}

/// A person's score as it was last kept, and whether something has changed since.
#[derive(Clone, Copy)]
struct Kept {
    score: f64,
    changed: bool,
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
        Window {
            places,
            weights,
            events: VecDeque::new(),
            counts: Vec::new(),
            people: Vec::new(),
            capped: false,
            changed: false,
            idle: false,
        }
    }

    pub(crate) fn clear(&mut self) {
        self.events.clear();
        self.counts.clear();
        self.people.clear();
        self.capped = false;
        self.changed = true;
        self.idle = false;
    }

    pub(crate) fn add_person(&mut self) {
        self.counts.resize(self.counts.len() + self.weights.len(), 0);
        self.people.push(Kept { score: 0.0, changed: false });
    }

    /// Takes in an event; events come in the order of time.
    pub(crate) fn add(&mut self, event: EventType, person: u16, minute: Minute, day: i32) {
        let Some(place) = self.places[usize::from(event)] else { return };
        if self.idle {
            return;
        }
        let count = self.count(person, place);
        *count += 1;
        // Only a count above the cap can hide a day above it.
        self.capped |= usize::from(*count) > DAILY_CAP;
        self.events.push_back(Scored { minute, day, person, place });
        self.people[usize::from(person)].changed = true;
        self.changed = true;
    }

    fn count(&mut self, person: u16, place: u8) -> &mut u16 {
        &mut self.counts[usize::from(person) * self.weights.len() + usize::from(place)]
    }

    /// Whether the scores of now differ from those that are kept.
    pub(crate) fn is_due(&self, now: Minute) -> bool {
        self.changed || self.is_stale(now)
    }

    fn is_stale(&self, now: Minute) -> bool {
        self.events.front().is_some_and(|event| event.minute <= now - WINDOW)
    }

    /// Lets go of what has left the window, and keeps the scores of now; whether any of them changed.
    pub(crate) fn bring_up_to(&mut self, now: Minute, reference: f64) -> bool {
        if !self.is_due(now) {
            return false;
        }
        while self.is_stale(now) {
            if let Some(Scored { person, place, .. }) = self.events.pop_front() {
                *self.count(person, place) -= 1;
                self.people[usize::from(person)].changed = true;
            }
        }
        for person in 0..self.people.len() {
            if self.people[person].changed {
                let score = score(self.raw(person as u16, now), reference);
                self.people[person] = Kept { score, changed: false };
            }
        }
        self.changed = false;
        true
    }

    /// A person's engagement now, 0 to 100; `reference` is the raw value that scores 100.
    fn score(&self, person: u16, now: Minute, reference: f64) -> f64 {
        let kept = self.people[usize::from(person)];
        if kept.changed || self.is_stale(now) { score(self.raw(person, now), reference) } else { kept.score }
    }

    /// The weighted count of a person: Σ over days and types of min(count, 20) · weight.
    fn raw(&self, person: u16, now: Minute) -> f64 {
        if self.capped || self.is_stale(now) {
            return self.raw_by_day(person, now);
        }
        let types = self.weights.len();
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

fn score(raw: f64, reference: f64) -> f64 {
    if raw == 0.0 { 0.0 } else { 100.0 * (raw / reference).sqrt().min(1.0) }
}

impl Run<'_> {
    /// A person's engagement, 0 to 100.
    pub(crate) fn person_score(&self, person: u16) -> f64 {
        self.window.score(person, self.now, self.program.references.person)
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
