//! The tables as the columns of a run, and what was known before it.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use rayon::prelude::*;
use simulator::events::AD_CLICK;
use simulator::murmur::murmur3;
use simulator::population::{GivenMember, Past, Population, Source};
use simulator::program::{Node, Step};
use simulator::random::number_of_key;
use simulator::time::Minute;

use super::clock::instant;
use super::{CompileError, Lowering};
use crate::primitives::Id;
use crate::scenario::Scenario;
use crate::tables::{Activity, Table, Tables, Texts};

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
        let order = Order::of(&tables.account_of);
        let (history, history_from) = self.past(&order, &people_from);
        let (members, members_from) = self.given_members(&order, &people_from);
        self.cover_all_events();
        let people = tables.people.rows();
        let population = Population {
            account_keys: keys(&tables.accounts, "accountKey.sourceKey", &Order::default()),
            people_from,
            person_keys: keys(&tables.people, "b2b.personKey.sourceKey", &order),
            account_columns: self.accounts.codes(accounts, None),
            buckets: self.buckets(&order),
            person_columns: self.people.codes(people, order.rows.as_deref()),
            revenue: self.revenue(),
            history,
            history_from,
            members,
            members_from,
        };
        self.origin.people = order.rows;
        Ok(population)
    }

    /// The annual revenue by account; 0 where it is missing.
    fn revenue(&mut self) -> Vec<f64> {
        let column = self.accounts.number("accountOrganization.annualRevenue.amount");
        let by_code = self.accounts.numbers(column);
        match self.tables.accounts.column("accountOrganization.annualRevenue.amount") {
            Some(column) => column.codes().iter().map(|code| by_code[code as usize]).collect(),
            None => vec![0.0; self.tables.accounts.rows()],
        }
    }

    /// The hash of each person's key and the journey's id, from which variant splits of persons choose.
    fn buckets(&self, order: &Order) -> Vec<u16> {
        let splits = |node: &Node| matches!(node.step, Step::VariantPersons { .. });
        if !self.program.nodes.iter().any(splits) {
            return Vec::new();
        }
        let keys = self.tables.people.column("b2b.personKey.sourceKey");
        let bucket = |at: usize| {
            let key = keys.and_then(|keys| keys.get(order.row(at))).unwrap_or_default();
            bucket(key, &self.journey.id)
        };
        (0..self.tables.people.rows()).into_par_iter().with_min_len(LEAST).map(bucket).collect()
    }

    /// What people did before the run, as far as a condition, a score or a figure asks for it.
    fn past(&mut self, order: &Order, people_from: &[u32]) -> (Vec<Past>, Vec<u32>) {
        let tables = self.tables;
        let mut past = Vec::new();
        // The numbers of event types, by the number of the text: there are many activities of few types.
        let (mut types, mut events) = (Texts::default(), vec![0]);
        for (activity, minute) in tables.activities.iter().zip(minutes_before_start(tables, self.scenario)) {
            let Some(minute) = minute else { continue };
            let of_type = types.number(&activity.event_type) as usize;
            if of_type == events.len() {
                events.push(self.event(&activity.event_type));
            }
            let event = events[of_type];
            let asked = |list: &[bool]| list.get(usize::from(event)).copied().unwrap_or(false);
            let scored = self.program.weights.get(usize::from(event)).is_some_and(|&weight| weight > 0.0);
            if !(asked(&self.program.remembered) || scored || event == AD_CLICK) {
                continue;
            }
            let fields: Vec<_> = activity.fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            let fields = self.fields(&fields);
            let account = tables.account_of[activity.person as usize];
            let person = (order.place(activity.person) - people_from[account as usize]) as u16;
            past.push((account, Past { minute, person, event, fields }));
        }
        past.par_sort_by_key(|(account, past)| (*account, past.minute));
        group(past, people_from.len() - 1)
    }

    /// The memberships given with the data; of two for one person and solution interest the last counts.
    fn given_members(&mut self, order: &Order, people_from: &[u32]) -> (Vec<GivenMember>, Vec<u32>) {
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
            let person = (order.place(row.person) - people_from[account as usize]) as u16;
            let member = GivenMember { person, group, card, source, removed: row.removed };
            last.insert((row.person, group), (account, member));
        }
        let mut members: Vec<_> = last.into_values().collect();
        members.sort_by_key(|(account, member)| (*account, member.person, member.group));
        group(members, people_from.len() - 1)
    }
}

