//! The versions of each journey: what it was, why that was kept, and what had changed since the version before.

use design::formats::native;
use design::journey::Journey;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::{StoreError, unreadable};
use super::hash::{hash, proven};

/// A version without its document. Reason and summary are the caller's own words for them.
pub struct Line {
    pub id: String,
    /// The revision of the journey at that moment.
    pub revision: u64,
    /// ISO 8601.
    pub at: String,
    pub reason: String,
    pub name: Option<String>,
    pub nodes: u32,
    pub summary: String,
}

/// Keeps a version after the others of its journey.
pub fn add(connection: &Connection, line: &Line, journey: &Journey) -> Result<(), StoreError> {
    let text = native::write(journey);
    connection.execute(
        "INSERT INTO versions (id, journey, revision, at, reason, name, nodes, summary, document, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            line.id,
            journey.id.as_str(),
            line.revision,
            line.at,
            line.reason,
            line.name,
            line.nodes,
            line.summary,
            text,
            hash(&text)
        ],
    )?;
    Ok(())
}

/// The versions of a journey, the newest first.
pub fn list(connection: &Connection, journey: &str) -> Result<Vec<Line>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, revision, at, reason, name, nodes, summary FROM versions WHERE journey = ?1
         ORDER BY place DESC",
    )?;
    let lines = statement.query_map([journey], line)?.collect::<Result<_, _>>()?;
    Ok(lines)
}

/// The newest version.
pub fn last(connection: &Connection, journey: &str) -> Result<Option<Line>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, revision, at, reason, name, nodes, summary FROM versions WHERE journey = ?1
         ORDER BY place DESC LIMIT 1",
    )?;
    Ok(statement.query_row([journey], line).optional()?)
}

/// The journey as it was; None where there is no such version of it.
pub fn read(connection: &Connection, journey: &str, id: &str) -> Result<Option<Journey>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT document, hash FROM versions WHERE journey = ?1 AND id = ?2")?;
    let row = statement.query_row([journey, id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((text, stored)) = row else { return Ok(None) };
    let what = format!("version {id} of the journey {journey}");
    let journey = native::read(&proven(text, stored, &what)?).map_err(|cause| unreadable(&what, cause))?;
    Ok(Some(journey))
}

/// Names a version, or takes its name away; false where there is no such version.
pub fn name(
    connection: &Connection,
    journey: &str,
    id: &str,
    name: Option<&str>,
) -> Result<bool, StoreError> {
    let named = connection.execute(
        "UPDATE versions SET name = ?3 WHERE journey = ?1 AND id = ?2",
        params![journey, id, name],
    )?;
    Ok(named > 0)
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        id: row.get(0)?,
        revision: row.get(1)?,
        at: row.get(2)?,
        reason: row.get(3)?,
        name: row.get(4)?,
        nodes: row.get(5)?,
        summary: row.get(6)?,
    })
}
