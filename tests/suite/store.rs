//! The workspace file: what it refuses, what it survives, and that it gives back what was put in.

use std::fs;
use std::path::{Path, PathBuf};

use design::tables::{Table, Tables};
use rusqlite::Connection;
use studio::sample::sample;
use studio::store::{FILE, Store, StoreError, accounts, activities, members, people, preferences};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A workspace with three accounts; opened again it is not filled anew.
fn open(folder: &Path) -> Result<Store, StoreError> {
    Store::open(folder, |connection| {
        let tables = sample(3, 1, None);
        accounts::add(connection, &tables.accounts)?;
        people::add(connection, &tables.people, &tables.account_of)
    })
}

fn code(folder: &Path) -> (&'static str, String) {
    match open(folder) {
        Ok(_) => ("opened", String::new()),
        Err(error) => (error.code(), error.to_string()),
    }
}

/// A workspace file made by `harm` is refused with a code, in one sentence that names it, and stays as it is.
fn check(harm: impl FnOnce(&Path), expected: &str) {
    let folder = folder();
    drop(open(folder.path()).unwrap());
    let file = folder.path().join(FILE);
    harm(&file);
    let before = fs::read(&file).unwrap();
    let (code, sentence) = code(folder.path());
    assert_eq!(code, expected, "{sentence}");
    assert!(sentence.contains(FILE), "{sentence}");
    assert!(sentence.ends_with('.') && sentence.matches(". ").count() <= 1, "{sentence}");
    assert_eq!(fs::read(&file).unwrap(), before, "{expected}: the file was changed");
}

/// Writes into the file itself, past the log.
fn alter(file: &Path, sql: &str) {
    let connection = Connection::open(file).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

#[test]
fn an_empty_file_is_refused() {
    check(|file| fs::write(file, "").unwrap(), "workspace-empty");
}

#[test]
fn a_text_is_refused() {
    check(|file| fs::write(file, "account,name\n1,Acme\n").unwrap(), "workspace-foreign");
}

#[test]
fn a_foreign_database_is_refused() {
    check(
        |file| {
            fs::remove_file(file).unwrap();
            alter(file, "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')");
        },
        "workspace-foreign",
    );
}

#[test]
fn a_newer_workspace_is_refused() {
    check(|file| alter(file, "PRAGMA user_version = 99"), "workspace-newer");
}

#[test]
fn a_file_cut_short_is_refused() {
    check(
        |file| {
            let whole = fs::read(file).unwrap();
            fs::write(file, &whole[..whole.len() / 2]).unwrap();
        },
        "workspace-damaged",
    );
}

#[test]
fn a_damaged_page_is_refused() {
    check(
        |file| {
            let mut bytes = fs::read(file).unwrap();
            bytes[4096..4096 + 2048].fill(0x5a);
            fs::write(file, bytes).unwrap();
        },
        "workspace-damaged",
    );
}

#[test]
fn a_folder_that_is_a_file_is_refused() {
    let folder = folder();
    let path = folder.path().join("taken");
    fs::write(&path, "").unwrap();
    assert_eq!(code(&path).0, "folder-unusable");
}

#[test]
fn a_second_program_is_refused_until_the_first_is_gone() {
    let folder = folder();
    let first = open(folder.path()).unwrap();
    let (refused, sentence) = code(folder.path());
    assert_eq!(refused, "workspace-locked");
    assert!(sentence.contains("open in another window"), "{sentence}");
    drop(first);
    assert_eq!(code(folder.path()).0, "opened");
}

#[test]
fn commits_are_on_the_disk_before_they_are_answered() {
    let folder = folder();
    let store = open(folder.path()).unwrap();
    let pragma = |name| store.read().pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(pragma("synchronous"), 2);
    assert_eq!(pragma("foreign_keys"), 1);
    assert_eq!(pragma("trusted_schema"), 0);
    let mode: String = store.read().pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn a_workspace_half_made_is_made_anew() {
    let folder = folder();
    fs::write(folder.path().join("workspace.new"), "half of something").unwrap();
    fs::write(folder.path().join("workspace.caravan-wal"), "a log without its file").unwrap();
    drop(open(folder.path()).unwrap());
    assert!(!folder.path().join("workspace.new").exists());
    assert_eq!(open(folder.path()).unwrap().tables().unwrap().0.accounts.rows(), 3);
}

#[test]
fn a_failed_first_filling_leaves_no_workspace() {
    let folder = folder();
    let failed = Store::open(folder.path(), |_| Err(StoreError::Full));
    assert!(failed.is_err());
    assert!(!folder.path().join(FILE).exists());
}

/// The log as a power cut may leave it: cut anywhere, its last byte perhaps wrong. What opens is whole, with the
/// change or without it.
#[test]
fn a_log_cut_anywhere_opens_whole() {
    let made = folder();
    let mut store = open(made.path()).unwrap();
    store.write(|transaction| preferences::set(transaction, "journey", "before")).unwrap();
    store.settle().unwrap();
    store.write(|transaction| preferences::set(transaction, "journey", "after")).unwrap();
    let file = fs::read(made.path().join(FILE)).unwrap();
    let log = fs::read(made.path().join("workspace.caravan-wal")).unwrap();
    assert!(log.len() > 4096, "the change is in the log");
    let (mut before, mut after) = (0, 0);
    for (cut, flip) in
        (0..=log.len()).step_by(131).chain([log.len()]).flat_map(|cut| [(cut, false), (cut, true)])
    {
        let folder = folder();
        fs::write(folder.path().join(FILE), &file).unwrap();
        let mut log = log[..cut].to_vec();
        if let (true, Some(last)) = (flip, log.last_mut()) {
            *last ^= 0x10;
        }
        fs::write(folder.path().join("workspace.caravan-wal"), log).unwrap();
        let store = open(folder.path()).unwrap();
        match preferences::get(store.read(), "journey").unwrap().as_deref() {
            Some("before") => before += 1,
            Some("after") => after += 1,
            other => panic!("cut at {cut}: {other:?}"),
        }
    }
    assert!(before > 0 && after > 0, "{before} without the change, {after} with it");
}

#[test]
fn tables_come_back_as_they_were() {
    let folder = folder();
    let tables = sample(40, 7, None);
    let fill = |connection: &Connection| -> Result<(), StoreError> {
        accounts::add(connection, &tables.accounts)?;
        people::add(connection, &tables.people, &tables.account_of)?;
        activities::add(connection, &tables.activities)?;
        members::add(connection, &tables.members)
    };
    drop(Store::open(folder.path(), fill).unwrap());
    let back = open(folder.path()).unwrap().tables().unwrap().0;
    assert_eq!(texts(&back), texts(&tables));
    assert_eq!(back.account_of, tables.account_of);
    assert_eq!(back.activities, tables.activities);
    assert_eq!(back.members, tables.members);
    assert!(!tables.activities.is_empty());
}

type Texts = Vec<(String, Vec<Option<String>>)>;

fn texts(tables: &Tables) -> [Texts; 2] {
    let of = |table: &Table| {
        let cells =
            |name: &str| (0..table.rows()).map(|row| table.cell(name, row).map(str::to_owned)).collect();
        table.names().map(|name| (name.to_owned(), cells(name))).collect()
    };
    [of(&tables.accounts), of(&tables.people)]
}

#[test]
fn nothing_but_the_workspace_lies_in_the_folder_after_closing() {
    let folder = folder();
    let store = open(folder.path()).unwrap();
    store.settle().unwrap();
    drop(store);
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into()).collect();
    names.sort();
    assert_eq!(names, [Path::new(FILE), Path::new("workspace.lock")]);
}
