//! The workspace's document: one row.

use design::formats::native;
use design::workspace::Workspace;
use rusqlite::{Connection, params};

use super::error::{StoreError, unreadable};
use super::hash::{hash, proven};

/// Stores the workspace's document, in place of the one before.
pub fn save(connection: &Connection, workspace: &Workspace) -> Result<(), StoreError> {
    let text = native::write(workspace);
    connection.execute(
        "INSERT INTO workspace (id, document, hash) VALUES (1, ?1, ?2)
         ON CONFLICT (id) DO UPDATE SET document = excluded.document, hash = excluded.hash",
        params![text, hash(&text)],
    )?;
    Ok(())
}

pub fn load(connection: &Connection) -> Result<Workspace, StoreError> {
    let (text, stored) = connection
        .query_row("SELECT document, hash FROM workspace", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    native::read(&proven(text, stored, "workspace")?).map_err(|cause| unreadable("workspace", cause))
}
