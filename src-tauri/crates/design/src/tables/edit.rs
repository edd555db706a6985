//! Edits of the tables by hand: a gesture becomes records before and after, which can be taken back.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use super::change::{AccountRow, ActivityRow, MemberRow, PersonRow, Records, TableChange};
use super::{Column, Tables};
use crate::primitives::Id;
use crate::update::Sentence;

/// A table whose rows are edited by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EditedTable {
    Accounts,
    People,
}

/// One gesture on the tables. Rows are named by their keys.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum TableIntent {
    /// Writes a cell; an empty text empties it.
    SetCell { of: EditedTable, key: String, column: String, value: String },
    /// Adds an account after the others.
    AddAccount { key: String, name: String },
    /// Adds a person of an account after the others.
    AddPerson { key: String, account: String, email: String },
    /// Deletes rows, with the people of accounts and what people did and belonged to.
    DeleteRows { of: EditedTable, keys: Vec<String> },
    /// Gives a person a role in a group by hand, or takes the person out of the role.
    SetMember { solution_interest: Id, person: String, role: String, removed: bool },
    /// Forgets what is on record of a person in a group: the rules of the template decide again.
    ForgetMember { solution_interest: Id, person: String },
}

/// Why a gesture is not possible. The tables are then as they were.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    #[error("There is no row with the key {0} any more; look at the table again.")]
    Unknown(String),
    #[error("The key {0} is there already; choose another one.")]
    Taken(String),
    #[error("A row needs a key; type one.")]
    KeyMissing,
    #[error("The key {0} contains `~`, which is kept for people whom a run finds; choose another one.")]
    Tilde(String),
    #[error("This cannot be empty; type something.")]
    Needed,
    #[error("The name has {0} characters, and at most 255 are kept; shorten it.")]
    TooLong(usize),
    #[error("The column {0} cannot be edited here; import the table again to change it.")]
    Fixed(String),
}

pub(super) const ACCOUNT_KEY: &str = "accountKey.sourceKey";
pub(super) const PERSON_KEY: &str = "b2b.personKey.sourceKey";
const ACCOUNT_NAME: &str = "accountName";
const EMAIL: &str = "workEmail.address";

impl TableIntent {
    /// What the gesture changes, and what it is called. Nothing where everything is so already.
    pub fn changes(&self, tables: &Tables) -> Result<(Sentence, Vec<TableChange>), TableError> {
        match self {
            TableIntent::SetCell { of, key, column, value } => {
                set_cell(tables, *of, key, column, value.trim())
            }
            TableIntent::AddAccount { key, name } => {
                let (key, name) = (free(tables, EditedTable::Accounts, key)?, needed(name)?);
                checked_name(name)?;
                let cells = cells_of([(ACCOUNT_KEY, key), (ACCOUNT_NAME, name)]);
                let at = tables.accounts.rows() as u32;
                let after = Records { accounts: vec![AccountRow { at, cells }], ..Records::default() };
                Ok((Sentence::new("addRow").with("name", name), vec![TableChange::added(after)]))
            }
            TableIntent::AddPerson { key, account, email } => {
                let (key, email) = (free(tables, EditedTable::People, key)?, needed(email)?);
                let account = row(tables, EditedTable::Accounts, account)?;
                let cells = cells_of([(PERSON_KEY, key), (EMAIL, email)]);
                let at = tables.people.rows() as u32;
                let after = Records { people: vec![PersonRow { at, account, cells }], ..Records::default() };
                Ok((Sentence::new("addRow").with("name", email), vec![TableChange::added(after)]))
            }
            TableIntent::DeleteRows { of, keys } => delete(tables, *of, keys),
            TableIntent::SetMember { solution_interest, person, role, removed } => {
                let row = row(tables, EditedTable::People, person)?;
                let after =
                    MemberRow { person: row, role: role.clone(), source: "manual".into(), removed: *removed };
                let code = if *removed { "removeMember" } else { "setMember" };
                Ok(member(tables, solution_interest, row, Some(after), code, role))
            }
            TableIntent::ForgetMember { solution_interest, person } => {
                let row = row(tables, EditedTable::People, person)?;
                Ok(member(tables, solution_interest, row, None, "forgetMember", ""))
            }
        }
    }
}

fn set_cell(
    tables: &Tables,
    of: EditedTable,
    key: &str,
    column: &str,
    value: &str,
) -> Result<(Sentence, Vec<TableChange>), TableError> {
    let fixed = [ACCOUNT_KEY, PERSON_KEY].contains(&column) || column.starts_with("account.");
    if fixed {
        return Err(TableError::Fixed(column.to_owned()));
    }
    if value.is_empty() && [ACCOUNT_NAME, EMAIL].contains(&column) {
        return Err(TableError::Needed);
    }
    if column == ACCOUNT_NAME {
        checked_name(value)?;
    }
    let at = row(tables, of, key)?;
    let table = match of {
        EditedTable::Accounts => &tables.accounts,
        EditedTable::People => &tables.people,
    };
    if table.column(column).is_none() {
        return Err(TableError::Fixed(column.to_owned()));
    }
    let before = table.cell(column, at as usize).map(str::to_owned);
    let after = (!value.is_empty()).then(|| value.to_owned());
    let sentence = Sentence::new("setCell")
        .with("column", column)
        .with("before", before.clone().unwrap_or_default())
        .with("after", value);
    let change =
        TableChange::Cell { of, at, column: column.to_owned(), before: before.clone(), after: after.clone() };
    Ok((sentence, if before == after { Vec::new() } else { vec![change] }))
}

