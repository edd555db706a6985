//! The workspace's document: one row, with its revision and how much of its histories is in force.

use design::formats::native;
use design::workspace::Workspace;
use rusqlite::{Connection, params};

use super::error::{StoreError, unreadable};
use super::hash::{hash, proven};

/// The workspace as stored.
pub struct Stored {
    pub workspace: Workspace,
    pub revision: u64,
}

/// Stores the workspace's document, in place of the one before and its history.
pub fn save(connection: &Connection, workspace: &Workspace) -> Result<(), StoreError> {
    let text = native::write(workspace);
    connection.execute(
        "INSERT INTO workspace (id, document, hash) VALUES (1, ?1, ?2)
         ON CONFLICT (id) DO UPDATE SET document = excluded.document, hash = excluded.hash",
        params![text, hash(&text)],
    )?;
    Ok(())
}

/// Stores the workspace after an edit, an undo or a redo.
pub fn put(connection: &Connection, workspace: &Workspace, revision: u64) -> Result<(), StoreError> {
    let text = native::write(workspace);
    connection.execute(
        "UPDATE workspace SET document = ?1, hash = ?2, revision = ?3",
        params![text, hash(&text), revision],
    )?;
    Ok(())
}

pub fn load(connection: &Connection) -> Result<Stored, StoreError> {
    let (text, stored, revision) =
        connection.query_row("SELECT document, hash, revision FROM workspace", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let workspace =
        native::read(&proven(text, stored, "workspace")?).map_err(|cause| unreadable("workspace", cause))?;
    Ok(Stored { workspace, revision })
}
