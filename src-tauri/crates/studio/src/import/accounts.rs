//! Rows of accounts.

use design::tables::Table;

use super::fill::Fill;
use super::keys::{Keys, checked};
use super::known::{ACCOUNT_KEY, ACCOUNT_NAME, Class};
use super::mapping::Mapping;
use super::note::Reason;
use super::source::{Row, Source};
use super::{Imported, mapping};
use crate::Failure;

pub(super) fn read(mut source: Source, imported: &mut Imported) -> Result<Keys, Failure> {
    let mapping = mapping::of(Class::Account, &source, &mut imported.notes, &mut imported.matched)?;
    let (Some(key), Some(name)) = (mapping.index(ACCOUNT_KEY), mapping.index(ACCOUNT_NAME)) else {
        return Ok(Keys::default());
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
    pub(super) keys: Keys,
    fill: Fill,
}

impl Taking {
    pub(super) fn new(mapping: Mapping) -> Taking {
        let fill = Fill::new(mapping, &[ACCOUNT_KEY]);
        Taking { keys: Keys::default(), fill }
    }

    /// Takes a row whole, or says why not.
    pub(super) fn take(&mut self, key: &str, name: &str, row: &Row) -> Result<(), Reason> {
        checked(key, "account key")?;
        if let Some((_, first)) = self.keys.seen(key) {
            return Err(Reason::KeySeen { key: key.to_owned(), first });
        }
        if name.is_empty() {
            return Err(Reason::Missing { what: "account name" });
        }
        let length = name.chars().count();
        if length > 255 {
            return Err(Reason::NameTooLong { length });
        }
        self.keys.add(key, row.line);
        self.fill.push(row);
        Ok(())
    }

    pub(super) fn finish(self) -> (Keys, Table) {
        let mut table = Table::default();
        table.add(ACCOUNT_KEY, self.keys.column());
        self.fill.finish(&mut table);
        (self.keys, table)
    }
}
