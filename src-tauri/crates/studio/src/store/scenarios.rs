//! The scenarios; the first one is what runs assume, the others are kept by their names.

use design::formats::native;
use design::scenario::{Scenario, Scenarios};
use rusqlite::{Connection, params};

use super::error::{StoreError, unreadable};
use super::hash::{hash, proven};

/// Adds a scenario after the others.
pub fn add(connection: &Connection, scenario: &Scenario) -> Result<(), StoreError> {
    let text = native::write(scenario);
    connection
        .execute("INSERT INTO scenarios (document, hash) VALUES (?1, ?2)", params![text, hash(&text)])?;
    Ok(())
}

/// Stores the scenarios after an edit, an undo or a redo. There are few, so all are written.
pub fn put(connection: &Connection, scenarios: &Scenarios) -> Result<(), StoreError> {
    connection.execute("DELETE FROM scenarios", [])?;
    add(connection, &scenarios.present)?;
    scenarios.kept.iter().try_for_each(|scenario| add(connection, scenario))
}

pub fn load(connection: &Connection) -> Result<Scenarios, StoreError> {
    let mut rows = connection.prepare("SELECT document, hash FROM scenarios ORDER BY id")?;
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut scenarios = rows.map(|row| {
        let (text, stored) = row?;
        read(text, stored)
    });
    let present = scenarios.next().unwrap_or(Err(rusqlite::Error::QueryReturnedNoRows.into()))?;
    Ok(Scenarios { present, kept: scenarios.collect::<Result<_, _>>()? })
}

fn read(text: String, stored: i64) -> Result<Scenario, StoreError> {
    native::read(&proven(text, stored, "scenario")?).map_err(|cause| unreadable("scenario", cause))
}
