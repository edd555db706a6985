//! Engagement: of people over the last 30 days, of groups by the weights of their roles.

use crate::account::Run;
use crate::events::EventType;
use crate::program::Program;
use crate::time::Minute;

/// 30 days of a score window.
const WINDOW: Minute = 43_200;
/// The most events of one type that count for a person and day.
const DAILY_CAP: u32 = 20;
/// More days than a window can touch: 31, and some where clocks change.
const DAYS: usize = 34;
/// Raw scores are whole numbers of this part of 1: adding an event and taking it away again leaves no trace, in
/// whatever order, so that a sum can be kept instead of made again.
const UNIT: f64 = 1.0 / (1u64 << 40) as f64;

/// The scored events of the account's people that lie in the window, and the scores that they make.
pub(crate) struct Window {
    /// By event type its place among the scored ones.
    places: Vec<Option<u8>>,
    /// In units.
    weights: Vec<i64>,
    /// In the order of time; those before `first` have left the window.
    events: Vec<Scored>,
    first: usize,
    /// By person and scored type: how many lie in the window.
    counts: Vec<u16>,
    /// By person, scored type and day, which is counted in a ring: how many lie in the window. Empty until some day of some
    /// person may have more of one type than counts, since that is rare and this is much to keep.
    days: Vec<u32>,
    people: Vec<Kept>,
    /// Those whose score has changed since it was kept.
    changed: Vec<u16>,
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
#[derive(Clone, Copy, Default)]
struct Kept {
    score: f64,
    /// Σ over days and types of min(count, 20) · weight, in units.
    raw: i64,
    changed: bool,
}

impl Window {
    pub(crate) fn new(program: &Program) -> Window {
        let mut weights = Vec::new();
        let places = program.weights.iter().map(|&weight| {
            (weight > 0.0).then(|| {
                weights.push((weight / UNIT).round() as i64);
                weights.len() as u8 - 1
            })
        });
        let places = places.collect();
        Window {
            places,
            weights,
            events: Vec::new(),
            first: 0,
            counts: Vec::new(),
            days: Vec::new(),
            people: Vec::new(),
            changed: Vec::new(),
            idle: false,
        }
    }

    pub(crate) fn clear(&mut self) {
        self.events.clear();
        self.first = 0;
        self.counts.clear();
        self.days.clear();
        self.people.clear();
        self.changed.clear();
        self.idle = false;
    }

    /// How many people there are now.
    pub(crate) fn set_people(&mut self, people: usize) {
        self.counts.resize(people * self.weights.len(), 0);
        if !self.days.is_empty() {
            self.days.resize(self.counts.len() * DAYS, 0);
        }
        self.people.resize(people, Kept::default());
    }

    /// Takes in an event; events come in the order of time.
    pub(crate) fn add(&mut self, event: EventType, person: u16, minute: Minute, day: i32) {
        let Some(place) = self.places[usize::from(event)] else { return };
        if self.idle {
            return;
        }
        let of_type = self.of_type(person, place);
        let count = &mut self.counts[of_type];
        *count = count.saturating_add(1);
        // Only a count above the cap can hide a day above it.
        let few = self.days.is_empty() && u32::from(*count) <= DAILY_CAP;
        if few || self.is_counted(of_type, minute, day) {
            self.shift(person, self.weights[usize::from(place)]);
        }
        self.events.push(Scored { minute, day, person, place });
    }

    fn of_type(&self, person: u16, place: u8) -> usize {
        usize::from(person) * self.weights.len() + usize::from(place)
    }

    /// Takes one more into its day; whether that day has no more than count.
    fn is_counted(&mut self, of_type: usize, minute: Minute, day: i32) -> bool {
        // The ring has room for one window only.
        self.let_go(minute);
        if self.days.is_empty() {
            self.count_days();
        }
        let of_day = &mut self.days[of_type * DAYS + ring(day)];
        *of_day += 1;
        *of_day <= DAILY_CAP
    }

    /// Begins to keep how many lie in each day; so far none has more than count.
    fn count_days(&mut self) {
        self.days.resize(self.counts.len() * DAYS, 0);
        for event in &self.events[self.first..] {
            let of_type = self.of_type(event.person, event.place);
            self.days[of_type * DAYS + ring(event.day)] += 1;
        }
    }

    fn shift(&mut self, person: u16, by: i64) {
        let kept = &mut self.people[usize::from(person)];
        kept.raw += by;
        if !kept.changed {
            kept.changed = true;
            self.changed.push(person);
        }
    }

    /// From which minute on the scores are others than those that are kept, if nothing else happens.
    pub(crate) fn due_from(&self) -> Minute {
        if !self.changed.is_empty() {
            return 0;
        }
        self.events.get(self.first).map_or(Minute::MAX, |event| event.minute + WINDOW)
    }

    fn is_stale(&self, now: Minute) -> bool {
        self.events.get(self.first).is_some_and(|event| event.minute <= now - WINDOW)
    }

