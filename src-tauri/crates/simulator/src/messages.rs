//! What becomes of emails and text messages, and of chats.

use crate::account::{NONE, Run};
use crate::events::*;
use crate::program::{Behaviour, Call, Channel, Effect, Test};
use crate::queue::{Due, DueKind};
use crate::random::{Draw, Purpose, Stream, join};
use crate::time::Minute;

/// To how many people an email is sent together.
const LOT: usize = 4;

/// A message or a chat on its way: what later events of it need to know.
#[derive(Clone, Copy)]
pub(crate) struct Chain {
    /// Names the chain in its draws: the node, the place of the action and the visit; or the visit to the web.
    about: u64,
    ordinal: u32,
    /// The node that caused it; NONE for the web.
    node: u32,
    fields: u32,
    /// The behaviour at the send holds for the whole chain.
    behaviour: u16,
    call: Call,
    clicked: EventType,
}

impl Run<'_> {
    fn row(&self, chain: &Chain) -> &Behaviour {
        &self.program.behaviours[usize::from(chain.behaviour)]
    }

    fn start_chain(&mut self, chain: Chain, person: u16, kind: DueKind, minute: Minute) {
        self.chains.push(chain);
        let of = self.chains.len() as u32 - 1;
        self.queue.push(minute, Due { kind, person, of });
    }

    /// Sends an email to people, in their order. Some are dealt with together, so that no draw waits for another.
    pub(crate) fn send_emails(
        &mut self,
        mut people: impl Iterator<Item = u16>,
        email: u32,
        node: u32,
        place: u32,
    ) {
        let about = self.about_message(node, place);
        while let Some(first) = people.next() {
            let (mut lot, mut n) = ([first; LOT], 1);
            for (at, person) in lot[1..].iter_mut().zip(people.by_ref()) {
                *at = person;
                n += 1;
            }
            let streams = lot.map(|person| self.people[usize::from(person)].stream);
            let draws = Stream::draws_of(streams, about, Purpose::Email);
            let (mut openers, mut opened) = ([None; LOT], false);
            for ((&person, draw), opener) in lot[..n].iter().zip(draws).zip(&mut openers) {
                *opener = self.send_email(person, email, node, about, draw);
                opened |= opener.is_some();
            }
            if opened {
                let delay = self.program.delays.open;
                let draws = Stream::draws_of(streams, about, Purpose::OpenDelay);
                let minutes: [Minute; LOT] =
                    std::array::from_fn(|at| openers[at].map_or(0, |_| delay.minutes(draws[at])));
                for ((&person, chain), minutes) in lot.iter().zip(openers).zip(minutes) {
                    let minute = self.now.saturating_add(1).saturating_add(minutes);
                    chain
                        .into_iter()
                        .for_each(|chain| self.start_chain(chain, person, DueKind::Opened, minute));
                }
            }
        }
    }

    /// Names the messages of an action in their draws.
    fn about_message(&self, node: u32, place: u32) -> u64 {
        let visit = u64::from(self.place().visit);
        join(self.program.nodes[node as usize].key, u64::from(place) << 32 | visit)
    }

    /// Sends an email to a person, unless it is suppressed. If nobody sees the delivery in its minute it is counted at
    /// once, and the chain of an email that will be opened is given back.
    fn send_email(&mut self, person: u16, email: u32, node: u32, about: u64, draw: Draw) -> Option<Chain> {
        if self.suppressed(person, email) {
            self.tally.nodes[node as usize].suppressed += 1;
            self.note(Some(node), Some(person), crate::trace::What::Suppressed { email });
            return None;
        }
        self.people[usize::from(person)].reached = true;
        let program = self.program;
        let sent = &program.emails[email as usize];
        let behaviour = self.people[usize::from(person)].behaviour;
        let chain = Chain {
            about,
            ordinal: 0,
            node,
            fields: sent.fields,
            behaviour,
            call: sent.call,
            clicked: EMAIL_CLICKED,
        };
        let bucket = self.bucket();
        self.tally.days[bucket].emails += 1;
        self.event(EMAIL_SENT, person, chain.fields, node);
        let row = self.row(&chain);
        let (bounced, opened) = (draw.part(0) < row.bounce, draw.part(1) < row.open);
        let (kind, event) =
            if bounced { (DueKind::Bounced, EMAIL_BOUNCED) } else { (DueKind::Delivered, EMAIL_DELIVERED) };
        if self.trace.is_some() || self.asked[usize::from(event)].any() {
            self.start_chain(chain, person, kind, self.now + 1);
        } else if self.now + 1 < program.clock.horizon {
            self.count_event(event, node);
            return (opened && !bounced).then_some(chain);
        }
        None
    }

    /// How long after its delivery an email is opened, if it is.
    fn opening(&self, chain: &Chain, person: u16, draw: Draw) -> Option<Minute> {
        let stream = self.people[usize::from(person)].stream;
        let opened = draw.part(1) < self.row(chain).open;
        opened.then(|| self.program.delays.open.minutes(stream.draw(chain.about, 0, Purpose::OpenDelay)))
    }

    /// Whether the person must not or cannot get the email; with deduplication, an address gets an email once.
    fn suppressed(&mut self, person: u16, email: u32) -> bool {
        let columns = &self.program.people;
        let met = |run: &Self, tests: &[&Test]| {
            tests.iter().any(|test| test.met[run.code(person, test.column) as usize])
        };
        let barred = self.people[usize::from(person)].barred.unwrap_or_else(|| met(self, &self.barring[0]));
        self.people[usize::from(person)].barred = Some(barred);
        if barred || columns.address.is_none() || met(self, &self.barring[1]) {
            return true;
        }
        if !self.program.email_deduplication {
            return false;
        }
        if self.addresses_fixed && email < u64::BITS {
            // A bit for each email says whether the address had it, with the first person who has that address.
            let bit = 1u64 << email;
            let first = self.first_with_address(person);
            let emailed = &mut self.people[usize::from(first)].emailed;
            return std::mem::replace(emailed, *emailed | bit) & bit != 0;
        }
        let found = self.people[usize::from(person)].row == NONE;
        let address = columns.address.map_or(0, |column| self.code(person, column));
        let same = columns.same_address.get(address as usize).copied().unwrap_or(address);
        // People found by advertising have an address of their own each.
        let had =
            (email, if found && address == columns.found_address { NONE - u32::from(person) } else { same });
        let again = self.emailed.contains(&had);
        if !again {
            self.emailed.push(had);
        }
        again
    }

    /// The first of the account's people who has the person's address, which the run never writes.
    fn first_with_address(&mut self, person: u16) -> u16 {
        let columns = &self.program.people;
        // People found by advertising have an address of their own each.
        if columns.addresses_differ || person >= self.table_people {
            return person;
        }
        let known = self.people[usize::from(person)].first_with_address;
        known.unwrap_or_else(|| {
            let address = |person: u16| {
                let code = columns.address.map_or(0, |column| self.first_code(person, column));
                columns.same_address.get(code as usize).copied().unwrap_or(code)
            };
            let mine = address(person);
            let first = (0..person).find(|&other| address(other) == mine).unwrap_or(person);
            self.people[usize::from(person)].first_with_address = Some(first);
            first
        })
    }

    /// Sends a text message to a person.
    pub(crate) fn send_message(&mut self, person: u16, effect: &Effect, node: u32, place: u32) {
        let Effect::Message { channel, fields } = *effect else { return };
        let about = self.about_message(node, place);
        let behaviour = self.people[usize::from(person)].behaviour;
        let draw = self.people[usize::from(person)].stream.draw(about, 0, Purpose::Message);
        let row = &self.program.behaviours[usize::from(behaviour)];
        let bucket = self.bucket();
        let day = &mut self.tally.days[bucket];
        let (sent, clicked, p, delay) = match channel {
            Channel::Sms => {
                day.sms += 1;
                (SMS_SENT, SMS_CLICKED, row.sms_click, self.program.delays.sms_click)
            }
            Channel::WhatsApp => {
                day.whatsapp += 1;
                (WHATSAPP_SENT, WHATSAPP_CLICKED, row.whatsapp_click, self.program.delays.whatsapp_click)
            }
        };
        self.event(sent, person, fields, node);
        if draw.part(0) < p {
            let minutes =
                delay.minutes(self.people[usize::from(person)].stream.draw(about, 1, Purpose::Message));
            let chain = Chain { about, ordinal: 0, node, fields, behaviour, call: Call::Link, clicked };
            self.start_chain(chain, person, DueKind::MessageClicked, self.now.saturating_add(minutes));
        }
    }

    /// A chat that a visit to the web has begun, in this minute.
    pub(crate) fn start_chat(&mut self, person: u16, about: u64, ordinal: u32) {
        let behaviour = self.people[usize::from(person)].behaviour;
        let chain = Chain {
            about,
            ordinal,
            node: NONE,
            fields: 0,
            behaviour,
            call: Call::Chat,
            clicked: EMAIL_CLICKED,
        };
        self.event(CHAT, person, 0, NONE);
        let p = self.row(&chain).chat_goal;
        self.chains.push(chain);
        self.go_on(person, self.chains.len() as u32 - 1, DueKind::ChatGoal, Purpose::ChatGoal, p);
    }

    /// With probability `p` the chain goes on to the next thing, after its delay.
    fn go_on(&mut self, person: u16, of: u32, kind: DueKind, purpose: Purpose, p: f64) {
        let chain = self.chains[of as usize];
        let stream = self.people[usize::from(person)].stream;
        if stream.draw(chain.about, 2 * chain.ordinal, purpose).part(0) >= p {
            return;
        }
        let delays = &self.program.delays;
        let delay = if kind == DueKind::Attended { delays.attend } else { delays.follow_up };
        let minutes = delay.minutes(stream.draw(chain.about, 2 * chain.ordinal + 1, purpose));
        self.queue.push(self.now.saturating_add(minutes), Due { kind, person, of });
    }

    /// An event of a chain comes due.
    pub(crate) fn message_event(&mut self, due: Due) {
        let Due { kind, person, of } = due;
        let chain = self.chains[of as usize];
        let Chain { about, node, fields, .. } = chain;
        let row = &self.program.behaviours[usize::from(chain.behaviour)];
        let stream = self.people[usize::from(person)].stream;
        let delays = &self.program.delays;
        match kind {
            DueKind::Bounced => self.event(EMAIL_BOUNCED, person, fields, node),
            DueKind::Delivered => {
                self.event(EMAIL_DELIVERED, person, fields, node);
                if let Some(minutes) = self.opening(&chain, person, stream.draw(about, 0, Purpose::Email)) {
                    self.queue
                        .push(self.now.saturating_add(minutes), Due { kind: DueKind::Opened, person, of });
                }
            }
            DueKind::Opened => {
                self.event(EMAIL_OPENED, person, fields, node);
                let draw = stream.draw(about, 0, Purpose::Email);
                if draw.part(2) < row.unsubscribe {
                    self.unsubscribe(person, node);
                    self.event(EMAIL_UNSUBSCRIBED, person, fields, node);
                }
                if draw.part(3) < row.click {
                    let minutes = delays.click.minutes(stream.draw(about, 0, Purpose::ClickDelay));
                    self.queue
                        .push(self.now.saturating_add(minutes), Due { kind: DueKind::Clicked, person, of });
                }
            }
            DueKind::Clicked => {
                self.event(EMAIL_CLICKED, person, fields, node);
                self.event(LINK_CLICK, person, fields, node);
                self.event(PAGE_VIEW, person, fields, node);
                let p = match chain.call {
                    Call::Link => return,
                    Call::Form => row.form_fill,
                    Call::Webinar => row.register,
                    Call::Chat => row.chat_engage,
                };
                self.go_on(person, of, DueKind::FollowUp, Purpose::FollowUp, p);
            }
            DueKind::FollowUp => match chain.call {
                Call::Link => {}
                Call::Form => self.event(FORM, person, fields, node),
                Call::Webinar => {
                    self.event(REGISTERED, person, fields, node);
                    self.go_on(person, of, DueKind::Attended, Purpose::Attendance, row.attend);
                }
                Call::Chat => {
                    self.event(CHAT, person, fields, node);
                    self.go_on(person, of, DueKind::ChatGoal, Purpose::ChatGoal, row.chat_goal);
                }
            },
            DueKind::Attended => {
                let bucket = self.bucket();
                self.tally.days[bucket].attendees += 1;
                self.event(ATTENDED, person, fields, node);
            }
            DueKind::ChatGoal => {
                self.event(CHAT_GOAL, person, fields, node);
                self.go_on(person, of, DueKind::Meeting, Purpose::Meeting, row.meeting);
            }
            DueKind::Meeting => self.event(MEETING, person, fields, node),
            DueKind::MessageClicked => self.event(chain.clicked, person, fields, node),
            _ => {}
        }
    }

    fn unsubscribe(&mut self, person: u16, node: u32) {
        if let Some(column) = self.program.people.consent {
            self.set_person(node, person, column, self.program.people.unsubscribed);
        }
    }
}
