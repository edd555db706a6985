//! Making, checking and opening the file itself, and the lock that keeps a second program out.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::StoreError;
use super::migrations::{self, APPLICATION, NEWEST};

/// The workspace's file in its folder.
pub const FILE: &str = "workspace.caravan";
const LEAVING: Duration = Duration::from_secs(1);
const LARGE: u64 = 16 << 20;
/// The tables that grow with the data.
const RECORDS: [&str; 4] = ["accounts", "people", "activities", "members"];

/// Makes the folder where it is missing and takes its lock. The lock goes with the process, however it ends.
pub(super) fn lock(path: &Path) -> Result<File, StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let unusable = |cause| StoreError::Folder { folder: folder.to_owned(), cause };
    fs::create_dir_all(folder).map_err(unusable)?;
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path.with_extension("lock"))
        .map_err(unusable)?;
    // A program that was closed a moment ago may still be on its way out.
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if begun.elapsed() < LEAVING => thread::sleep(LEAVING / 20),
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked { folder: folder.to_owned() }),
            Err(TryLockError::Error(cause)) => return Err(unusable(cause)),
        }
    }
}

/// Makes a filled workspace beside its place and moves it there when it is whole and on the disk.
pub(super) fn create<E: From<StoreError>>(
    path: &Path,
    fill: impl FnOnce(&Connection) -> Result<(), E>,
) -> Result<(), E> {
    let draft = path.with_extension("new");
    let mut connection = start(path, &draft)?;
    let transaction = connection.transaction().map_err(StoreError::from)?;
    fill(&transaction)?;
    transaction.commit().map_err(StoreError::from)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))?;
    Ok(put_in_place(&draft, path)?)
}

/// An empty workspace beside its place, without what an earlier attempt left behind.
fn start(path: &Path, draft: &Path) -> Result<Connection, StoreError> {
    // A log without its file would be played into the new one; it is of no other use.
    for old in [draft, &path.with_extension("caravan-wal"), &path.with_extension("caravan-shm")] {
        remove(old).map_err(|cause| StoreError::Folder { folder: old.to_owned(), cause })?;
    }
    let mut connection = Connection::open(draft)?;
    connection.pragma_update(None, "journal_mode", "MEMORY")?;
    migrations::migrate(&mut connection, draft)?;
    Ok(connection)
}

/// A rename lasts once the file and then the folder are on the disk.
fn put_in_place(draft: &Path, path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    File::open(draft)
        .and_then(|file| file.sync_all())
        .and_then(|()| fs::rename(draft, path))
        .and_then(|()| sync_folder(folder))
        .map_err(|cause| StoreError::Folder { folder: folder.to_owned(), cause })
}

/// Opens a workspace that is there, after looking at it without changing it.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    look_at_header(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    check(&connection, path).map_err(|error| damaged(error, path))?;
    migrations::migrate(&mut connection, path)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(connection)
}

/// Writes a whole copy of a workspace that may be open, in place of a file that is there.
pub fn copy(path: &Path, to: &Path) -> Result<(), StoreError> {
    let unusable = |cause| StoreError::Folder { folder: to.to_owned(), cause };
    remove(to).map_err(unusable)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.backup("main", to, None::<fn(rusqlite::backup::Progress)>)?;
    File::open(to).and_then(|file| file.sync_all()).map_err(unusable)
}

/// A further connection to a workspace that is open, and so known to be whole.
pub(super) fn another(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    guard(&connection)?;
    last(&connection)?;
    Ok(connection)
}

/// The header's hundred bytes tell an empty, a foreign and a newer file before SQLite touches it.
fn look_at_header(path: &Path) -> Result<(), StoreError> {
    let mut header = Vec::new();
    File::open(path)
        .and_then(|file| file.take(100).read_to_end(&mut header))
        .map_err(|cause| StoreError::Folder { folder: path.to_owned(), cause })?;
    let number =
        |at: usize| header.get(at..at + 4).and_then(|bytes| Some(i32::from_be_bytes(bytes.try_into().ok()?)));
    match (number(68), number(60)) {
        _ if header.is_empty() => Err(StoreError::Empty { file: path.to_owned() }),
        (Some(APPLICATION), Some(version)) if header.starts_with(b"SQLite format 3\0") => {
            refuse_newer(path, version.into())
        }
        _ => Err(StoreError::Foreign { file: path.to_owned() }),
    }
}

fn check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    // Until the file is known to be whole, closing must not write the log into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    guard(connection)?;
    // The log may hold a newer layout than the header.
    refuse_newer(path, migrations::version(connection)?)?;
    if is_large(path) {
        for table in tables(connection)?.iter().filter(|table| !RECORDS.contains(&table.as_str())) {
            look_through(connection, path, Some(table))?;
        }
    } else {
        look_through(connection, path, None)?;
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    last(connection)
}

/// Whether a workspace holds so many records that they are checked and read while the window is already there.
pub(super) fn is_large(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.len() > LARGE)
}

/// Checks the tables of records, which `open` leaves out where the workspace is large.
pub fn check_records(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let check = |table: &&str| look_through(connection, path, Some(table));
    RECORDS.iter().try_for_each(check).map_err(|error| damaged(error, path))
}

fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Looks for damage in a table; None: in the whole file.
fn look_through(connection: &Connection, path: &Path, table: Option<&str>) -> Result<(), StoreError> {
    let whole = "PRAGMA quick_check(1)".to_owned();
    let one = |table: &str| format!("PRAGMA quick_check(\"{}\")", table.replace('"', "\"\""));
    let verdict: String = connection.query_row(&table.map_or(whole, one), [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::Damaged { file: path.to_owned(), detail: verdict });
    }
    Ok(())
}

/// What a damaged or hostile file must not be able to do.
fn guard(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    Ok(connection.busy_timeout(Duration::from_secs(5))?)
}

/// Each commit is on the disk when it returns.
fn last(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection.pragma_update(None, "foreign_keys", true)?)
}

fn refuse_newer(path: &Path, found: i64) -> Result<(), StoreError> {
    if found > NEWEST {
        return Err(StoreError::Newer { file: path.to_owned(), found, newest: NEWEST });
    }
    Ok(())
}

/// SQLite's own words for a damaged file become ours.
fn damaged(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(cause)
            if matches!(
                cause.sqlite_error_code(),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
            ) =>
        {
            StoreError::Damaged { file: path.to_owned(), detail: cause.to_string() }
        }
        other => other,
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Only Unix lets a folder be synced.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
