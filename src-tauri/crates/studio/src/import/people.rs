//! Rows of people.

use design::tables::{ColumnBuilder, Table};
use indexmap::IndexMap;

use super::accounts::{Accounts, checked_key};
use super::fill::Fill;
use super::known::{Class, EMAIL, PERSON_ACCOUNT, PERSON_KEY};
use super::mapping::Mapping;
use super::note::Reason;
use super::source::{Row, Source};
use super::{Imported, mapping, values};
use crate::Failure;

/// The people taken: key → line. Their places are their rows in the table.
pub(super) type People = IndexMap<Box<str>, u64>;

pub(super) fn read(
    mut source: Source,
    accounts: &Accounts,
    imported: &mut Imported,
) -> Result<People, Failure> {
    let mapping = mapping::of(Class::Person, &source, &mut imported.notes, &mut imported.matched)?;
    let place = |attribute| mapping.index(attribute).unwrap_or(usize::MAX);
    let (key, account, email) = (place(PERSON_KEY), place(PERSON_ACCOUNT), place(EMAIL));
    let mut taking = Taking::new(mapping);
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
    Ok(taking.finish(imported))
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
    people: People,
    keys: ColumnBuilder,
    account_of: Vec<u32>,
    fill: Fill,
}

impl Taking {
    pub(super) fn new(mapping: Mapping) -> Taking {
        let fill = Fill::new(mapping, &[PERSON_KEY, PERSON_ACCOUNT]);
        Taking { people: People::default(), keys: ColumnBuilder::default(), account_of: Vec::new(), fill }
    }

    /// Takes a row whole, or says why not. A person with further accounts is taken, and that is noted.
    pub(super) fn take(
        &mut self,
        cells: &Cells<'_>,
        accounts: &Accounts,
        row: &Row,
    ) -> Result<Option<Reason>, Reason> {
        let Cells { key, accounts: wanted, email } = *cells;
        checked_key(key, "person key")?;
        let (account, more) = account(wanted, accounts)?;
        if let Some((place, _, &first)) = self.people.get_full(key) {
            let kept = self.account_of[place];
            if kept == account {
                return Err(Reason::KeySeen { key: key.to_owned(), first });
            }
            let account = accounts.get_index(kept as usize).map_or("", |(key, _)| key).to_owned();
            return Err(Reason::SecondAccount { key: key.to_owned(), account });
        }
        if email.is_empty() {
            return Err(Reason::Missing { what: "email address" });
        }
        self.people.insert(key.into(), row.line);
        self.keys.push(key);
        self.account_of.push(account);
        self.fill.push(row);
        let first = || accounts.get_index(account as usize).map_or("", |(key, _)| key).to_owned();
        Ok(more.then(|| Reason::SecondAccount { key: key.to_owned(), account: first() }))
    }

    pub(super) fn finish(self, imported: &mut Imported) -> People {
        let mut table = Table::default();
        table.add(PERSON_KEY, self.keys.finish());
        self.fill.finish(&mut table);
        imported.tables.people = table;
        imported.tables.account_of = self.account_of;
        self.people
    }
}

/// The row of the first account named, and whether there are more. `@` marks a reference of a Salesforce data plan.
fn account(wanted: &str, accounts: &Accounts) -> Result<(u32, bool), Reason> {
    let unknown = || Reason::UnknownAccount { account: wanted.to_owned() };
    if wanted.is_empty() {
        return Err(Reason::Missing { what: "account key" });
    }
    let find = |key: &str| {
        let key = key.trim();
        let place = accounts.get_index_of(key);
        place.or_else(|| accounts.get_index_of(key.strip_prefix('@')?))
    };
    if let Some(place) = find(wanted) {
        return Ok((place as u32, false));
    }
    let (first, _) = wanted.split_once('|').ok_or_else(unknown)?;
    Ok((find(first).ok_or_else(unknown)? as u32, true))
}

/// The row of the person with that key.
pub(super) fn find(key: &str, people: &People) -> Result<u32, Reason> {
    let place = people.get_index_of(key).or_else(|| people.get_index_of(key.strip_prefix('@')?));
    place.map(|place| place as u32).ok_or_else(|| Reason::UnknownPerson { person: key.to_owned() })
}
