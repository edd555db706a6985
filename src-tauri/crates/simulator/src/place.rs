//! Where somebody is in the journey. In an account journey the account is at one place; in a person journey each of
//! its people is, and what happens to one of them moves nobody else.

use crate::account::Run;
use crate::program::{Entry, ExitNumber, Step};
use crate::queue::{Due, DueKind};
use crate::time::Minute;

/// One mover's place: a node, or outside.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    pub(crate) node: Option<u32>,
    /// When it came to the node. Outside: from when an event may admit it.
    pub(crate) since: Minute,
    /// How many midnights were over then.
    pub(crate) since_day: usize,
    /// The number of this visit, from 0; its start.
    pub(crate) visit: u32,
    pub(crate) entries: u32,
    pub(crate) visit_from: Minute,
    /// Tells the arrival that is awaited from those that were overtaken.
    pub(crate) token: u32,
    /// The exit to take at the awaited arrival.
    pub(crate) exit: ExitNumber,
    /// Whether an event after `since` moves it: on from a listen, or outside into the journey.
    pub(crate) listening: bool,
}

impl Place {
    /// Before the first entry of a person who is there from `now` on.
    pub(crate) fn outside(entry: &Entry, now: Minute) -> Place {
        Place { listening: !entry.events.is_empty(), since: entry.from.max(now), ..Place::default() }
    }
}

impl Run<'_> {
    pub(crate) fn place(&self) -> Place {
        self.places[self.mover]
    }

    pub(crate) fn place_mut(&mut self) -> &mut Place {
        &mut self.places[self.mover]
    }

    /// The person who moves; None in an account journey.
    pub(crate) fn moving_person(&self) -> Option<u16> {
        self.program.persons.then_some(self.mover as u16)
    }

    /// Whose listen sees what happens to a person, or to the account: in a person journey the person's own.
    pub(crate) fn mover_of(&self, person: Option<u16>) -> Option<usize> {
        if self.program.persons { person.map(usize::from) } else { Some(0) }
    }

    /// Something that a mover has waited for has happened: it moves on, or enters, among the arrivals of this minute.
    pub(crate) fn answer(&mut self, mover: usize) {
        let place = &mut self.places[mover];
        place.listening = false;
        let Some(node) = place.node else {
            return self.await_entry(mover, self.now);
        };
        if let Step::Listen { event, .. } = self.program.nodes[node as usize].step {
            place.token += 1;
            place.exit = event;
            self.await_arrival(mover, self.now);
        }
    }

    /// The mover leaves its node at this minute by the exit of its place, unless something overtakes it.
    pub(crate) fn await_arrival(&mut self, mover: usize, minute: Minute) {
        let of = self.places[mover].token;
        self.queue.push(minute, Due { kind: DueKind::Arrive, person: mover as u16, of });
    }

    pub(crate) fn await_entry(&mut self, mover: usize, minute: Minute) {
        self.queue.push(minute, Due { kind: DueKind::Enter, person: mover as u16, of: 0 });
    }
}
