//! The runs of each journey: what came out of which revision.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::StoreError;
use super::hash::{hash, proven};

/// A finished run. The report is kept as the JSON text that was shown.
pub struct Run {
    pub id: String,
    pub journey: String,
    /// The revision of the journey that was run.
    pub revision: u64,
    /// The scenario's name.
    pub scenario: String,
    /// How long it took.
    pub seconds: f64,
    /// When it was finished, ISO 8601.
    pub at: String,
    pub report: String,
    /// The version of the journey that was run; None: of a program that did not keep it.
    pub version: Option<String>,
    /// The scenario that was run, as its document; None: of a program that did not keep it.
    pub assumed: Option<String>,
    /// The journey's digest; None: of a program that did not keep it.
    pub digest: Option<String>,
}

/// How many runs of a journey are kept.
const KEPT: u32 = 12;

/// Stores a run and forgets the oldest beyond the ones that are kept; false where its journey is gone.
pub fn add(connection: &Connection, run: &Run) -> Result<bool, StoreError> {
    let added = connection.execute(
        "INSERT INTO runs (id, journey, revision, scenario, seconds, at, report, hash, version, assumed, digest)
         SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM journeys WHERE id = ?2",
        params![
            run.id,
            run.journey,
            run.revision,
            run.scenario,
            run.seconds,
            run.at,
            run.report,
            hash(&run.report),
            run.version,
            run.assumed,
            run.digest
        ],
    )?;
    connection.execute(
        "DELETE FROM runs WHERE journey = ?1 AND place NOT IN
         (SELECT place FROM runs WHERE journey = ?1 ORDER BY place DESC LIMIT ?2)",
        params![run.journey, KEPT],
    )?;
    Ok(added > 0)
}

/// The runs of a journey that are kept, the newest first.
pub fn list(connection: &Connection, journey: &str) -> Result<Vec<Run>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM runs WHERE journey = ?1 ORDER BY place DESC")?;
    let ids: Vec<String> = statement.query_map([journey], |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.iter().filter_map(|id| load(connection, id).transpose()).collect()
}

/// A run by its id.
pub fn load(connection: &Connection, id: &str) -> Result<Option<Run>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, revision, scenario, seconds, at, report, hash, version, assumed, digest, journey
         FROM runs WHERE id = ?1",
    )?;
    one(statement.query_row([id], |row| read(row, row.get(10)?)))
}

/// The run of a journey that was finished last.
pub fn last(connection: &Connection, journey: &str) -> Result<Option<Run>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, revision, scenario, seconds, at, report, hash, version, assumed, digest FROM runs
         WHERE journey = ?1 ORDER BY place DESC LIMIT 1",
    )?;
    one(statement.query_row([journey], |row| read(row, journey.to_owned())))
}

fn read(row: &Row<'_>, journey: String) -> rusqlite::Result<(Run, i64)> {
    let run = Run {
        id: row.get(0)?,
        journey,
        revision: row.get(1)?,
        scenario: row.get(2)?,
        seconds: row.get(3)?,
        at: row.get(4)?,
        report: row.get(5)?,
        version: row.get(7)?,
        assumed: row.get(8)?,
        digest: row.get(9)?,
    };
    Ok((run, row.get(6)?))
}

fn one(row: rusqlite::Result<(Run, i64)>) -> Result<Option<Run>, StoreError> {
    let Some((mut run, stored)) = row.optional()? else { return Ok(None) };
    run.report = proven(run.report, stored, "report")?;
    Ok(Some(run))
}