    /// Lets go of what has left the window.
    fn let_go(&mut self, now: Minute) {
        while self.is_stale(now) {
            let Scored { person, place, day, .. } = self.events[self.first];
            self.first += 1;
            let of_type = self.of_type(person, place);
            self.counts[of_type] = self.counts[of_type].saturating_sub(1);
            let counted = self.days.get_mut(of_type * DAYS + ring(day)).is_none_or(|of_day| {
                *of_day -= 1;
                *of_day < DAILY_CAP
            });
            if counted {
                self.shift(person, -self.weights[usize::from(place)]);
            }
        }
    }

    /// Lets go of what has left the window, and keeps the scores of now; whether any of them changed.
    pub(crate) fn bring_up_to(&mut self, now: Minute, reference: f64) -> bool {
        self.let_go(now);
        let any = !self.changed.is_empty();
        for person in self.changed.drain(..) {
            let kept = &mut self.people[usize::from(person)];
            kept.score = score(kept.raw as f64 * UNIT, reference);
            kept.changed = false;
        }
        any
    }

    /// A person's engagement now, 0 to 100; `reference` is the raw value that scores 100.
    fn score(&self, person: u16, now: Minute, reference: f64) -> f64 {
        let kept = self.people[usize::from(person)];
        if kept.changed || self.is_stale(now) { score(self.raw(person, now), reference) } else { kept.score }
    }

    /// The weighted count of a person: Σ over days and types of min(count, 20) · weight.
    fn raw(&self, person: u16, now: Minute) -> f64 {
        if self.is_stale(now) {
            return self.raw_by_day(person, now);
        }
        self.people[usize::from(person)].raw as f64 * UNIT
    }

    fn raw_by_day(&self, person: u16, now: Minute) -> f64 {
        let window = &self.events[self.first..];
        let mine = || window.iter().filter(|event| event.person == person && event.minute > now - WINDOW);
        let mut sum = 0;
        for (place, weight) in self.weights.iter().enumerate() {
            let mut counted = 0usize;
            let (mut day, mut of_day) = (i32::MIN, 0);
            for event in mine().filter(|event| usize::from(event.place) == place) {
                if event.day != day {
                    (day, of_day) = (event.day, 0);
                }
                of_day += 1u32;
                counted += usize::from(of_day <= DAILY_CAP);
            }
            sum += counted as i64 * weight;
        }
        sum as f64 * UNIT
    }
}

/// A day's place in the ring.
fn ring(day: i32) -> usize {
    day.rem_euclid(DAYS as i32) as usize
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
        let group = &self.groups[index];
        let mut raw = 0.0;
        if group.shares_hold && self.window.due_from() > self.now {
            raw = group.shares.iter().zip(&self.window.people).map(|(share, kept)| kept.score * share).sum();
        } else {
            let whole = self.whole_weight(index);
            for person in 0..self.people.len() as u16 {
                raw += self.person_score(person) * self.share(index, person, whole);
            }
        }
        if raw == 0.0 { 0.0 } else { 100.0 * (raw / self.program.references.group).sqrt().min(1.0) }
    }

    /// Keeps what each person's score counts for in the group's, until membership changes.
    pub(crate) fn keep_shares(&mut self, index: usize) {
        if self.groups[index].shares_hold {
            return;
        }
        let whole = self.whole_weight(index);
        let mut shares = std::mem::take(&mut self.groups[index].shares);
        shares.clear();
        shares.extend((0..self.people.len() as u16).map(|person| self.share(index, person, whole)));
        self.groups[index].shares = shares;
        self.groups[index].shares_hold = true;
    }

    /// The weights of the roles with members.
    fn whole_weight(&self, index: usize) -> f64 {
        let roles = self.program.groups[index].cards.iter().zip(&self.groups[index].members);
        roles.filter(|(_, members)| **members > 0).map(|(card, _)| card.weight).sum()
    }

    fn share(&self, index: usize, person: u16, whole: f64) -> f64 {
        let record = self.records[self.record(index, person)];
        let card = record.card.filter(|_| !record.removed && whole > 0.0);
        card.map_or(0.0, |card| self.program.groups[index].cards[usize::from(card)].weight / whole)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, Window};

    /// What is kept step by step is what counting all over gives: at bursts over the cap, across days, past the window.
    #[test]
    fn kept_scores_are_those_counted_anew() {
        let mut window = Window {
            places: vec![Some(0), None, Some(1)],
            weights: vec![3, 5],
            events: Vec::new(),
            first: 0,
            counts: vec![0; 4],
            days: Vec::new(),
            people: vec![Kept::default(); 2],
            changed: Vec::new(),
            idle: false,
        };
        let (mut minute, mut state) = (-50_000, 1u64);
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let draw = (state >> 33) as i32;
            minute += if draw % 50 == 0 { draw % 9_000 } else { draw % 40 };
            window.add((draw % 3) as _, (draw / 3 % 2) as u16, minute, minute.div_euclid(1_440));
            if draw % 7 == 0 {
                window.bring_up_to(minute, 1.0);
                for person in 0..2 {
                    assert_eq!(window.raw(person, minute), window.raw_by_day(person, minute));
                }
            }
        }
        assert!(!window.days.is_empty() && window.first > 10_000);
    }
}
