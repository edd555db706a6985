//! The history of the chapters of each journey: its steps from the first to the last, undone ones included, as JSON.

use rusqlite::{Connection, OptionalExtension, params};

use super::error::StoreError;
use super::hash::{hash, proven};

/// Makes a step the one at a position (from 1) and forgets all after it.
pub fn put(connection: &Connection, journey: &str, position: u64, step: &str) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM chapter_steps WHERE journey = ?1 AND position >= ?2",
        params![journey, position],
    )?;
    connection.execute(
        "INSERT INTO chapter_steps (journey, position, step, hash) VALUES (?1, ?2, ?3, ?4)",
        params![journey, position, step, hash(step)],
    )?;
    Ok(())
}

/// How many steps are in force.
pub fn set_done(connection: &Connection, journey: &str, done: u64) -> Result<(), StoreError> {
    connection.execute("UPDATE journeys SET chapters_done = ?2 WHERE id = ?1", params![journey, done])?;
    Ok(())
}

/// All steps, the oldest first, and how many of them are in force. None: there is no such journey.
pub fn load(connection: &Connection, journey: &str) -> Result<Option<(Vec<String>, u64)>, StoreError> {
    let done = connection
        .query_row("SELECT chapters_done FROM journeys WHERE id = ?1", [journey], |row| row.get(0))
        .optional()?;
    let Some(done) = done else { return Ok(None) };
    let mut statement =
        connection.prepare("SELECT step, hash FROM chapter_steps WHERE journey = ?1 ORDER BY position")?;
    let rows = statement.query_map([journey], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let steps = rows.map(|row| {
        let (step, stored) = row?;
        proven(step, stored, "history of the chapters")
    });
    Ok(Some((steps.collect::<Result<_, StoreError>>()?, done)))
}
