//! The scenarios; the first one is what runs assume.

use design::formats::native;
use design::scenario::Scenario;
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

/// Replaces the scenario that runs assume.
pub fn set_first(connection: &Connection, scenario: &Scenario) -> Result<(), StoreError> {
    let text = native::write(scenario);
    connection.execute(
        "UPDATE scenarios SET document = ?1, hash = ?2 WHERE id = (SELECT min(id) FROM scenarios)",
        params![text, hash(&text)],
    )?;
    Ok(())
}

pub fn first(connection: &Connection) -> Result<Scenario, StoreError> {
    let (text, stored) =
        connection.query_row("SELECT document, hash FROM scenarios ORDER BY id LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    native::read(&proven(text, stored, "scenario")?).map_err(|cause| unreadable("scenario", cause))
}
