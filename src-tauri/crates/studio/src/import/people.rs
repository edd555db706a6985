//! Rows of people.

use design::tables::Table;

use super::fill::Fill;
use super::keys::{Keys, checked};
use super::known::{Class, EMAIL, PERSON_ACCOUNT, PERSON_KEY};
use super::mapping::Mapping;
use super::note::Reason;
use super::source::{Row, Source};
use super::{Imported, mapping, values};
use crate::Failure;

pub(super) fn read(mut source: Source, accounts: &Keys, imported: &mut Imported) -> Result<(), Failure> {
    let mapping = mapping::of(Class::Person, &source, &mut imported.notes, &mut imported.matched)?;
    let place = |attribute| mapping.index(attribute).unwrap_or(usize::MAX);
    let (key, account, email) = (place(PERSON_KEY), place(PERSON_ACCOUNT), place(EMAIL));
    let mut taking = Taking::new(mapping);
    taking.fill.learn(&mut source)?;
    let mut row = Row::default();
    while source.next(&mut row, &mut imported.notes)? {
        let cells = Cells {
            key: row.get(key).trim(),
            accounts: &values::plain(row.get(account)),
            email: row.get(email).trim(),
        };
        match taking.take(&cells, accounts, &row) {
            Ok(None) => {}
            Ok(Some(reason)) | Err(reason) => imported.notes.push(source.note(row.line, reason)),
        }
    }
    taking.finish(imported);
    Ok(())
}

/// What every person has.
pub(super) struct Cells<'a> {
    pub(super) key: &'a str,
    /// One account key, or several with `|` between them.
    pub(super) accounts: &'a str,
    pub(super) email: &'a str,
}

/// People while they are read.
pub(super) struct Taking {
    keys: Keys,
    account_of: Vec<u32>,
    pub(super) fill: Fill,
}

impl Taking {
    pub(super) fn new(mapping: Mapping) -> Taking {
        let fill = Fill::new(mapping, &[PERSON_KEY, PERSON_ACCOUNT]);
        Taking { keys: Keys::default(), account_of: Vec::new(), fill }
    }

    /// Takes a row whole, or says why not. A person with further accounts is taken, and that is noted.
    pub(super) fn take(
        &mut self,
        cells: &Cells<'_>,
        accounts: &Keys,
        row: &Row,
    ) -> Result<Option<Reason>, Reason> {
        let Cells { key, accounts: wanted, email } = *cells;
        checked(key, "person key")?;
        let (account, more) = account(wanted, accounts)?;
        if let Some((place, first)) = self.keys.seen(key) {
            let kept = self.account_of[place as usize];
            if kept == account {
                return Err(Reason::KeySeen { key: key.to_owned(), first });
            }
            let account = accounts.key(kept).to_owned();
            return Err(Reason::SecondAccount { key: key.to_owned(), account });
        }
        if email.is_empty() {
            return Err(Reason::Missing { what: "email address" });
        }
        self.keys.add(key, row.line);
        self.account_of.push(account);
        self.fill.push(row);
        let second =
            || Reason::SecondAccount { key: key.to_owned(), account: accounts.key(account).to_owned() };
        Ok(more.then(second))
    }

    pub(super) fn finish(self, imported: &mut Imported) {
        let mut table = Table::default();
        table.add(PERSON_KEY, self.keys.into_column());
        self.fill.finish(&mut table);
        imported.tables.people = table;
        imported.tables.account_of = self.account_of.into();
    }
}

/// The row of the first account named, and whether there are more.
fn account(wanted: &str, accounts: &Keys) -> Result<(u32, bool), Reason> {
    let unknown = || Reason::UnknownAccount { account: wanted.to_owned() };
    if wanted.is_empty() {
        return Err(Reason::Missing { what: "account key" });
    }
    if let Some(row) = accounts.row(wanted) {
        return Ok((row, false));
    }
    let (first, _) = wanted.split_once('|').ok_or_else(unknown)?;
    Ok((accounts.row(first.trim()).ok_or_else(unknown)?, true))
}

/// The row of the person with that key.
pub(super) fn find(key: &str, people: &Keys) -> Result<u32, Reason> {
    people.row(key).ok_or_else(|| Reason::UnknownPerson { person: key.to_owned() })
}
