//! Brings a file to the layout of this program, one numbered migration after another.

use std::path::Path;

use rusqlite::backup::Progress;
use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;

/// "CRVN": says in the file's header whose it is.
pub(super) const APPLICATION: i32 = 0x4352_564e;

/// Migration n brings a file from layout n − 1 to n. A published one is never changed.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_workspace_history.sql"),
    include_str!("migrations/0003_journey_status.sql"),
    include_str!("migrations/0004_versions.sql"),
    include_str!("migrations/0005_data.sql"),
    include_str!("migrations/0006_runs_of_versions.sql"),
    include_str!("migrations/0007_chapters.sql"),
    include_str!("migrations/0008_scenario_history.sql"),
    include_str!("migrations/0009_digests_of_runs.sql"),
];

/// The newest layout that this program knows.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// Applies what is missing, each migration in a transaction of its own. A file that already holds work is copied
/// first, so that an older program can still open it.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let version = version(connection)?;
    if version > 0 && version < NEWEST {
        connection.backup(
            "main",
            path.with_extension(format!("v{version}.caravan")),
            None::<fn(Progress)>,
        )?;
    }
    for (number, sql) in (1..).zip(MIGRATIONS).filter(|(number, _)| *number > version) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.commit()?;
    }
    Ok(())
}

/// The layout that the file has.
pub(super) fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
