//! All records together: accounts, people, what people did, memberships.

use design::tables::{EditedTable, Records, TableChange, Tables};
use rusqlite::Connection;

use super::error::StoreError;
use super::places::{Places, RecordPlaces};
use super::{accounts, activities, histories, members, people};

/// Replaces everything by the tables; answers with their places. Whoever calls this holds a transaction: the records are
/// the new ones, or those that were there.
pub fn replace(connection: &Connection, tables: &Tables) -> Result<RecordPlaces, StoreError> {
    let places = write(connection, tables)?;
    histories::TABLES.clear(connection)?;
    Ok(places)
}

fn write(connection: &Connection, tables: &Tables) -> Result<RecordPlaces, StoreError> {
    // The children first: what they refer to is then no longer asked for.
    connection.execute_batch(
        "DELETE FROM members; DELETE FROM activities; DELETE FROM people; DELETE FROM accounts;",
    )?;
    accounts::add(connection, &tables.accounts)?;
    people::add(connection, &tables.people, &tables.account_of)?;
    activities::add(connection, &tables.activities)?;
    members::add(connection, &tables.members)?;
    Ok(RecordPlaces {
        accounts: Places::dense(tables.accounts.rows()),
        people: Places::dense(tables.people.rows()),
        activities: Places::dense(tables.activities.len()),
        members: Places::dense(tables.members.len()),
    })
}

/// Writes what changes did, of which the tables are the outcome: the rows that they touched, and everything only where
/// rows come in between two that stand side by side. Answers with the places of afterwards.
pub fn follow(
    connection: &Connection,
    changes: &[TableChange],
    tables: &Tables,
    places: &RecordPlaces,
) -> Result<RecordPlaces, StoreError> {
    let mut places = places.clone();
    for change in changes {
        match change {
            TableChange::Cell { of: EditedTable::Accounts, at, .. } => {
                accounts::put(connection, &tables.accounts, *at, places.accounts.place(*at))?;
            }
            TableChange::Cell { of: EditedTable::People, at, .. } => {
                let account = places.accounts.place(tables.account_of[*at as usize]);
                people::put(connection, &tables.people, *at, places.people.place(*at), account)?;
            }
            TableChange::Rows { before, after } => {
                delete(connection, before, &mut places)?;
                // Rows of a step that has further changes may have moved since; a step of rows has one.
                if changes.len() > 1 || !add(connection, after, tables, &mut places)? {
                    return write(connection, tables);
                }
            }
            TableChange::Member { solution_interest, before, after } => {
                if let Some(before) = before {
                    let person = places.people.place(before.person);
                    for place in members::remove(connection, solution_interest, person)? {
                        places.members.free(place);
                    }
                }
                if let Some(member) = tables.members.last().filter(|_| after.is_some()) {
                    let place = places.members.next();
                    members::put(connection, member, place, places.people.place(member.person))?;
                    places.members.push(place);
                }
            }
        }
    }
    Ok(places)
}

/// Takes rows out; all others keep their places.
fn delete(connection: &Connection, gone: &Records, places: &mut RecordPlaces) -> Result<(), StoreError> {
    let delete = |table: &str, places: &mut Places, rows: Vec<u32>| -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(&format!("DELETE FROM {table} WHERE place = ?1"))?;
        for place in places.remove(&rows) {
            statement.execute([place])?;
        }
        Ok(())
    };
    delete("members", &mut places.members, gone.members.iter().map(|row| row.0).collect())?;
    delete("activities", &mut places.activities, gone.activities.iter().map(|row| row.at).collect())?;
    delete("people", &mut places.people, gone.people.iter().map(|row| row.at).collect())?;
    delete("accounts", &mut places.accounts, gone.accounts.iter().map(|row| row.at).collect())
}

/// Puts rows in at free places; false where some have none.
fn add(
    connection: &Connection,
    new: &Records,
    tables: &Tables,
    places: &mut RecordPlaces,
) -> Result<bool, StoreError> {
    let accounts: Vec<u32> = new.accounts.iter().map(|row| row.at).collect();
    let Some(at) = places.accounts.insert(&accounts) else { return Ok(false) };
    for (row, place) in new.accounts.iter().zip(at) {
        accounts::put(connection, &tables.accounts, row.at, place)?;
    }
    let people: Vec<u32> = new.people.iter().map(|row| row.at).collect();
    let Some(at) = places.people.insert(&people) else { return Ok(false) };
    for (row, place) in new.people.iter().zip(at) {
        people::put(connection, &tables.people, row.at, place, places.accounts.place(row.account))?;
    }
    let activities: Vec<u32> = new.activities.iter().map(|row| row.at).collect();
    let Some(at) = places.activities.insert(&activities) else { return Ok(false) };
    for (row, place) in activities.iter().zip(at) {
        let activity = &tables.activities[*row as usize];
        activities::put(connection, activity, place, places.people.place(activity.person))?;
    }
    let members: Vec<u32> = new.members.iter().map(|row| row.0).collect();
    let Some(at) = places.members.insert(&members) else { return Ok(false) };
    for (row, place) in members.iter().zip(at) {
        let member = &tables.members[*row as usize];
        members::put(connection, member, place, places.people.place(member.person))?;
    }
    Ok(true)
}
