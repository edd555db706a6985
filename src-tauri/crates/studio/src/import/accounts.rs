//! Rows of accounts.

use design::tables::{ColumnBuilder, Table};
use indexmap::IndexMap;

use super::fill::Fill;
use super::known::{ACCOUNT_KEY, ACCOUNT_NAME, Class};
use super::mapping::Mapping;
use super::note::Reason;
use super::source::{Row, Source};
use super::{Imported, mapping};
use crate::Failure;

/// The accounts taken: key → line. Their places are their rows in the table.
pub(super) type Accounts = IndexMap<Box<str>, u64>;

pub(super) fn read(mut source: Source, imported: &mut Imported) -> Result<Accounts, Failure> {
    let mapping = mapping::of(Class::Account, &source, &mut imported.notes, &mut imported.matched)?;
    let (Some(key), Some(name)) = (mapping.index(ACCOUNT_KEY), mapping.index(ACCOUNT_NAME)) else {
        return Ok(Accounts::default());
    };
    let mut taking = Taking::new(mapping);
    let mut row = Row::default();
    while source.next(&mut row, &mut imported.notes)? {
        if let Err(reason) = taking.take(row.get(key).trim(), row.get(name).trim(), &row) {
            imported.notes.push(source.note(row.line, reason));
        }
    }
    let (accounts, table) = taking.finish();
    imported.tables.accounts = table;
    Ok(accounts)
}

/// Accounts while they are read.
pub(super) struct Taking {
    pub(super) accounts: Accounts,
    keys: ColumnBuilder,
    fill: Fill,
}

impl Taking {
    pub(super) fn new(mapping: Mapping) -> Taking {
        let fill = Fill::new(mapping, &[ACCOUNT_KEY]);
        Taking { accounts: Accounts::default(), keys: ColumnBuilder::default(), fill }
    }

    /// Takes a row whole, or says why not.
    pub(super) fn take(&mut self, key: &str, name: &str, row: &Row) -> Result<(), Reason> {
        checked_key(key, "account key")?;
        if let Some(&first) = self.accounts.get(key) {
            return Err(Reason::KeySeen { key: key.to_owned(), first });
        }
        if name.is_empty() {
            return Err(Reason::Missing { what: "account name" });
        }
        let length = name.chars().count();
        if length > 255 {
            return Err(Reason::NameTooLong { length });
        }
        self.accounts.insert(key.into(), row.line);
        self.keys.push(key);
        self.fill.push(row);
        Ok(())
    }

    pub(super) fn finish(self) -> (Accounts, Table) {
        let mut table = Table::default();
        table.add(ACCOUNT_KEY, self.keys.finish());
        self.fill.finish(&mut table);
        (self.accounts, table)
    }
}

/// A key that is there and is not of the form that a run gives to people whom it finds.
pub(super) fn checked_key(key: &str, what: &'static str) -> Result<(), Reason> {
    match key {
        "" => Err(Reason::Missing { what }),
        key if key.contains('~') => Err(Reason::Tilde { key: key.to_owned() }),
        _ => Ok(()),
    }
}
