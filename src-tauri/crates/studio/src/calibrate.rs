//! The raw values that score 100, taken from the data at hand: the 99th percentile, as domain rules say.

mod rates;

use std::collections::HashMap;

use design::tables::Tables;
use design::workspace::Workspace;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

pub use rates::{Rate, rates};

/// The raw values that score 100; None where the data has no activity that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct References {
    pub person: Option<f64>,
    pub group: Option<f64>,
}

/// Over the 30 days up to the last activity, in UTC. A group is what `members` says; without it, the people of an
/// account count as one group, all in one role. Roles weigh the same, since their weights are the workspace's.
pub fn calibrate(tables: &Tables) -> References {
    let raw = raw_of_people(tables);
    let person = percentile(raw.iter().copied().filter(|raw| *raw > 0.0).collect());
    let Some(reference) = person else { return References { person: None, group: None } };
    let score = |row: u32| 100.0 * (raw[row as usize] / reference).sqrt().min(1.0);
    let groups = groups(tables).into_iter().map(|roles| {
        let weight = 1.0 / roles.len() as f64;
        roles.iter().flatten().map(|&row| score(row) * weight).sum::<f64>()
    });
    References { person, group: percentile(groups.filter(|raw| *raw > 0.0).collect()) }
}

const DAILY_CAP: u32 = 20;

/// Of each person Σ over days and types of min(count, 20) · weight, over the last 30 days of the data.
pub(crate) fn raw_of_people(tables: &Tables) -> Vec<f64> {
    let mut raw = vec![0.0; tables.people.rows()];
    let times: Vec<_> = tables.activities.iter().map(|activity| utc(&activity.timestamp)).collect();
    let Some(last) = times.iter().flatten().max() else { return raw };
    let first = last.saturating_sub(jiff::SignedDuration::from_hours(30 * 24));
    let weights = Workspace::default().relative_weights();
    let mut counts = HashMap::new();
    for (activity, time) in tables.activities.iter().zip(&times) {
        let Some(time) = time.filter(|time| *time > first) else { continue };
        let Some((kind, _, weight)) = weights.get_full(&activity.event_type) else { continue };
        let count = counts.entry((activity.person, time.date(), kind)).or_insert(0);
        *count += 1;
        if *count <= DAILY_CAP {
            raw[activity.person as usize] += weight;
        }
    }
    raw
}

fn utc(text: &str) -> Option<DateTime> {
    let with_offset = text.parse::<jiff::Timestamp>().map(|time| TimeZone::UTC.to_datetime(time));
    with_offset.ok().or_else(|| text.parse().ok())
}

/// The people of each group by role.
fn groups(tables: &Tables) -> Vec<Vec<Vec<u32>>> {
    if tables.members.is_empty() {
        let mut people = vec![Vec::new(); tables.accounts.rows()];
        tables.account_of.iter().enumerate().for_each(|(row, &a)| people[a as usize].push(row as u32));
        return people.into_iter().filter(|rows| !rows.is_empty()).map(|rows| vec![rows]).collect();
    }
    let mut roles: indexmap::IndexMap<(&str, u32), indexmap::IndexMap<&str, Vec<u32>>> =
        indexmap::IndexMap::new();
    for member in tables.members.iter().filter(|member| !member.removed) {
        let group = (&*member.solution_interest, tables.account_of[member.person as usize]);
        roles.entry(group).or_default().entry(&member.role).or_default().push(member.person);
    }
    roles.into_values().map(|roles| roles.into_values().collect()).collect()
}

/// The 99th percentile, between two values by linear interpolation.
fn percentile(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let place = last as f64 * 0.99;
    let below = values[place.floor() as usize];
    let above = values[place.ceil() as usize];
    Some(below + (above - below) * place.fract())
}
