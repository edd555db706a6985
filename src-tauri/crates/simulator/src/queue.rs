//! What an account has before it, in the order in which it happens.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::time::Minute;

/// A thing to come: what it is, and about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Due {
    pub(crate) kind: DueKind,
    /// Whose: the person, or the destination of an account's lead.
    pub(crate) person: u16,
    /// Which chain, destination, custom process or visit it belongs to.
    pub(crate) of: u32,
}

/// In the order in which things of one person happen within a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum DueKind {
    Delivered,
    Bounced,
    Opened,
    Clicked,
    FollowUp,
    Attended,
    ChatGoal,
    Meeting,
    MessageClicked,
    Visit,
    Custom,
    Impression,
    ClickedImpression,
    Lead,
    JourneyEnds,
    Enter,
    Arrive,
}

impl DueKind {
    /// Events of people come before arrivals at nodes; the journey's end comes before both kinds of arrival.
    fn is_arrival(self) -> bool {
        self >= DueKind::JourneyEnds
    }
}

/// After everything.
pub(crate) const LAST: u64 = u64::MAX;

/// The place of a thing in the order of all: by its minute, events of people before arrivals, by person, by kind.
pub(crate) fn rank(minute: Minute, due: Due) -> u64 {
    (minute as u64) << 40
        | u64::from(due.kind.is_arrival()) << 39
        | u64::from(due.person) << 23
        | (due.kind as u64) << 18
}

/// The minute of a rank; beyond every horizon for LAST.
pub(crate) fn minute_of(rank: u64) -> Minute {
    (rank >> 40) as Minute
}

/// How many things stand in order; what comes after them waits in a heap.
const NEAR: usize = 32;

/// A queue of one account; its memory is kept from account to account. Most accounts have a handful of things before
/// them, for which a sorted list is the fastest; the heap keeps large accounts from moving long lists about.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    /// The next things, the very next one last.
    near: Vec<(u64, Due)>,
    /// What comes after all of `near`.
    far: BinaryHeap<Reverse<(u64, Due)>>,
    count: u32,
    /// What comes at this minute or later never happens.
    horizon: Minute,
}

impl Queue {
    pub(crate) fn clear(&mut self, horizon: Minute) {
        self.near.clear();
        self.far.clear();
        self.horizon = horizon;
        self.count = 0;
    }

    pub(crate) fn push(&mut self, minute: Minute, due: Due) {
        if minute >= self.horizon {
            return;
        }
        // The count makes ranks unique, so that the order among equals is that in which they came.
        let rank = rank(minute, due) | u64::from(self.count & 0x3ffff);
        self.count += 1;
        self.put((rank, due));
    }

    fn put(&mut self, thing: (u64, Due)) {
        let full = self.near.len() == NEAR;
        let last = if full { self.near.first() } else { self.far.peek().map(|Reverse(first)| first) };
        if last.is_some_and(|last| thing > *last) {
            return self.far.push(Reverse(thing));
        }
        if full {
            self.far.push(Reverse(self.near.remove(0)));
        }
        let after = self.near.iter().rev().take_while(|other| **other < thing).count();
        self.near.insert(self.near.len() - after, thing);
    }

    /// The rank of the very next thing; LAST if there is none.
    pub(crate) fn next_rank(&self) -> u64 {
        self.near.last().map_or(LAST, |(rank, _)| *rank)
    }

    pub(crate) fn pop(&mut self) -> Option<(Minute, Due)> {
        let (rank, due) = self.near.pop()?;
        if self.near.is_empty() {
            while self.near.len() < NEAR / 2
                && let Some(Reverse(thing)) = self.far.pop()
            {
                self.near.push(thing);
            }
            self.near.reverse();
        }
        Some((minute_of(rank), due))
    }
}

#[cfg(test)]
mod tests {
    use super::{Due, DueKind, Queue, minute_of};

    /// A few and many things come in the order of their minutes, whatever the order in which they were put in.
    #[test]
    fn things_come_in_order() {
        for n in [5u32, 31, 32, 33, 1_000] {
            let mut queue = Queue::default();
            queue.clear(1_000_000);
            let mut minutes = Vec::new();
            let mut state = 1u64;
            for of in 0..n {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let minute = (state >> 33) as i32 % 500 + minutes.last().copied().unwrap_or(0) / 2;
                queue.push(minute, Due { kind: DueKind::Visit, person: 0, of });
                minutes.push(minute);
                if of % 7 == 6 {
                    let next = queue.pop().map(|(minute, _)| minute);
                    let least = minutes.iter().copied().min();
                    assert_eq!(next, least);
                    minutes.retain(|minute| Some(*minute) != least);
                    while Some(minute_of(queue.next_rank())) == least {
                        queue.pop();
                    }
                }
            }
            minutes.sort_unstable();
            let rest: Vec<i32> = std::iter::from_fn(|| queue.pop().map(|(minute, _)| minute)).collect();
            assert_eq!(rest, minutes);
        }
    }
}
