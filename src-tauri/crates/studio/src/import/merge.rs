//! Puts what was read into what is there, record by record, by key.

use std::collections::HashSet;

use design::tables::{Activity, Column, Membership, Table, UNREAD};
use serde::Serialize;
use ts_rs::TS;

use super::keys::Keys;

/// What an import did to the records of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Changes {
    pub added: u32,
    /// Records that were there and now hold something else.
    pub updated: u32,
    /// Records that were there and say the same.
    pub unchanged: u32,
}

impl std::ops::AddAssign for Changes {
    fn add_assign(&mut self, other: Changes) {
        self.added += other.added;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
    }
}

/// Two tables in one.
pub(super) struct Merged {
    pub(super) table: Table,
    /// For each record that was read, its row.
    pub(super) places: Vec<u32>,
    /// By row, whether a record that was there has changed.
    pub(super) changed: Vec<bool>,
}

impl Merged {
    pub(super) fn changes(&self, before: usize) -> Changes {
        let updated = self.changed.iter().filter(|changed| **changed).count();
        let added = self.table.rows() - before;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Changes {
            added: number(added),
            updated: number(updated),
            unchanged: number(self.places.len() - added - updated),
        }
    }
}

/// Records with a known key change the record that is there, the others follow it. A cell that was read empty, and a
/// column that was not read, leave what is there.
pub(super) fn tables(old: &Table, mut new: Table, key: &str) -> Merged {
    let before = old.rows();
    let mut keys = old.column(key).map(Keys::of).unwrap_or_default();
    let mut source = vec![UNREAD; before];
    let mut places = Vec::with_capacity(new.rows());
    if let Some(read) = new.column(key) {
        for row in 0..new.rows() {
            let text = read.get(row).unwrap_or_default();
            let place = keys.row_as_written(text).unwrap_or_else(|| keys.push(text));
            match source.get_mut(place as usize) {
                Some(slot) => *slot = row as u32,
                None => source.push(row as u32),
            }
            places.push(place);
        }
    }
    if before == 0 {
        return Merged { changed: Vec::new(), table: new, places };
    }
    drop(keys);
    let mut table = Table::default();
    let mut changed = vec![false; before];
    let names: Vec<String> =
        old.names().chain(new.names().filter(|name| old.column(name).is_none())).map(str::to_owned).collect();
    for name in names {
        // Each column that was read is let go as soon as it is in the whole.
        let column = Column::merged(old.column(&name), new.take(&name), &source, &mut changed);
        table.add(name, column);
    }
    Merged { table, places, changed }
}

/// The same thing at the same time by the same person is the same activity.
pub(super) fn activities(old: &mut Vec<Activity>, new: Vec<Activity>) -> Changes {
    let mut changes = Changes::default();
    let known: HashSet<Seen<'_>> = old.iter().map(seen).collect();
    let fresh: Vec<bool> = new.iter().map(|activity| !known.contains(&seen(activity))).collect();
    drop(known);
    for (activity, fresh) in new.into_iter().zip(fresh) {
        if fresh {
            changes.added += 1;
            old.push(activity);
        } else {
            changes.unchanged += 1;
        }
    }
    changes
}

type Seen<'a> = (u32, &'a str, &'a str, &'a [(String, String)]);

fn seen(activity: &Activity) -> Seen<'_> {
    (activity.person, &activity.timestamp, &activity.event_type, &activity.fields)
}

/// A person has one membership for each solution interest; the later one counts.
pub(super) fn members(old: &mut Vec<Membership>, new: Vec<Membership>) -> Changes {
    let mut changes = Changes::default();
    let mut places: std::collections::HashMap<(String, u32), usize> = old
        .iter()
        .enumerate()
        .map(|(place, member)| ((member.solution_interest.clone(), member.person), place))
        .collect();
    for member in new {
        let key = (member.solution_interest.clone(), member.person);
        match places.get(&key).map(|&place| &mut old[place]) {
            Some(there) => {
                let same = Membership { line: there.line, ..member.clone() } == *there;
                changes.unchanged += u32::from(same);
                changes.updated += u32::from(!same);
                *there = member;
            }
            None => {
                changes.added += 1;
                places.insert(key, old.len());
                old.push(member);
            }
        }
    }
    changes
}
