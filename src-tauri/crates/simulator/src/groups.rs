//! Buying groups: who belongs, in which role, by whose word, and how complete the group is.

use crate::account::Run;
use crate::population::Source;
use crate::program::{Card, GroupPlan, Op, Program, Trigger};
use crate::time::Minute;
use crate::trace::What;

/// One group of the account; `exists` is false where the account is not in the group's audience.
#[derive(Debug, Default)]
pub(crate) struct Group {
    pub(crate) exists: bool,
    pub(crate) stage: Option<u16>,
    /// The number of the status text; 0 for none.
    pub(crate) status: u32,
    pub(crate) completeness: f64,
    /// As of the last midnight, for triggers.
    pub(crate) engagement: f64,
    pub(crate) ready: Option<Minute>,
    /// Active members by card.
    pub(crate) members: Vec<u16>,
    /// Whether membership changed since the last midnight, and since completeness was computed.
    pub(crate) changed: bool,
    pub(crate) recount: bool,
    /// By person, what its score counts for in the group's; whether that is still so.
    pub(crate) shares: Vec<f64>,
    pub(crate) shares_hold: bool,
    /// Completeness and engagement at the last samples, and the day since which they hold.
    pub(crate) sampled: [(f64, usize); 2],
}

/// What is on record of a person in a group: one record, however often the role changes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record {
    /// None: never a member.
    pub(crate) card: Option<u8>,
    pub(crate) source: Source,
    pub(crate) removed: bool,
    /// Whether something was refused for precedence, and for which cards: bit i stands for card i.
    pub(crate) refused: bool,
    pub(crate) refused_cards: u32,
}

/// The role card that a person matches, where it has been asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fitting {
    Unasked,
    None,
    Card(u8),
}

impl Fitting {
    fn card(self) -> Option<u8> {
        if let Fitting::Card(card) = self { Some(card) } else { None }
    }
}

/// The role cards of a group that ask for nothing but one column of people, which the run never writes: whoever has the
/// same text there matches the same card, in whatever account.
#[derive(Debug)]
pub(crate) struct ByText {
    column: u16,
    /// By code, as far as it has been asked.
    cards: Vec<Fitting>,
}

/// More texts than these are not worth a list for each run.
const TEXTS: usize = 4_096;

impl ByText {
    pub(crate) fn of(program: &Program, plan: &GroupPlan) -> Option<ByText> {
        let (mut asked, mut texts) = (None, 0);
        for op in ops_of_cards(program, plan) {
            match op {
                Op::All { .. } | Op::Any { .. } | Op::None { .. } => {}
                Op::Person { test } => {
                    let test = &program.tests[*test as usize];
                    if asked.is_some_and(|column| column != test.column) || test.met.len() > TEXTS {
                        return None;
                    }
                    (asked, texts) = (Some(test.column), test.met.len());
                }
                _ => return None,
            }
        }
        let column = asked.filter(|column| !program.people.written.contains(column))?;
        Some(ByText { column, cards: vec![Fitting::Unasked; texts] })
    }
}

const NO_RECORD: Record =
    Record { card: None, source: Source::System, removed: false, refused: false, refused_cards: 0 };

