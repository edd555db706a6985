//! The scenarios; the first one is what runs assume, the others are kept by their names.

use design::formats::native;
use design::scenario::Scenario;
use rusqlite::{Connection, OptionalExtension, params};

use super::error::{StoreError, unreadable};
use super::hash::{hash, proven};

/// Adds a scenario after the others.
pub fn add(connection: &Connection, scenario: &Scenario) -> Result<(), StoreError> {
    let text = native::write(scenario);
    connection
        .execute("INSERT INTO scenarios (document, hash) VALUES (?1, ?2)", params![text, hash(&text)])?;
    Ok(())
}

/// Replaces the scenario that runs assume.
pub fn set_first(connection: &Connection, scenario: &Scenario) -> Result<(), StoreError> {
    let text = native::write(scenario);
    connection.execute(
        "UPDATE scenarios SET document = ?1, hash = ?2 WHERE id = (SELECT min(id) FROM scenarios)",
        params![text, hash(&text)],
    )?;
    Ok(())
}

/// Those that are kept, in the order in which they were first kept.
pub fn kept(connection: &Connection) -> Result<Vec<Scenario>, StoreError> {
    let mut rows = connection.prepare(
        "SELECT document, hash FROM scenarios WHERE id > (SELECT min(id) FROM scenarios) ORDER BY id",
    )?;
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| {
        let (text, stored) = row?;
        read(text, stored)
    })
    .collect()
}

/// Keeps a scenario by its name, in the place of the one that has it.
pub fn keep(connection: &Connection, scenario: &Scenario) -> Result<(), StoreError> {
    match place(connection, scenario.name())? {
        None => add(connection, scenario),
        Some(id) => {
            let text = native::write(scenario);
            connection.execute(
                "UPDATE scenarios SET document = ?1, hash = ?2 WHERE id = ?3",
                params![text, hash(&text), id],
            )?;
            Ok(())
        }
    }
}

/// Keeps the scenario of a name no longer.
pub fn forget(connection: &Connection, name: &str) -> Result<(), StoreError> {
    if let Some(id) = place(connection, name)? {
        connection.execute("DELETE FROM scenarios WHERE id = ?1", params![id])?;
    }
    Ok(())
}

/// The row of the scenario that is kept by a name.
fn place(connection: &Connection, name: &str) -> Result<Option<i64>, StoreError> {
    let found = connection.query_row(
        "SELECT id FROM scenarios WHERE id > (SELECT min(id) FROM scenarios) AND document ->> '$.name' = ?1",
        params![name],
        |row| row.get(0),
    );
    Ok(found.optional()?)
}

pub fn first(connection: &Connection) -> Result<Scenario, StoreError> {
    let (text, stored) =
        connection.query_row("SELECT document, hash FROM scenarios ORDER BY id LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    read(text, stored)
}

fn read(text: String, stored: i64) -> Result<Scenario, StoreError> {
    native::read(&proven(text, stored, "scenario")?).map_err(|cause| unreadable("scenario", cause))
}
