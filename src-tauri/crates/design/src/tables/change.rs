//! Changes of the tables as records before and after: the one place where rows are put in and taken out.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use simulator::codes::Codes;

use super::edit::{ACCOUNT_KEY, EditedTable, PERSON_KEY};
use super::{Activity, Column, Membership, Table, Tables};
use crate::history::Reversible;

/// What a step did to the tables. Rows are places in the tables as they were then; the history is followed step by
/// step, so that they are right whenever it is taken back or done again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TableChange {
    Cell { of: EditedTable, at: u32, column: String, before: Option<String>, after: Option<String> },
    Rows { before: Records, after: Records },
    Member { solution_interest: String, before: Option<MemberRow>, after: Option<MemberRow> },
}

/// Rows of all tables that came or went together. `at` is a row's place where all of them are there, and so are the
/// places of accounts and people that rows name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Records {
    pub accounts: Vec<AccountRow>,
    pub people: Vec<PersonRow>,
    pub activities: Vec<ActivityRow>,
    pub members: Vec<(u32, String, MemberRow)>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AccountRow {
    pub at: u32,
    pub cells: IndexMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonRow {
    pub at: u32,
    pub account: u32,
    pub cells: IndexMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActivityRow {
    pub at: u32,
    pub person: u32,
    pub timestamp: String,
    pub event_type: String,
    pub fields: Vec<(String, String)>,
}

/// A membership without its solution interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    pub person: u32,
    pub role: String,
    pub source: String,
    pub removed: bool,
}

impl ActivityRow {
    fn activity(&self) -> Activity {
        Activity {
            person: self.person,
            timestamp: self.timestamp.clone(),
            event_type: self.event_type.clone(),
            fields: self.fields.clone(),
        }
    }
}

impl MemberRow {
    pub(super) fn of(member: &Membership) -> MemberRow {
        MemberRow {
            person: member.person,
            role: member.role.clone(),
            source: member.source.clone(),
            removed: member.removed,
        }
    }

    fn membership(&self, solution_interest: &str) -> Membership {
        Membership {
            solution_interest: solution_interest.to_owned(),
            person: self.person,
            role: self.role.clone(),
            source: self.source.clone(),
            removed: self.removed,
            line: 0,
        }
    }
}

impl TableChange {
    pub(super) fn added(after: Records) -> TableChange {
        TableChange::Rows { before: Records::default(), after }
    }

    pub(super) fn deleted(before: Records) -> TableChange {
        TableChange::Rows { before, after: Records::default() }
    }
}

impl Reversible for TableChange {
    type Of = Tables;

    fn inverse(&self) -> TableChange {
        match self.clone() {
            TableChange::Cell { of, at, column, before, after } => {
                TableChange::Cell { of, at, column, before: after, after: before }
            }
            TableChange::Rows { before, after } => TableChange::Rows { before: after, after: before },
            TableChange::Member { solution_interest, before, after } => {
                TableChange::Member { solution_interest, before: after, after: before }
            }
        }
    }

    fn apply(&self, tables: &mut Tables) {
        match self {
            TableChange::Cell { of, at, column, after, .. } => {
                let table = match of {
                    EditedTable::Accounts => &mut tables.accounts,
                    EditedTable::People => &mut tables.people,
                };
                table.set(column, *at as usize, after.as_deref().unwrap_or(""));
            }
            TableChange::Rows { before, after } => {
                tables.take_out(before);
                tables.put_in(after);
            }
            TableChange::Member { solution_interest, before, after } => {
                if let Some(person) = before.as_ref().map(|member| member.person) {
                    tables.members.retain(|member| {
                        member.person != person || member.solution_interest != *solution_interest
                    });
                }
                tables.members.extend(after.as_ref().map(|member| member.membership(solution_interest)));
            }
        }
    }

    /// Cells are given as a whole.
    fn go_on(&mut self, _: &TableChange) {}
}

impl Tables {
    fn take_out(&mut self, gone: &Records) {
        // A list that loses nothing is not asked for, since it would be copied where it is shared.
        let places = |list: &mut dyn Iterator<Item = u32>| list.collect::<Vec<u32>>();
        if !gone.activities.is_empty() {
            without(&mut self.activities, &places(&mut gone.activities.iter().map(|row| row.at)));
        }
        if !gone.members.is_empty() {
            without(&mut self.members, &places(&mut gone.members.iter().map(|row| row.0)));
        }
        let people = places(&mut gone.people.iter().map(|row| row.at));
        if !people.is_empty() {
            self.move_people(&after_removal(self.people.rows(), &people));
            without(&mut self.account_of, &people);
            self.people.take_out(&people);
        }
        let accounts = places(&mut gone.accounts.iter().map(|row| row.at));
        if !accounts.is_empty() {
            let left = after_removal(self.accounts.rows(), &accounts);
            self.account_of.iter_mut().for_each(|account| *account = left[*account as usize]);
            self.accounts.take_out(&accounts);
        }
    }

    fn put_in(&mut self, new: &Records) {
        if !new.accounts.is_empty() {
            let rows: Vec<_> = new.accounts.iter().map(|row| (row.at, &row.cells)).collect();
            if (rows[0].0 as usize) < self.accounts.rows() {
                let moved = after_insertion(self.accounts.rows(), &rows);
                self.account_of.iter_mut().for_each(|account| *account = moved[*account as usize]);
            }
            self.accounts.put_in(&rows, ACCOUNT_KEY);
        }
        if !new.people.is_empty() {
            let rows: Vec<_> = new.people.iter().map(|row| (row.at, &row.cells)).collect();
            if (rows[0].0 as usize) < self.people.rows() {
                self.move_people(&after_insertion(self.people.rows(), &rows));
            }
            self.people.put_in(&rows, PERSON_KEY);
            insert(&mut self.account_of, new.people.iter().map(|row| (row.at, row.account)));
        }
        if !new.activities.is_empty() {
            let activities = new.activities.iter().map(|row| (row.at, row.activity()));
            insert(&mut self.activities, activities);
        }
        if !new.members.is_empty() {
            let members = new.members.iter().map(|(at, interest, row)| (*at, row.membership(interest)));
            insert(&mut self.members, members);
        }
    }

    /// People have other rows now: those at the places of before.
    fn move_people(&mut self, now: &[u32]) {
        if self.activities.iter().any(|done| now[done.person as usize] != done.person) {
            self.activities.iter_mut().for_each(|done| done.person = now[done.person as usize]);
        }
        if self.members.iter().any(|member| now[member.person as usize] != member.person) {
            self.members.iter_mut().for_each(|member| member.person = now[member.person as usize]);
        }
    }
}

impl Table {
    /// The cells of a row that hold something, by the names of their columns.
    pub fn cells(&self, row: usize) -> IndexMap<String, String> {
        let cell = |(name, column): (&String, &Column)| Some((name.clone(), column.get(row)?.to_owned()));
        self.names.iter().zip(&self.columns).filter_map(cell).collect()
    }

    fn set(&mut self, name: &str, row: usize, text: &str) {
        if let Some(index) = self.names.iter().position(|other| other == name) {
            let code = self.columns[index].code(text);
            Arc::make_mut(&mut self.columns[index].codes).set(row, code);
        }
    }

    fn take_out(&mut self, rows: &[u32]) {
        self.columns.iter_mut().for_each(|column| column.take_out(rows));
        self.rows -= rows.len();
    }

    /// Rows in ascending order of their places. A table without columns gets the one of its keys.
    fn put_in(&mut self, rows: &[(u32, &IndexMap<String, String>)], key: &str) {
        let known = |names: &[String], name: &str| names.iter().any(|other| other == name);
        let names = rows.iter().flat_map(|(_, cells)| cells.keys()).map(String::as_str);
        for name in [key].into_iter().chain(names) {
            if !known(&self.names, name) {
                self.names.push(name.to_owned());
                self.columns.push(Column::missing(self.rows));
            }
        }
        for (name, column) in self.names.iter().zip(&mut self.columns) {
            let codes: Vec<_> = rows
                .iter()
                .map(|(at, cells)| (*at, column.code(cells.get(name).map_or("", String::as_str))))
                .collect();
            column.put_in(codes);
        }
        self.rows += rows.len();
    }
}

impl Column {
    fn take_out(&mut self, rows: &[u32]) {
        match Arc::make_mut(&mut self.codes) {
            Codes::Bytes(codes) => without(codes, rows),
            Codes::Shorts(codes) => without(codes, rows),
            Codes::Words(codes) => without(codes, rows),
            own => {
                let mut codes = own.iter().collect();
                without(&mut codes, rows);
                *own = Codes::Words(codes);
            }
        }
    }

    /// Codes in ascending order of their places.
    fn put_in(&mut self, new: Vec<(u32, u32)>) {
        let all = Arc::make_mut(&mut self.codes);
        if new.first().is_some_and(|(at, _)| *at as usize == all.len()) {
            return new.into_iter().for_each(|(_, code)| all.push(code));
        }
        let mut codes = all.iter().collect();
        insert(&mut codes, new.into_iter());
        *all = codes.into_iter().collect();
    }
}

/// Takes out what stands at the places, which ascend.
fn without<T>(list: &mut Vec<T>, places: &[u32]) {
    if places.is_empty() {
        return;
    }
    let (mut at, mut next) = (0u32, places.iter().peekable());
    list.retain(|_| {
        let gone = next.next_if(|place| **place == at).is_some();
        at += 1;
        !gone
    });
}

/// Puts things in so that each stands at its place afterwards; the places ascend.
fn insert<T>(list: &mut Vec<T>, new: impl Iterator<Item = (u32, T)>) {
    let mut new = new.peekable();
    match new.peek() {
        None => return,
        Some((at, _)) if *at as usize == list.len() => return list.extend(new.map(|(_, thing)| thing)),
        Some(_) => {}
    }
    let old = std::mem::take(list);
    list.reserve(old.len());
    for thing in old {
        while let Some((_, thing)) = new.next_if(|(at, _)| *at as usize == list.len()) {
            list.push(thing);
        }
        list.push(thing);
    }
    list.extend(new.map(|(_, thing)| thing));
}

/// By place before, the place once those rows are gone.
fn after_removal(rows: usize, gone: &[u32]) -> Vec<u32> {
    let mut next = gone.iter().peekable();
    let mut left = 0;
    (0..rows as u32)
        .map(|row| {
            if next.next_if(|place| **place == row).is_some() {
                return left;
            }
            left += 1;
            left - 1
        })
        .collect()
}

/// By place before, the place once rows have come in at theirs.
fn after_insertion<T>(rows: usize, new: &[(u32, T)]) -> Vec<u32> {
    let mut next = new.iter().peekable();
    let mut at = 0;
    (0..rows)
        .map(|_| {
            while next.next_if(|(place, _)| *place == at).is_some() {
                at += 1;
            }
            at += 1;
            at - 1
        })
        .collect()
}