fn delete(
    tables: &Tables,
    of: EditedTable,
    keys: &[String],
) -> Result<(Sentence, Vec<TableChange>), TableError> {
    let rows = rows(tables, of, keys)?;
    let (mut accounts, mut people) = (vec![false; tables.accounts.rows()], vec![false; tables.people.rows()]);
    match of {
        EditedTable::Accounts => {
            rows.iter().for_each(|&row| accounts[row as usize] = true);
            people.iter_mut().zip(&tables.account_of).for_each(|(gone, &of)| *gone = accounts[of as usize]);
        }
        EditedTable::People => rows.iter().for_each(|&row| people[row as usize] = true),
    }
    let chosen = |gone: &[bool]| -> Vec<u32> {
        gone.iter().enumerate().filter(|(_, gone)| **gone).map(|(row, _)| row as u32).collect()
    };
    let activities = tables.activities.iter().enumerate().filter(|(_, done)| people[done.person as usize]);
    let members = tables.members.iter().enumerate().filter(|(_, member)| people[member.person as usize]);
    let before = Records {
        activities: activities
            .map(|(at, done)| ActivityRow {
                at: at as u32,
                person: done.person,
                timestamp: done.timestamp.clone(),
                event_type: done.event_type.clone(),
                fields: done.fields.clone(),
            })
            .collect(),
        members: members
            .map(|(at, member)| (at as u32, member.solution_interest.clone(), MemberRow::of(member)))
            .collect(),
        accounts: chosen(&accounts)
            .into_iter()
            .map(|at| AccountRow { at, cells: tables.accounts.cells(at as usize) })
            .collect(),
        people: chosen(&people)
            .into_iter()
            .map(|at| PersonRow {
                at,
                account: tables.account_of[at as usize],
                cells: tables.people.cells(at as usize),
            })
            .collect(),
    };
    let name = keys.first().cloned().unwrap_or_default();
    let sentence = Sentence::new("deleteRows").with("count", keys.len().to_string()).with("name", name);
    Ok((sentence, if keys.is_empty() { Vec::new() } else { vec![TableChange::deleted(before)] }))
}

fn member(
    tables: &Tables,
    interest: &Id,
    person: u32,
    after: Option<MemberRow>,
    code: &str,
    role: &str,
) -> (Sentence, Vec<TableChange>) {
    let there = |member: &&super::Membership| {
        member.person == person && member.solution_interest == *interest.as_str()
    };
    let before = tables.members.iter().find(there).map(MemberRow::of);
    let name = crate::matching::person_name(tables, person as usize);
    let sentence = Sentence::new(code).with("name", name).with("role", role);
    let same = before == after;
    let change = TableChange::Member { solution_interest: interest.to_string(), before, after };
    (sentence, if same { Vec::new() } else { vec![change] })
}

fn cells_of<const N: usize>(cells: [(&str, &str); N]) -> IndexMap<String, String> {
    cells.into_iter().map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
}

fn row(tables: &Tables, of: EditedTable, key: &str) -> Result<u32, TableError> {
    let found = key_column(tables, of).and_then(|column| column.row_of(key));
    found.map(|row| row as u32).ok_or_else(|| TableError::Unknown(key.to_owned()))
}

/// The rows of keys, in one pass through the table where there are many.
fn rows(tables: &Tables, of: EditedTable, keys: &[String]) -> Result<Vec<u32>, TableError> {
    const FEW: usize = 16;
    if keys.len() <= FEW {
        return keys.iter().map(|key| row(tables, of, key)).collect();
    }
    let mut wanted: HashMap<&str, Option<u32>> = keys.iter().map(|key| (&**key, None)).collect();
    if let Some(column) = key_column(tables, of) {
        for row in 0..column.len() {
            if let Some(found) = column.get(row).and_then(|key| wanted.get_mut(key)) {
                *found = Some(row as u32);
            }
        }
    }
    let unknown = |key: &str| TableError::Unknown(key.to_owned());
    keys.iter().map(|key| wanted[&**key].ok_or_else(|| unknown(key))).collect()
}

fn key_column(tables: &Tables, of: EditedTable) -> Option<&Column> {
    match of {
        EditedTable::Accounts => tables.accounts.column(ACCOUNT_KEY),
        EditedTable::People => tables.people.column(PERSON_KEY),
    }
}

fn free<'a>(tables: &Tables, of: EditedTable, key: &'a str) -> Result<&'a str, TableError> {
    let key = key.trim();
    if key.is_empty() {
        return Err(TableError::KeyMissing);
    }
    if key.contains('~') {
        return Err(TableError::Tilde(key.to_owned()));
    }
    if row(tables, of, key).is_ok() { Err(TableError::Taken(key.to_owned())) } else { Ok(key) }
}

fn needed(text: &str) -> Result<&str, TableError> {
    let text = text.trim();
    if text.is_empty() { Err(TableError::Needed) } else { Ok(text) }
}

fn checked_name(name: &str) -> Result<(), TableError> {
    let length = name.chars().count();
    if length > 255 { Err(TableError::TooLong(length)) } else { Ok(()) }
}
