//! The journeys: each one's document as it stands, its revision, and how much of its history is in force.

use design::formats::native;
use design::journey::{Journey, JourneyKind};
use design::lifecycle::JourneyStatus;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::{StoreError, unreadable};
use super::hash::{hash, proven};

/// A journey as stored. `done` counts the steps of its history that are in force.
pub struct Stored {
    pub journey: Journey,
    pub status: JourneyStatus,
    pub revision: u64,
    pub done: u64,
}

/// What a list of journeys shows.
pub struct Line {
    pub id: String,
    pub name: String,
    pub kind: JourneyKind,
    pub status: JourneyStatus,
    pub nodes: u32,
    /// The instant of the last change, ISO 8601.
    pub changed: String,
}

/// Adds a journey without a history after the others.
pub fn add(connection: &Connection, journey: &Journey, changed: &str) -> Result<(), StoreError> {
    let text = native::write(journey);
    connection.execute(
        "INSERT INTO journeys (id, name, kind, nodes, revision, changed, document, hash)
         VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)",
        params![
            journey.id.as_str(),
            journey.name,
            word(journey.kind),
            journey.nodes.len(),
            changed,
            text,
            hash(&text)
        ],
    )?;
    Ok(())
}

/// Stores a journey after an edit, an undo or a redo.
pub fn save(
    connection: &Connection,
    journey: &Journey,
    revision: u64,
    done: u64,
    changed: &str,
) -> Result<(), StoreError> {
    let text = native::write(journey);
    connection
        .prepare_cached(
            "UPDATE journeys SET name = ?2, kind = ?3, nodes = ?4, revision = ?5, done = ?6, changed = ?7,
             document = ?8, hash = ?9 WHERE id = ?1",
        )?
        .execute(params![
            journey.id.as_str(),
            journey.name,
            word(journey.kind),
            journey.nodes.len(),
            revision,
            done,
            changed,
            text,
            hash(&text)
        ])?;
    Ok(())
}

/// None where there is no such journey.
pub fn load(connection: &Connection, id: &str) -> Result<Option<Stored>, StoreError> {
    let row = connection
        .query_row("SELECT document, hash, revision, done, status FROM journeys WHERE id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, status(row, 4)?))
        })
        .optional()?;
    let Some((text, stored, revision, done, status)) = row else { return Ok(None) };
    let what = format!("journey {id}");
    let journey = native::read(&proven(text, stored, &what)?).map_err(|cause| unreadable(&what, cause))?;
    Ok(Some(Stored { journey, status, revision, done }))
}

/// The number of the last edit; None where there is no such journey.
pub fn revision(connection: &Connection, id: &str) -> Result<Option<u64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT revision FROM journeys WHERE id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?)
}

/// The steps in force of a journey's history.
pub fn done(connection: &Connection, id: &str) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT done FROM journeys WHERE id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0))?)
}

/// Says where a journey stands from now on.
pub fn set_status(
    connection: &Connection,
    id: &str,
    status: JourneyStatus,
    changed: &str,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE journeys SET status = ?2, changed = ?3 WHERE id = ?1",
        params![id, status.word(), changed],
    )?;
    Ok(())
}

/// The instant of the last change, ISO 8601.
pub fn changed(connection: &Connection, id: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT changed FROM journeys WHERE id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?)
}

/// Removes a journey with its history and its runs; false where there was none.
pub fn remove(connection: &Connection, id: &str) -> Result<bool, StoreError> {
    Ok(connection.execute("DELETE FROM journeys WHERE id = ?1", [id])? > 0)
}

/// All journeys in the order in which they were made.
pub fn list(connection: &Connection) -> Result<Vec<Line>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT id, name, kind, nodes, changed, status FROM journeys ORDER BY place")?;
    let lines = statement.query_map([], line)?.collect::<Result<_, _>>()?;
    Ok(lines)
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    let kind: String = row.get(2)?;
    Ok(Line {
        id: row.get(0)?,
        name: row.get(1)?,
        kind: if kind == word(JourneyKind::Person) { JourneyKind::Person } else { JourneyKind::Account },
        nodes: row.get(3)?,
        changed: row.get(4)?,
        status: status(row, 5)?,
    })
}

fn word(kind: JourneyKind) -> &'static str {
    match kind {
        JourneyKind::Account => "account",
        JourneyKind::Person => "person",
    }
}

/// A word that this program does not know freezes the journey rather than letting it be changed.
fn status(row: &Row<'_>, column: usize) -> rusqlite::Result<JourneyStatus> {
    let word: String = row.get(column)?;
    Ok(JourneyStatus::of_word(&word).unwrap_or(JourneyStatus::Finished))
}