impl Run<'_> {
    pub(crate) fn record(&self, group: usize, person: u16) -> usize {
        usize::from(person) * self.groups.len() + group
    }

    /// At minute 0: the groups, the members given with the data, and the creation job.
    pub(crate) fn create_groups(&mut self) {
        let program = self.program;
        self.groups.resize_with(program.groups.len(), Group::default);
        self.records.clear();
        self.fitting.clear();
        self.add_records();
        for (index, plan) in program.groups.iter().enumerate() {
            let exists = self.holds(&plan.audience, None);
            let group = &mut self.groups[index];
            // Their memory is kept from account to account.
            let (mut members, shares) =
                (std::mem::take(&mut group.members), std::mem::take(&mut group.shares));
            members.clear();
            members.resize(plan.cards.len(), 0);
            let stage = plan.stages.as_ref().filter(|_| exists).map(|stages| stages.first);
            *group = Group { exists, stage, members, shares, ..Group::default() };
        }
        // Without groups nobody looks at scores, unless a condition asks.
        self.window.idle = !self.scores_asked && self.groups.iter().all(|group| !group.exists);
        let given = self.population.members_from[self.row] as usize
            ..self.population.members_from[self.row + 1] as usize;
        for member in &self.population.members[given] {
            if self.groups[usize::from(member.group)].exists {
                let record = self.record(usize::from(member.group), member.person);
                self.set_record(record, usize::from(member.group), Some(member.card), member.removed);
                self.records[record].source = member.source;
            }
        }
        self.maintain();
        for group in 0..self.groups.len() {
            self.settle(group);
        }
        (0..self.people.len() as u16).for_each(|person| self.follow_role(person));
    }

    /// Gives a person of a new group's account its records.
    pub(crate) fn add_records(&mut self) {
        self.records.resize(self.groups.len() * self.people.len(), NO_RECORD);
        self.fitting.resize(self.records.len(), Fitting::Unasked);
    }

    /// The daily job: each person without a member's record by a higher source has exactly the first role card
    /// that matches, or none.
    pub(crate) fn maintain(&mut self) {
        let program = self.program;
        for (index, plan) in program.groups.iter().enumerate() {
            if !self.groups[index].exists || !(self.unsettled || self.now == 0 || plan.volatile) {
                continue;
            }
            for person in 0..self.people.len() as u16 {
                match self.card_of(index, person) {
                    Some(card) => self.assign(index, person, card, Source::System),
                    None => self.unassign(index, person, Source::System),
                }
            }
        }
        self.unsettled = false;
    }

    /// The first role card that a person matches; where that never changes it is asked once.
    fn card_of(&mut self, index: usize, person: u16) -> Option<u8> {
        let plan = &self.program.groups[index];
        if let Some(ByText { column, cards }) = &self.by_text[index] {
            let code = self.code(person, *column) as usize;
            if let Fitting::Unasked = cards[code] {
                let card = self.card_for(plan, person).map_or(Fitting::None, Fitting::Card);
                self.by_text[index].as_mut()?.cards[code] = card;
                return card.card();
            }
            return cards[code].card();
        }
        if !self.fixed_cards[index] {
            return self.card_for(plan, person);
        }
        let at = self.record(index, person);
        if let Fitting::Unasked = self.fitting[at] {
            self.fitting[at] = self.card_for(plan, person).map_or(Fitting::None, Fitting::Card);
        }
        self.fitting[at].card()
    }

    fn card_for(&self, plan: &GroupPlan, person: u16) -> Option<u8> {
        let matches =
            |card: &Card| card.condition.as_ref().is_some_and(|span| self.holds(span, Some(person)));
        plan.cards.iter().position(matches).map(|card| card as u8)
    }

    /// Gives a person a role, unless a higher source has decided otherwise.
    pub(crate) fn assign(&mut self, group: usize, person: u16, card: u8, source: Source) {
        let at = self.record(group, person);
        let record = self.records[at];
        let same = record.card == Some(card) && !record.removed;
        if record.card.is_some() && record.source > source {
            if !same {
                self.refuse(group, person, Some(card), source);
            }
            return;
        }
        self.records[at].source = source;
        if same {
            return;
        }
        self.set_record(at, group, Some(card), false);
        self.note(self.acting_node(source), Some(person), What::Assigned { group: group as u16, card });
        self.membership_changed(group, person, card, false);
    }

    /// Takes a member out, unless a higher source has assigned it. The record stays.
    pub(crate) fn unassign(&mut self, group: usize, person: u16, source: Source) {
        let at = self.record(group, person);
        let record = self.records[at];
        let Some(card) = record.card.filter(|_| !record.removed) else { return };
        if record.source > source {
            return self.refuse(group, person, None, source);
        }
        self.set_record(at, group, Some(card), true);
        self.records[at].source = source;
        self.note(self.acting_node(source), Some(person), What::Removed { group: group as u16, card });
        self.membership_changed(group, person, card, true);
    }

    fn acting_node(&self, source: Source) -> Option<u32> {
        self.place().node.filter(|_| source == Source::Journey)
    }

    fn refuse(&mut self, group: usize, person: u16, card: Option<u8>, source: Source) {
        let at = self.record(group, person);
        let record = &mut self.records[at];
        if !record.refused {
            record.refused = true;
            self.tally.accounts.refused_precedence += 1;
            self.note(self.acting_node(source), Some(person), What::Refused { group: group as u16, card });
        }
        let record = &mut self.records[at];
        record.refused_cards |= card.map_or(0, |card| 1 << card);
    }

    fn set_record(&mut self, at: usize, group: usize, card: Option<u8>, removed: bool) {
        let record = &mut self.records[at];
        let counts = &mut self.groups[group].members;
        if let (Some(old), false) = (record.card, record.removed) {
            counts[usize::from(old)] -= 1;
        }
        if let (Some(new), false) = (card, removed) {
            counts[usize::from(new)] += 1;
        }
        record.card = card;
        record.removed = removed;
        let group = &mut self.groups[group];
        group.changed = true;
        group.recount = true;
        group.shares_hold = false;
    }

    fn membership_changed(&mut self, group: usize, person: u16, card: u8, removed: bool) {
        self.unsettled = true;
        self.follow_role(person);
        self.listen_for(Some(person), |trigger| {
            matches!(trigger, Trigger::Membership { removed: wanted, group: of, cards, any_card, .. }
                if *wanted == removed
                    && of.is_none_or(|of| usize::from(of) == group)
                    && (*any_card || cards.contains(&(group as u16, card))))
        });
    }

    /// A person behaves by the role of the smallest card index over the groups (ties: the first group).
    pub(crate) fn follow_role(&mut self, person: u16) {
        let mut best: Option<(u8, u16)> = None;
        for (index, plan) in self.program.groups.iter().enumerate() {
            let record = self.records[self.record(index, person)];
            if let Some(card) = record.card.filter(|_| !record.removed)
                && best.is_none_or(|(least, _)| card < least)
            {
                best = Some((card, plan.cards[usize::from(card)].behaviour));
            }
        }
        let behaviour = best.map_or(0, |(_, behaviour)| behaviour);
        if self.people[usize::from(person)].behaviour != behaviour {
            self.count_impressions();
            self.people[usize::from(person)].behaviour = behaviour;
        }
    }

    /// Brings a group's completeness up to its members; the change is that of the whole job or action.
    pub(crate) fn settle(&mut self, index: usize) {
        let plan = &self.program.groups[index];
        let creation = self.in_jobs && self.now == 0;
        let group = &mut self.groups[index];
        if !group.exists || !(std::mem::take(&mut group.recount) || creation) {
            return;
        }
        let before = group.completeness;
        group.completeness = completeness(plan, &group.members);
        let after = group.completeness;
        if before != after {
            self.listen_for_score(index, true, before, after);
        }
        if before != after || creation {
            self.look_whether_ready(index);
        }
    }

    pub(crate) fn look_whether_ready(&mut self, index: usize) {
        let plan = &self.program.groups[index];
        let group = &self.groups[index];
        if !group.exists || group.ready.is_some() || group.completeness < plan.ready_completeness - 1e-9 {
            return;
        }
        if plan.ready_engagement > 0.0 && self.group_score(index) < plan.ready_engagement - 1e-9 {
            return;
        }
        self.groups[index].ready = Some(self.now);
        let bucket = self.bucket();
        self.tally.groups[index].ready[bucket] += 1;
        self.note(None, None, What::Ready { group: index as u16 });
    }

    /// The first daily sample that shows what happens now; one more than there are samples after the last. Jobs of a
    /// midnight come before its sample, everything else of that minute after it.
    pub(crate) fn bucket(&self) -> usize {
        if self.in_jobs { self.day } else { self.day + 1 }
    }

    /// Moves a group to a stage, if the model allows it from where it is.
    pub(crate) fn move_to_stage(&mut self, group: Option<u16>, stage: Option<u16>) {
        let Some(index) = group.filter(|&group| self.groups[usize::from(group)].exists) else {
            return self.note(self.place().node, None, What::NoGroup { group });
        };
        let from = self.groups[usize::from(index)].stage;
        let plan = &self.program.groups[usize::from(index)];
        let allowed = match (&plan.stages, from, stage) {
            (Some(_), Some(from), Some(to)) if from == to => return,
            (Some(stages), Some(from), Some(to)) => stages.next[usize::from(from)].contains(&to),
            _ => false,
        };
        match stage {
            Some(to) if allowed => {
                self.groups[usize::from(index)].stage = Some(to);
                self.unsettled = true;
                self.note(self.place().node, None, What::Stage { group: index, from, to });
            }
            _ => {
                self.tally.accounts.refused_stage += 1;
                self.note(self.place().node, None, What::StageRefused { group: index, from, to: stage });
            }
        }
    }
}

