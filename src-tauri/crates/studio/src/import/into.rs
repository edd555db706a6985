//! Chosen files into the tables that are there: what the files hold is added, or changes the record with its key.

use std::path::Path;
use std::sync::Arc;

use design::tables::Tables;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::class::{self, FileClass};
use super::dates::DayOrder;
use super::keys::Keys;
use super::known::{ACCOUNT_KEY, PERSON_KEY};
use super::merge::{self, Changes};
use super::source::Source;
use super::watch::Watch;
use super::{Imported, Note, accounts, activities, combined, members, people};
use crate::Failure;

/// A file as the user wants it taken.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Given {
    pub path: String,
    /// None: by the file's name and columns.
    #[serde(default)]
    #[ts(optional)]
    pub class: Option<FileClass>,
    /// For each column what it is taken for, null where it is left out. Without it the columns are matched by their
    /// names.
    #[serde(default)]
    #[ts(optional)]
    pub attributes: Option<Vec<Option<String>>>,
    /// For each column which comes first in its dates, null where they say so themselves.
    #[serde(default)]
    #[ts(optional)]
    pub days: Option<Vec<Option<DayOrder>>>,
}

/// What became of an import.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportSummary {
    pub accounts: Changes,
    pub people: Changes,
    pub activities: Changes,
    pub members: Changes,
    /// The first of what was not taken, or was taken otherwise than it stands there.
    pub notes: Vec<Note>,
    pub noted: u32,
}

/// As many notes as somebody reads.
const SHOWN: usize = 1000;

/// Reads the files into a copy of the tables. Nothing is changed where one of them fails.
pub fn into(old: &Tables, given: &[Given], watch: &Arc<Watch>) -> Result<(Tables, ImportSummary), Failure> {
    let mut files = given.iter().map(|given| open(given, watch)).collect::<Result<Vec<_>, _>>()?;
    // Accounts first, since people name them; then what people did.
    files.sort_by_key(|(class, _)| *class);
    let mut taking = Taking { tables: old.clone(), summary: ImportSummary::default(), notes: Vec::new() };
    for (class, source) in files {
        let bytes = source.bytes;
        taking.take(class, source)?;
        watch.passed(bytes);
    }
    let Taking { tables, mut summary, mut notes } = taking;
    summary.noted = u32::try_from(notes.len()).unwrap_or(u32::MAX);
    notes.truncate(SHOWN);
    summary.notes = notes;
    Ok((tables, summary))
}

fn open(given: &Given, watch: &Arc<Watch>) -> Result<(FileClass, Source), Failure> {
    let mut source = Source::open(Path::new(&given.path))?;
    let class = given.class.unwrap_or_else(|| class::guess(&source.file, &source.headers));
    watch.expect(source.bytes);
    source.watch = Some(Arc::clone(watch));
    source.chosen = given.attributes.clone();
    source.days = given.days.clone().unwrap_or_default();
    Ok((class, source))
}

struct Taking {
    tables: Tables,
    summary: ImportSummary,
    notes: Vec<Note>,
}

impl Taking {
    fn take(&mut self, class: FileClass, source: Source) -> Result<(), Failure> {
        let mut read = Imported::default();
        match class {
            FileClass::Accounts => {
                accounts::read(source, &mut read)?;
                self.accounts(&mut read);
            }
            FileClass::Combined => {
                combined::read(source, &mut read)?;
                let rows = self.accounts(&mut read);
                read.tables.account_of.iter_mut().for_each(|row| *row = rows[*row as usize]);
                self.people(&mut read);
            }
            FileClass::People => {
                people::read(source, &self.keys_of_accounts(), &mut read)?;
                self.people(&mut read);
            }
            FileClass::Activities => {
                activities::read(source, &self.keys_of_people(), &mut read)?;
                let read = std::mem::take(&mut *read.tables.activities);
                self.summary.activities += merge::activities(&mut self.tables.activities, read);
            }
            FileClass::Members => {
                members::read(source, &self.keys_of_people(), &mut read)?;
                let read = std::mem::take(&mut *read.tables.members);
                self.summary.members += merge::members(&mut self.tables.members, read);
            }
        }
        self.notes.append(&mut read.notes);
        Ok(())
    }

    /// Where each account that was read now stands.
    fn accounts(&mut self, read: &mut Imported) -> Vec<u32> {
        let before = self.tables.accounts.rows();
        let merged =
            merge::tables(&self.tables.accounts, std::mem::take(&mut read.tables.accounts), ACCOUNT_KEY);
        self.summary.accounts += merged.changes(before);
        self.tables.accounts = merged.table;
        merged.places
    }

    fn people(&mut self, read: &mut Imported) {
        let before = self.tables.people.rows();
        let mut merged =
            merge::tables(&self.tables.people, std::mem::take(&mut read.tables.people), PERSON_KEY);
        for (&place, &account) in merged.places.iter().zip(&read.tables.account_of) {
            match self.tables.account_of.get_mut(place as usize) {
                Some(of) => {
                    if std::mem::replace(of, account) != account {
                        merged.changed[place as usize] = true;
                    }
                }
                None => self.tables.account_of.push(account),
            }
        }
        self.summary.people += merged.changes(before);
        self.tables.people = merged.table;
    }

    fn keys_of_accounts(&self) -> Keys {
        self.tables.accounts.column(ACCOUNT_KEY).map(Keys::of).unwrap_or_default()
    }

    fn keys_of_people(&self) -> Keys {
        self.tables.people.column(PERSON_KEY).map(Keys::of).unwrap_or_default()
    }
}
