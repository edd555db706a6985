//! The history of the scenarios: its steps from the first to the last, undone ones included, as JSON.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::hash::{hash, proven};

/// Makes a step the one at a position (from 1) and forgets all after it.
pub fn put(connection: &Connection, position: u64, step: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM scenario_steps WHERE position >= ?1", [position])?;
    connection.execute(
        "INSERT INTO scenario_steps (position, step, hash) VALUES (?1, ?2, ?3)",
        params![position, step, hash(step)],
    )?;
    Ok(())
}

/// How many steps are in force.
pub fn set_done(connection: &Connection, done: u64) -> Result<(), StoreError> {
    connection.execute("UPDATE workspace SET scenarios_done = ?1", [done])?;
    Ok(())
}

/// All steps, the oldest first, and how many of them are in force.
pub fn load(connection: &Connection) -> Result<(Vec<String>, u64), StoreError> {
    let done = connection.query_row("SELECT scenarios_done FROM workspace", [], |row| row.get(0))?;
    let mut statement = connection.prepare("SELECT step, hash FROM scenario_steps ORDER BY position")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let steps = rows.map(|row| {
        let (step, stored) = row?;
        proven(step, stored, "history of the scenarios")
    });
    Ok((steps.collect::<Result<_, StoreError>>()?, done))
}
