//! What is left of an account at the horizon.

use crate::account::{NONE, Run};
use crate::events::AD_CLICK;
use crate::groups::fill;
use crate::population::Code;
use crate::tally::Expected;

/// The positions of `CardTally::causes`, in the order in which the first that applies counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    Removed,
    Refused,
    ClaimedByEarlierRole,
    NeverAssigned,
    NoMatchingTitle,
}

impl Run<'_> {
    /// Counts the account's outcome.
    pub(crate) fn close(&mut self) {
        self.count_impressions();
        for mover in 0..self.places.len() {
            self.mover = mover;
            self.count_stay();
            if let Some(node) = self.place().node {
                self.tally.nodes[node as usize].here += 1;
            }
        }
        self.take_in_all();
        self.count_account();
        let mut highest = None;
        for index in 0..self.groups.len() {
            if self.groups[index].exists {
                self.count_group(index);
                let completeness = self.groups[index].completeness;
                highest = Some(highest.map_or(completeness, |other: f64| other.max(completeness)));
            }
        }
        if let Some(highest) = highest {
            let expected = Expected {
                row: self.row as u32,
                revenue: self.revenue() * highest / 100.0,
                industry: self.industry(),
            };
            self.tally.revenue.push(expected);
        }
    }

    /// The annual revenue, as the account's own actions may have set it.
    fn revenue(&self) -> f64 {
        match &self.program.revenue_by_code {
            Some((column, by_code)) => by_code[self.account_code(*column) as usize],
            None => self.population.revenue[self.row],
        }
    }

    fn industry(&self) -> Option<Code> {
        self.program.industry.map(|column| self.account_code(column))
    }

    fn count_account(&mut self) {
        if self.seen.first_entry.is_none() {
            return;
        }
        let population = self.population;
        let past = population.history_from[self.row] as usize..population.history_from[self.row + 1] as usize;
        let clicked_before = population.history[past].iter().any(|past| past.event == AD_CLICK);
        let accounts = &mut self.tally.accounts;
        accounts.entered += 1;
        accounts.reached += u64::from(self.seen.impression);
        accounts.clicked += u64::from(self.seen.ad_page_view);
        accounts.clicked_before += u64::from(clicked_before);
        accounts.engaged += u64::from(self.seen.engaged);
        accounts.people += self.people.len() as u64;
        accounts.people_engaged += self.people.iter().filter(|person| person.engaged).count() as u64;
    }

    fn count_group(&mut self, index: usize) {
        self.window.bring_up_to(self.now, self.program.references.person);
        let engagement = self.group_score(index);
        let plan = &self.program.groups[index];
        let completeness = self.groups[index].completeness;
        let members: u64 = self.groups[index].members.iter().map(|&members| u64::from(members)).sum();
        self.tally.accounts.single_member_groups += u64::from(members == 1);
        let tally = &mut self.tally.groups[index];
        self.addends[index].at_end.push([completeness, engagement]);
        for (band, score) in tally.bands.iter_mut().zip([completeness, engagement]) {
            // A score that rounding left a hair below a limit belongs above it.
            band[(((score + 1e-9) / 25.0) as usize).min(3)] += 1;
        }
        let ready = self.groups[index].ready;
        tally.ready_members += if ready.is_some() { members } else { 0 };
        if let Some(entry) = self.seen.first_entry {
            let until = ready.unwrap_or(self.now);
            tally.times.push(((until - entry).max(0), ready.is_some()));
        }
        for person in 0..self.people.len() as u16 {
            let record = self.records[self.record(index, person)];
            if let Some(card) = record.card.filter(|_| !record.removed) {
                let card = &mut self.tally.groups[index].cards[usize::from(card)];
                card.by_source[record.source as usize] += 1;
                card.from_advertising += u64::from(self.people[usize::from(person)].row == NONE);
            }
        }
        for (number, card) in plan.cards.iter().enumerate() {
            let filled = fill(card, self.groups[index].members[number]);
            self.addends[index].fill_end.push(filled);
            if self.is_missing(index, number as u8) {
                let cause = self.why(index, number as u8);
                let tally = &mut self.tally.groups[index].cards[number];
                tally.missing += 1;
                tally.causes[cause as usize] += 1;
            }
        }
    }

    /// Why a required role is not full: the first cause that applies.
    fn why(&self, index: usize, card: u8) -> Cause {
        let records =
            || (0..self.people.len() as u16).map(|person| (person, self.records[self.record(index, person)]));
        if records().any(|(_, record)| record.card == Some(card) && record.removed) {
            return Cause::Removed;
        }
        if records().any(|(_, record)| record.refused_cards & (1 << card) != 0) {
            return Cause::Refused;
        }
        let condition = &self.program.groups[index].cards[usize::from(card)].condition;
        let Some(condition) = condition else {
            return Cause::NeverAssigned;
        };
        let mut cause = Cause::NoMatchingTitle;
        for (person, record) in records() {
            let held = record.card.filter(|_| !record.removed);
            // Who holds this role or a later one says nothing of why it is missing.
            if held.is_none_or(|held| held < card) && self.holds(condition, Some(person)) {
                if held.is_some() {
                    return Cause::ClaimedByEarlierRole;
                }
                cause = Cause::NeverAssigned;
            }
        }
        cause
    }
}
