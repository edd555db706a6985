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

/// A queue of one account; its memory is kept from account to account.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    heap: BinaryHeap<Reverse<(u64, Due)>>,
    count: u32,
    /// What comes at this minute or later never happens.
    horizon: Minute,
}

impl Queue {
    pub(crate) fn clear(&mut self, horizon: Minute) {
        self.heap.clear();
        self.horizon = horizon;
        self.count = 0;
    }

    pub(crate) fn push(&mut self, minute: Minute, due: Due) {
        if minute >= self.horizon {
            return;
        }
        let arrival = due.kind.is_arrival();
        let person = u64::from(due.person);
        let key = (minute as u64) << 40
            | u64::from(arrival) << 39
            | person << 23
            | (due.kind as u64) << 18
            | u64::from(self.count & 0x3ffff);
        self.count += 1;
        self.heap.push(Reverse((key, due)));
    }

    pub(crate) fn next_minute(&self) -> Option<Minute> {
        self.heap.peek().map(|Reverse((key, _))| (key >> 40) as Minute)
    }

    pub(crate) fn pop(&mut self) -> Option<(Minute, Due)> {
        self.heap.pop().map(|Reverse((key, due))| ((key >> 40) as Minute, due))
    }
}
