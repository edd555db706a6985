//! What belongs to the workspace as a whole has histories: steps from the first to the last, undone ones included, as
//! JSON, each history in a table of its own.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::hash::{hash, proven};

/// Where a history is kept.
pub struct History {
    table: &'static str,
    /// The column of the workspace that says how many steps are in force.
    done: &'static str,
    /// What it is called where it can't be read.
    name: &'static str,
}

/// Of the workspace's own records.
pub const WORKSPACE: History =
    History { table: "workspace_steps", done: "done", name: "history of the workspace" };
/// Of edits of the tables by hand.
pub const TABLES: History =
    History { table: "table_steps", done: "tables_done", name: "history of the tables" };
pub const SCENARIOS: History =
    History { table: "scenario_steps", done: "scenarios_done", name: "history of the scenarios" };

impl History {
    /// Makes a step the one at a position (from 1) and forgets all after it.
    pub fn put(&self, connection: &Connection, position: u64, step: &str) -> Result<(), StoreError> {
        let table = self.table;
        connection.execute(&format!("DELETE FROM {table} WHERE position >= ?1"), [position])?;
        connection.execute(
            &format!("INSERT INTO {table} (position, step, hash) VALUES (?1, ?2, ?3)"),
            params![position, step, hash(step)],
        )?;
        Ok(())
    }

    /// Says how many steps are in force.
    pub fn set_done(&self, connection: &Connection, done: u64) -> Result<(), StoreError> {
        connection.execute(&format!("UPDATE workspace SET {} = ?1", self.done), [done])?;
        Ok(())
    }

    /// Forgets all steps.
    pub fn clear(&self, connection: &Connection) -> Result<(), StoreError> {
        connection.execute(&format!("DELETE FROM {}", self.table), [])?;
        self.set_done(connection, 0)
    }

    /// All steps, the oldest first, and how many of them are in force.
    pub fn load(&self, connection: &Connection) -> Result<(Vec<String>, u64), StoreError> {
        let History { table, done, name } = self;
        let done = connection.query_row(&format!("SELECT {done} FROM workspace"), [], |row| row.get(0))?;
        let mut statement =
            connection.prepare(&format!("SELECT step, hash FROM {table} ORDER BY position"))?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let steps = rows.map(|row| {
            let (step, stored) = row?;
            proven(step, stored, name)
        });
        Ok((steps.collect::<Result<_, StoreError>>()?, done))
    }
}
