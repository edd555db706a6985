//! All records together: accounts, people, what people did, memberships.

use design::tables::{EditedTable, TableChange, Tables};
use rusqlite::Connection;

use super::error::StoreError;
use super::{accounts, activities, members, people, table_steps};

/// Replaces everything by the tables. Whoever calls this holds a transaction: the records are the new ones, or those
/// that were there.
pub fn replace(connection: &Connection, tables: &Tables) -> Result<(), StoreError> {
    // The children first: what they refer to is then no longer asked for.
    connection.execute_batch(
        "DELETE FROM members; DELETE FROM activities; DELETE FROM people; DELETE FROM accounts;",
    )?;
    accounts::add(connection, &tables.accounts)?;
    people::add(connection, &tables.people, &tables.account_of)?;
    activities::add(connection, &tables.activities)?;
    members::add(connection, &tables.members)?;
    table_steps::clear(connection)
}

/// Writes what changes did, of which the tables are the outcome: the rows that they touched, or everything where rows
/// have moved.
pub fn follow(connection: &Connection, changes: &[TableChange], tables: &Tables) -> Result<(), StoreError> {
    if changes.iter().any(|change| moves(change, tables)) {
        connection.execute_batch(
            "DELETE FROM members; DELETE FROM activities; DELETE FROM people; DELETE FROM accounts;",
        )?;
        accounts::add(connection, &tables.accounts)?;
        people::add(connection, &tables.people, &tables.account_of)?;
        activities::add(connection, &tables.activities)?;
        return members::add(connection, &tables.members);
    }
    for change in changes {
        match change {
            TableChange::Cell { of: EditedTable::Accounts, at, .. } => {
                accounts::put(connection, &tables.accounts, *at)?;
            }
            TableChange::Cell { of: EditedTable::People, at, .. } => {
                people::put(connection, &tables.people, *at, tables.account_of[*at as usize])?;
            }
            TableChange::Rows { after, .. } => {
                for row in &after.accounts {
                    accounts::put(connection, &tables.accounts, row.at)?;
                }
                for row in &after.people {
                    people::put(connection, &tables.people, row.at, row.account)?;
                }
            }
            TableChange::Member { solution_interest, before, after } => {
                if let Some(before) = before {
                    members::remove(connection, solution_interest, before.person)?;
                }
                if after.is_some() {
                    // The newest membership stands at the end.
                    members::add(connection, tables.members.last().map_or(&[], std::slice::from_ref))?;
                }
            }
        }
    }
    Ok(())
}

/// Whether rows behind the changed ones have other places now.
fn moves(change: &TableChange, tables: &Tables) -> bool {
    let TableChange::Rows { before, after } = change else { return false };
    let last = |at: Option<u32>, rows: usize| at.is_none_or(|at| at as usize + 1 == rows);
    !(before.accounts.is_empty()
        && before.people.is_empty()
        && after.activities.is_empty()
        && after.members.is_empty()
        && after.accounts.len() + after.people.len() == 1
        && last(after.accounts.first().map(|row| row.at), tables.accounts.rows())
        && last(after.people.first().map(|row| row.at), tables.people.rows()))
}
