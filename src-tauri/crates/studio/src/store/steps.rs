//! The history of each journey: its steps from the first to the last, undone ones included, as JSON.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::hash::{hash, proven};

/// Makes a step the one at a position (from 1) and forgets all after it.
pub fn put(connection: &Connection, journey: &str, position: u64, step: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM steps WHERE journey = ?1 AND position >= ?2")?
        .execute(params![journey, position])?;
    connection
        .prepare_cached("INSERT INTO steps (journey, position, step, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![journey, position, step, hash(step)])?;
    Ok(())
}

/// All steps of a journey, the oldest first.
pub fn load(connection: &Connection, journey: &str) -> Result<Vec<String>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT step, hash FROM steps WHERE journey = ?1 ORDER BY position")?;
    let rows = statement.query_map([journey], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let what = format!("history of the journey {journey}");
    rows.map(|row| row.map_err(StoreError::from).and_then(|(step, stored)| proven(step, stored, &what)))
        .collect()
}