/// Hashes that are made by one thread at least.
const LEAST: usize = 1_024;

/// From which of 10,000 equal parts of a journey's variants a person is.
pub(crate) fn bucket(person: &str, journey: &Id) -> u16 {
    let text = [person.as_bytes(), journey.as_str().as_bytes()].concat();
    (murmur3(&text, 0) % 10_000) as u16
}

/// By place in the order, the number of the key.
fn keys(table: &Table, name: &str, order: &Order) -> Vec<u64> {
    let Some(column) = table.column(name) else { return vec![0; table.rows()] };
    let key = |at: usize| number_of_key(column.get(order.row(at)).unwrap_or_default().as_bytes());
    (0..table.rows()).into_par_iter().with_min_len(LEAST).map(key).collect()
}

/// In which order the people of the table stand in the population, where it is not that of the table itself.
#[derive(Default)]
struct Order {
    /// By place in the population the row of the table, and the other way round.
    rows: Option<Vec<u32>>,
    places: Vec<u32>,
}

impl Order {
    /// Sorted by account, and within it in table order.
    fn of(account_of: &[u32]) -> Order {
        if account_of.is_sorted() {
            return Order::default();
        }
        let mut rows: Vec<u32> = (0..account_of.len() as u32).collect();
        rows.sort_by_key(|&row| account_of[row as usize]);
        let mut places = vec![0u32; rows.len()];
        rows.iter().enumerate().for_each(|(at, &row)| places[row as usize] = at as u32);
        Order { rows: Some(rows), places }
    }

    fn row(&self, at: usize) -> usize {
        self.rows.as_ref().map_or(at, |rows| rows[at] as usize)
    }

    fn place(&self, row: u32) -> u32 {
        if self.rows.is_some() { self.places[row as usize] } else { row }
    }
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
    tables.activities.par_iter().with_min_len(LEAST).map(minute).collect()
}

/// The minute of the epoch of a time in the form in which most are written, `2026-10-02T07:15:00Z`. None: it has
/// another form, and has to be read with care.
fn universal(text: &str) -> Option<i64> {
    let bytes: &[u8; 20] = text.as_bytes().try_into().ok()?;
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'Z')];
    if marks.iter().any(|&(at, mark)| bytes[at] != mark) {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0i16, |sum, byte| {
            Some(sum * 10 + i16::from(byte.checked_sub(b'0').filter(|d| *d < 10)?))
        })
    };
    let (hour, minute) = (number(11, 13)?, number(14, 16)?);
    if hour > 23 || minute > 59 || number(17, 19)? > 59 {
        return None;
    }
    let date = Date::new(number(0, 4)?, number(5, 7)? as i8, number(8, 10)? as i8).ok()?;
    let days = simulator::time::day_number(date.year().into(), date.month() as u32, date.day() as u32);
    Some(days * 1440 + i64::from(hour) * 60 + i64::from(minute))
}

/// The minute of a time of the tables; one without an offset is in the scenario's zone.
fn minute_of(text: &str, zone: &TimeZone, origin: i64) -> Option<Minute> {
    let text = text.trim();
    let epoch_minute = if let Some(minute) = universal(text) {
        minute
    } else if let Ok(at) = text.parse::<Timestamp>() {
        at.as_second().div_euclid(60)
    } else if let Ok(at) = text.parse::<DateTime>() {
        instant(at, zone)
    } else {
        instant(text.parse::<Date>().ok()?.at(0, 0, 0, 0), zone)
    };
    let minute = epoch_minute - origin;
    Some(minute.clamp(i64::from(Minute::MIN) / 2, i64::from(Minute::MAX) / 2) as Minute)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::universal;

    /// Times of the usual form are read as any other way of reading them says; others are left to that.
    #[test]
    fn times_of_the_usual_form_are_read_at_once() {
        for text in
            ["2026-10-02T07:15:00Z", "1969-12-31T23:59:59Z", "2024-02-29T00:00:30Z", "0001-01-01T12:00:00Z"]
        {
            let minute = text.parse::<Timestamp>().ok().map(|at| at.as_second().div_euclid(60));
            assert_eq!(universal(text), minute, "{text}");
        }
        for text in [
            "2026-02-30T07:15:00Z",
            "2026-10-02T24:00:00Z",
            "2026-10-02 07:15:00Z",
            "2026-1x-02T07:15:00Z",
            "2026-10-02",
        ] {
            assert_eq!(universal(text), None, "{text}");
        }
    }
}
