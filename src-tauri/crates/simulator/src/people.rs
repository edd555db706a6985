//! Actions on the account and its people, splits by people, and the events that all of it makes.

use crate::account::{Logged, NONE, Run};
use crate::events::{EventType, INTERESTING_MOMENT, engages};
use crate::place::Place;
use crate::population::{Code, Source};
use crate::program::{Action, Effect, ExitNumber, Span, Step, Trigger};
use crate::time::Minute;
use crate::trace::What;

impl Run<'_> {
    /// Something happens to a person now; `node` caused it, or NONE.
    pub(crate) fn event(&mut self, event: EventType, person: u16, fields: u32, node: u32) {
        self.count_event(event, node);
        let program = self.program;
        if engages(event) && self.seen.first_entry.is_some() {
            self.seen.engaged = true;
            self.people[usize::from(person)].engaged = true;
        }
        let asked = self.asked[usize::from(event)];
        if asked.remembered {
            self.log.push(Logged { minute: self.now, person, event, fields });
        }
        if asked.scored {
            self.window.add(event, person, self.now, self.day as i32);
        }
        if self.trace.is_some() {
            let caused_by = (node != NONE).then_some(node);
            self.note(caused_by, Some(person), What::Event { event, fields });
        }
        if !asked.listened {
            return;
        }
        self.listen_for(Some(person), |trigger| {
            matches!(trigger, Trigger::Event { event: wanted, fields: test, .. }
                if *wanted == event && test.is_none_or(|test| field_test(&program.field_tests, test, fields)))
        });
    }

    /// Counts an event that `node` caused, or NONE.
    pub(crate) fn count_event(&mut self, event: EventType, node: u32) {
        self.tally.events[usize::from(event)] += 1;
        if node != NONE {
            let types = usize::from(self.program.event_types);
            self.tally.node_events[node as usize * types + usize::from(event)] += 1;
        }
    }

    /// Keeps an event from before the run for what asks for it later: histories and scores.
    pub(crate) fn remember(&mut self, minute: Minute, person: u16, event: EventType, fields: u32) {
        let program = self.program;
        if program.remembered[usize::from(event)] {
            self.log.push(Logged { minute, person, event, fields });
        }
        if program.weights[usize::from(event)] > 0.0 {
            // The days of the run are counted from 0.
            let day = program.calendars[0].day(minute) as i32 - 1_000_000;
            self.window.add(event, person, minute, day);
        }
    }

    /// Whoever listens for what has just happened moves on, or enters, in this minute.
    pub(crate) fn listen_for(&mut self, person: Option<u16>, happened: impl Fn(&Trigger) -> bool) {
        let Some(mover) = self.mover_of(person) else { return };
        let Place { listening, since, node, .. } = self.places[mover];
        if !listening || self.now <= since {
            return;
        }
        let program = self.program;
        let triggers = match node.map(|node| &program.nodes[node as usize].step) {
            None => &program.entry.events,
            Some(Step::Listen { triggers, .. }) => triggers,
            Some(_) => return,
        };
        let triggers = &program.triggers[triggers.start as usize..triggers.end as usize];
        let matched = triggers.iter().any(|trigger| {
            happened(trigger)
                && match trigger {
                    Trigger::Event { filter, .. }
                    | Trigger::Membership { filter, .. }
                    | Trigger::PersonAttribute { filter, .. } => self.holds(filter, person),
                    Trigger::Score { .. } | Trigger::Never => true,
                }
        });
        if matched {
            self.answer(mover);
        }
    }

    /// A group's completeness (or engagement) has changed.
    pub(crate) fn listen_for_score(&mut self, index: usize, completeness: bool, before: f64, after: f64) {
        self.listen_for(None, |trigger| {
            matches!(trigger, Trigger::Score { completeness: wanted, group, from, to }
                if *wanted == completeness
                    && group.is_none_or(|group| usize::from(group) == index)
                    && from.is_none_or(|from| from.holds(before))
                    && to.is_none_or(|to| to.holds(after)))
        });
    }

    pub(crate) fn set_person(&mut self, node: u32, person: u16, column: u16, code: Code) {
        let written = &self.program.people.written;
        let Some(slot) = written.iter().position(|&other| other == column) else { return };
        let at = usize::from(person) * written.len() + slot;
        if self.person_codes[at] == code {
            return;
        }
        self.person_codes[at] = code;
        self.unsettled = true;
        self.note((node != NONE).then_some(node), Some(person), What::PersonAttribute { column, code });
        let program = self.program;
        self.listen_for(Some(person), |trigger| {
            matches!(trigger, Trigger::PersonAttribute { column: wanted, test, .. }
                if *wanted == column
                    && test.is_none_or(|test| program.tests[test as usize].met[code as usize]))
        });
    }

    /// Applies a node's actions to the account, or to everybody who is there now; in a person journey to the person.
    pub(crate) fn act_on_all(&mut self, node: u32, actions: Span) {
        let program = self.program;
        let people = match self.moving_person() {
            Some(person) => person..person + 1,
            None => 0..self.people.len() as u16,
        };
        for action in &program.actions[actions.start as usize..actions.end as usize] {
            if action.effect.on_people() {
                self.act_on_people(node, action, people.clone());
            } else {
                self.act_on_account(node, action);
            }
        }
        self.count_reached(node);
    }

    /// Each person takes the first path that fits; then the paths' actions are done, path by path.
    pub(crate) fn split_people(&mut self, node: u32, paths: Span, other: Span, other_tally: Option<u32>) {
        let program = self.program;
        let choices = &program.choices[paths.start as usize..paths.end as usize];
        let mut picked = std::mem::take(&mut self.picked);
        picked.clear();
        for person in 0..self.people.len() as u16 {
            let path = choices.iter().position(|path| self.holds(&path.condition, Some(person)));
            picked.push(path.map_or(NONE, |path| path as u32));
            if let Some(row) = path.map_or(other_tally, |path| Some(choices[path].tally)) {
                self.tally.people_paths[row as usize] += 1;
            }
        }
        for (path, choice) in choices.iter().enumerate() {
            self.act_on_path(node, choice.actions.clone(), &picked, path as u32);
        }
        self.act_on_path(node, other, &picked, NONE);
        self.picked = picked;
        self.count_reached(node);
    }

    /// floor(p·n/100) people in order for each path, the rest for the last; a single person goes to the first.
    pub(crate) fn variants_of_people(&mut self, node: u32, paths: Span) {
        let program = self.program;
        let choices = &program.choices[paths.start as usize..paths.end as usize];
        let n = self.people.len();
        let mut picked = std::mem::take(&mut self.picked);
        picked.clear();
        for (path, choice) in choices.iter().enumerate() {
            let last = path + 1 == choices.len();
            let count = match n {
                1 => 1,
                _ if last => n,
                _ => (choice.share * n as f64 / 100.0).floor() as usize,
            };
            let until = (picked.len() + count).min(n);
            self.tally.people_paths[choice.tally as usize] += (until - picked.len()) as u64;
            picked.resize(until, path as u32);
        }
        for (path, choice) in choices.iter().enumerate() {
            self.act_on_path(node, choice.actions.clone(), &picked, path as u32);
        }
        self.picked = picked;
        self.count_reached(node);
    }

    fn act_on_path(&mut self, node: u32, actions: Span, picked: &[u32], path: u32) {
        let program = self.program;
        for action in &program.actions[actions.start as usize..actions.end as usize] {
            let people = picked.iter().enumerate().filter(|(_, of)| **of == path);
            self.act_on_people(node, action, people.map(|(person, _)| person as u16));
        }
    }

    fn act_on_people(&mut self, node: u32, action: &Action, people: impl Iterator<Item = u16>) {
        match action.effect {
            Effect::Email { email } => self.send_emails(people, email, node, action.place),
            _ => people.for_each(|person| self.act_on_person(node, action, person)),
        }
        self.settle_all();
    }

    fn settle_all(&mut self) {
        (0..self.groups.len()).for_each(|group| self.settle(group));
    }

    fn count_reached(&mut self, node: u32) {
        let reached =
            self.people.iter_mut().filter_map(|person| std::mem::take(&mut person.reached).then_some(()));
        self.tally.nodes[node as usize].reached += reached.count() as u64;
    }

    fn act_on_person(&mut self, node: u32, action: &Action, person: u16) {
        self.people[usize::from(person)].reached = true;
        match &action.effect {
            Effect::Message { .. } => self.send_message(person, &action.effect, node, action.place),
            Effect::PersonMoment { fields } => self.event(INTERESTING_MOMENT, person, *fields, node),
            Effect::Assign { group, card } => {
                match (group.filter(|&group| self.groups[usize::from(group)].exists), card) {
                    (Some(group), Some(card)) => {
                        self.assign(usize::from(group), person, *card, Source::Journey);
                    }
                    _ => self.note(Some(node), Some(person), What::NoGroup { group: *group }),
                }
            }
            Effect::Unassign { group } => {
                match group.filter(|&group| self.groups[usize::from(group)].exists) {
                    Some(group) => self.unassign(usize::from(group), person, Source::Journey),
                    None => self.note(Some(node), Some(person), What::NoGroup { group: *group }),
                }
            }
            Effect::SetPerson { column, code } => self.set_person(node, person, *column, *code),
            Effect::Personalize => self.people[usize::from(person)].personalized = true,
            _ => {}
        }
    }

    fn act_on_account(&mut self, node: u32, action: &Action) {
        match action.effect {
            Effect::Activate { destination } => self.activate(usize::from(destination), node),
            Effect::Deactivate { destination } => self.deactivate(usize::from(destination), node),
            Effect::SetList { column, member } => {
                self.set_account(node, column, Code::from(member), What::List { column, added: member });
            }
            Effect::SetAccount { column, code } => {
                self.set_account(node, column, code, What::AccountAttribute { column, code });
            }
            Effect::Stage { group, stage } => self.move_to_stage(group, stage),
            Effect::Status { group, status } => self.set_status(node, group, status),
            Effect::Alert => {
                let bucket = self.bucket();
                self.tally.days[bucket].alerts += 1;
                self.note(Some(node), None, What::Alert);
            }
            _ => {}
        }
    }

    /// Sets a cell of the account; `what` is noted if it held something else before.
    fn set_account(&mut self, node: u32, column: u16, code: Code, what: What) {
        let slot = self.program.people.accounts_written.iter().position(|&written| written == column);
        if slot.is_some_and(|slot| std::mem::replace(&mut self.account_codes[slot], code) != code) {
            self.unsettled = true;
            self.note(Some(node), None, what);
        }
    }

    fn set_status(&mut self, node: u32, group: Option<u16>, status: u32) {
        let Some(index) = group.filter(|&group| self.groups[usize::from(group)].exists) else {
            return self.note(Some(node), None, What::NoGroup { group });
        };
        let from = self.groups[usize::from(index)].status;
        let same = &self.program.same_status;
        // The same status in other letters is no change: the group keeps it as it was spelled for it.
        if same[from as usize] != same[status as usize] {
            self.groups[usize::from(index)].status = status;
            self.unsettled = true;
            self.note(Some(node), None, What::Status { group: index, from, to: status });
        }
    }

    /// The path furthest below its quota; a tie goes to the earlier path.
    pub(crate) fn variant(&mut self, paths: Span) -> ExitNumber {
        let (from, to) = (paths.start as usize, paths.end as usize);
        let visits = 1 + self.quotas[from..to].iter().sum::<u64>();
        let shortfall = |path: usize| {
            let percentage = self.program.choices[path].share as i64;
            percentage * visits as i64 - 100 * self.quotas[path] as i64
        };
        let chosen = (from..to).rev().max_by_key(|&path| shortfall(path)).unwrap_or(from);
        self.quotas[chosen] += 1;
        self.program.choices[chosen].exit
    }
}

fn field_test(tests: &[Vec<bool>], test: u32, fields: u32) -> bool {
    tests[test as usize].get(fields as usize).copied().unwrap_or(false)
}
