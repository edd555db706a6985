//! The tables as the columns of a run, and what was known before it.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use simulator::events::AD_CLICK;
use simulator::murmur::murmur3;
use simulator::population::{GivenMember, Past, Population, Source};
use simulator::program::{Node, Step};
use simulator::random::hash;
use simulator::time::Minute;

use super::clock::instant;
use super::{CompileError, Lowering};
use crate::scenario::Scenario;
use crate::tables::{Activity, Table, Tables};

impl Lowering<'_> {
    pub(super) fn population(&mut self) -> Result<Population, CompileError> {
        let tables = self.tables;
        let accounts = tables.accounts.rows();
        let mut people_from = vec![0u32; accounts + 1];
        for &account in &tables.account_of {
            people_from[account as usize + 1] += 1;
        }
        if let Some((row, &people)) = people_from.iter().enumerate().find(|(_, people)| **people > 60_000) {
            let key = tables.accounts.cell("accountKey.sourceKey", row - 1).unwrap_or_default().to_owned();
            return Err(CompileError::TooManyPeople { key, people: people as usize });
        }
        (0..accounts).for_each(|row| people_from[row + 1] += people_from[row]);
        let sorted = tables.account_of.is_sorted();
        let mut order: Vec<u32> = (0..tables.people.rows() as u32).collect();
        if !sorted {
            order.sort_by_key(|&row| tables.account_of[row as usize]);
        }
        // Where each person of the table stands in the population.
        let mut place = vec![0u32; order.len()];
        order.iter().enumerate().for_each(|(at, &row)| place[row as usize] = at as u32);
        let (history, history_from) = self.past(&place, &people_from);
        let (members, members_from) = self.given_members(&place, &people_from);
        self.cover_all_events();
        let revenue = |row| {
            let cell = tables.accounts.cell("accountOrganization.annualRevenue.amount", row);
            cell.and_then(crate::compare::number).unwrap_or(0.0)
        };
        let person_keys = keys(&tables.people, "b2b.personKey.sourceKey");
        let population = Population {
            account_keys: keys(&tables.accounts, "accountKey.sourceKey"),
            people_from,
            person_keys: if sorted {
                person_keys
            } else {
                order.iter().map(|&r| person_keys[r as usize]).collect()
            },
            account_columns: self.accounts.codes(accounts, None),
            buckets: self.buckets(&order),
            person_columns: self.people.codes(order.len(), (!sorted).then_some(&order)),
            revenue: (0..accounts).map(revenue).collect(),
            history,
            history_from,
            members,
            members_from,
        };
        self.origin.people = order;
        Ok(population)
    }

    /// The hash of each person's key and the journey's id, from which variant splits of persons choose.
    fn buckets(&self, order: &[u32]) -> Vec<u16> {
        let splits = |node: &Node| matches!(node.step, Step::VariantPersons { .. });
        if !self.program.nodes.iter().any(splits) {
            return Vec::new();
        }
        let keys = self.tables.people.column("b2b.personKey.sourceKey");
        let bucket = |&row: &u32| {
            let key = keys.and_then(|keys| keys.get(row as usize)).unwrap_or_default();
            let text = [key.as_bytes(), self.journey.id.as_str().as_bytes()].concat();
            (murmur3(&text, 0) % 10_000) as u16
        };
        order.iter().map(bucket).collect()
    }

    /// What people did before the run, as far as a condition, a score or a figure asks for it.
    fn past(&mut self, place: &[u32], people_from: &[u32]) -> (Vec<Past>, Vec<u32>) {
        let tables = self.tables;
        let zone = self.scenario.zone().get();
        let origin = self.program.calendars[0].origin;
        let mut past = Vec::new();
        for activity in &tables.activities {
            let Some(minute) = minute_of(&activity.timestamp, &zone, origin).filter(|&minute| minute < 0)
            else {
                continue;
            };
            let event = self.event(&activity.event_type);
            let asked = |list: &[bool]| list.get(usize::from(event)).copied().unwrap_or(false);
            let scored = self.program.weights.get(usize::from(event)).is_some_and(|&weight| weight > 0.0);
            if !(asked(&self.program.remembered) || scored || event == AD_CLICK) {
                continue;
            }
            let fields: Vec<_> = activity.fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            let fields = self.fields(&fields);
            let account = tables.account_of[activity.person as usize];
            let person = (place[activity.person as usize] - people_from[account as usize]) as u16;
            past.push((account, Past { minute, person, event, fields }));
        }
        past.sort_by_key(|(account, past)| (*account, past.minute));
        group(past, people_from.len() - 1)
    }

    /// The memberships given with the data; of two for one person and solution interest the last counts.
    fn given_members(&mut self, place: &[u32], people_from: &[u32]) -> (Vec<GivenMember>, Vec<u32>) {
        let tables = self.tables;
        let mut last: HashMap<(u32, u16), (u32, GivenMember)> = HashMap::new();
        for row in &tables.members {
            let group =
                self.origin.groups.iter().position(|of| of.solution_interest == *row.solution_interest);
            let Some(group) = group.map(|group| group as u16) else { continue };
            let Some(card) = self.card(group, &row.role) else { continue };
            let source = match row.source.as_str() {
                "manual" => Source::Manual,
                "journey" => Source::Journey,
                _ => Source::System,
            };
            let account = tables.account_of[row.person as usize];
            let person = (place[row.person as usize] - people_from[account as usize]) as u16;
            let member = GivenMember { person, group, card, source, removed: row.removed };
            last.insert((row.person, group), (account, member));
        }
        let mut members: Vec<_> = last.into_values().collect();
        members.sort_by_key(|(account, member)| (*account, member.person, member.group));
        group(members, people_from.len() - 1)
    }
}

fn keys(table: &Table, name: &str) -> Vec<u64> {
    let Some(column) = table.column(name) else { return vec![0; table.rows()] };
    (0..table.rows()).map(|row| hash(column.get(row).unwrap_or_default().as_bytes())).collect()
}

/// Values sorted by account, and where those of each account begin.
fn group<T>(sorted: Vec<(u32, T)>, accounts: usize) -> (Vec<T>, Vec<u32>) {
    let mut from = vec![0u32; accounts + 1];
    sorted.iter().for_each(|(account, _)| from[*account as usize + 1] += 1);
    (0..accounts).for_each(|row| from[row + 1] += from[row]);
    (sorted.into_iter().map(|(_, value)| value).collect(), from)
}

/// By activity, its minute, where it lies before the scenario's start.
pub(crate) fn minutes_before_start(tables: &Tables, scenario: &Scenario) -> Vec<Option<Minute>> {
    let zone = scenario.zone().get();
    let origin = instant(scenario.start().get(), &zone);
    let minute =
        |activity: &Activity| minute_of(&activity.timestamp, &zone, origin).filter(|&minute| minute < 0);
    tables.activities.iter().map(minute).collect()
}

/// The minute of a time of the tables; one without an offset is in the scenario's zone.
fn minute_of(text: &str, zone: &TimeZone, origin: i64) -> Option<Minute> {
    let text = text.trim();
    let epoch_minute = if let Ok(at) = text.parse::<Timestamp>() {
        at.as_second().div_euclid(60)
    } else if let Ok(at) = text.parse::<DateTime>() {
        instant(at, zone)
    } else {
        instant(text.parse::<Date>().ok()?.at(0, 0, 0, 0), zone)
    };
    let minute = epoch_minute - origin;
    Some(minute.clamp(i64::from(Minute::MIN) / 2, i64::from(Minute::MAX) / 2) as Minute)
}
