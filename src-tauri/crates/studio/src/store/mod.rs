//! The workspace file: SQLite in one file, one writer, one transaction for each change.
//!
//! A table's SQL stands in the file of its name and nowhere else; layouts are the numbered files in `migrations`.

pub mod accounts;
pub mod activities;
pub mod chapter_steps;
mod columns;
pub mod data;
mod error;
mod file;
mod hash;
pub mod histories;
pub mod journeys;
pub mod mappings;
pub mod members;
mod migrations;
pub mod people;
pub mod places;
pub mod preferences;
pub mod runs;
pub mod scenarios;
pub mod steps;
pub mod versions;
pub mod workspace;

use std::fs::File;
use std::path::{Path, PathBuf};

use design::tables::Tables;
use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use error::StoreError;
pub use file::{FILE, check_records, copy};
pub use places::RecordPlaces;

/// An open workspace. While it lives no other program opens the same one.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// Held until the connection is closed: fields are dropped in this order.
    _lock: File,
}

impl Store {
    /// Opens the workspace of a folder; where there is none, makes one and lets `fill` put the first things in it.
    /// The file appears in one piece or not at all.
    pub fn open<E: From<StoreError>>(
        folder: &Path,
        fill: impl FnOnce(&Connection) -> Result<(), E>,
    ) -> Result<Store, E> {
        Store::open_file(&folder.join(FILE), |connection| fill(connection))
    }

    /// Opens a workspace by its file, as `open` does.
    pub fn open_file<E: From<StoreError>>(
        path: &Path,
        fill: impl FnOnce(&Connection) -> Result<(), E>,
    ) -> Result<Store, E> {
        let lock = file::lock(path)?;
        if !path.exists() {
            file::create(path, fill)?;
        }
        Ok(Store { connection: file::open(path)?, path: path.to_owned(), _lock: lock })
    }

    /// The workspace's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether its records are to be checked and read beside other work, by `check_records` and `tables`.
    pub fn is_large(&self) -> bool {
        file::is_large(&self.path)
    }

    /// For reading.
    pub fn read(&self) -> &Connection {
        &self.connection
    }

    /// Does the work in one transaction: all of it is on the disk when this returns, or none.
    pub fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// A second connection to the same file, for long work beside edits.
    pub fn another(&self) -> Result<Connection, StoreError> {
        file::another(&self.path)
    }

    /// Does work on records in one transaction. What belongs to a record that goes is named one by one, so that SQLite
    /// need not look through all of them for what belongs to it.
    pub fn write_records<T>(
        &mut self,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.connection.pragma_update(None, "foreign_keys", false)?;
        let done = self.write(work);
        self.connection.pragma_update(None, "foreign_keys", true)?;
        done
    }

    /// All accounts, people, activities and memberships.
    pub fn tables(&self) -> Result<(Tables, RecordPlaces), StoreError> {
        tables(&self.connection)
    }

    /// Brings everything from the log into the file itself, so that a copy of the one file is whole.
    pub fn settle(&self) -> Result<(), StoreError> {
        Ok(self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// All records of a workspace, and where in the file they stand.
pub fn tables(connection: &Connection) -> Result<(Tables, RecordPlaces), StoreError> {
    let (accounts, of_accounts) = accounts::load(connection)?;
    let (people, account_of, of_people) = people::load(connection, &of_accounts)?;
    let (activities, of_activities) = activities::load(connection, &of_people)?;
    let (members, of_members) = members::load(connection, &of_people)?;
    let places = RecordPlaces {
        accounts: of_accounts,
        people: of_people,
        activities: of_activities,
        members: of_members,
    };
    let (account_of, activities, members) = (account_of.into(), activities.into(), members.into());
    Ok((Tables { accounts, people, account_of, activities, members }, places))
}
