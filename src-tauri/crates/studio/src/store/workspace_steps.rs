//! The workspace's history: its steps from the first to the last, undone ones included, as JSON.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::hash::{hash, proven};

/// Makes a step the one at a position (from 1) and forgets all after it.
pub fn put(connection: &Connection, position: u64, step: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM workspace_steps WHERE position >= ?1", [position])?;
    connection.execute(
        "INSERT INTO workspace_steps (position, step, hash) VALUES (?1, ?2, ?3)",
        params![position, step, hash(step)],
    )?;
    Ok(())
}

/// All steps, the oldest first.
pub fn load(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("SELECT step, hash FROM workspace_steps ORDER BY position")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| {
        let (step, stored) = row?;
        proven(step, stored, "history of the workspace")
    })
    .collect()
}