/// The mean of min(members / required members, 1) over the required cards, in percent, in card order.
fn completeness(plan: &GroupPlan, members: &[u16]) -> f64 {
    let (mut sum, mut n) = (0.0, 0u32);
    for (card, &members) in plan.cards.iter().zip(members).filter(|(card, _)| card.required) {
        sum += fill(card, members);
        n += 1;
    }
    if n == 0 { 0.0 } else { 100.0 * sum / f64::from(n) }
}

/// How far a role is filled, 0 to 1.
pub(crate) fn fill(card: &Card, members: u16) -> f64 {
    (f64::from(members) / f64::from(card.members_required)).min(1.0)
}

/// The code of all conditions of a group's cards.
fn ops_of_cards<'p>(program: &'p Program, plan: &'p GroupPlan) -> impl Iterator<Item = &'p Op> {
    let spans = plan.cards.iter().filter_map(|card| card.condition.as_ref());
    spans.flat_map(|span| &program.code[span.start as usize..span.end as usize])
}

/// Whether the cards of a group ask for nothing but cells that the run never writes.
pub(crate) fn are_fixed(program: &Program, plan: &GroupPlan) -> bool {
    ops_of_cards(program, plan).all(|op| match op {
        Op::All { .. } | Op::Any { .. } | Op::None { .. } => true,
        Op::Person { test } => !program.people.written.contains(&program.tests[*test as usize].column),
        Op::Account { test } => {
            !program.people.accounts_written.contains(&program.tests[*test as usize].column)
        }
        _ => false,
    })
}
