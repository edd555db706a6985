//! Edits of the tables by hand, each on the disk before its answer, and taking them back.

use std::sync::Arc;

use design::history::{Reversible, Step, Steps};
use design::tables::{TableChange, TableError, TableIntent};
use design::update::Sentence;
use serde::Serialize;
use ts_rs::TS;

use super::records::Records;
use super::{Open, Studio};
use crate::store::{self, StoreError};
use crate::{Failure, commands};

/// The steps that made the tables what they are since they were imported.
pub(super) type TableSteps = Steps<TableChange>;

/// What can be taken back and done again of the edits of the tables, and how large they are.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TablesView {
    pub undo: Option<Sentence>,
    pub redo: Option<Sentence>,
    pub accounts: u32,
    pub people: u32,
    pub activities: u32,
}

impl Studio {
    pub fn tables_view(&self) -> Result<TablesView, Failure> {
        self.with_records()?.tables_view()
    }

    pub fn edit_tables(&self, intent: &TableIntent) -> Result<TablesView, Failure> {
        let mut open = self.with_records()?;
        let (name, changes) = intent.changes(open.tables()?).map_err(refused)?;
        if changes.is_empty() {
            return open.tables_view();
        }
        let step = Step { name, changes, typing: None };
        open.steps()?;
        let changes = step.changes.clone();
        let text = commands::json(&step)?;
        open.change_tables(&changes, |steps| {
            steps.push(step);
            Some(text)
        })
    }

    /// Answers with the tables as they are where there is nothing to undo.
    pub fn undo_tables(&self) -> Result<TablesView, Failure> {
        let mut open = self.with_records()?;
        let Some(step) = open.steps()?.last().cloned() else { return open.tables_view() };
        let back: Vec<_> = step.changes.iter().rev().map(TableChange::inverse).collect();
        open.change_tables(&back, |steps| {
            steps.back();
            None
        })
    }

    /// Answers with the tables as they are where there is nothing to redo.
    pub fn redo_tables(&self) -> Result<TablesView, Failure> {
        let mut open = self.with_records()?;
        let Some(step) = open.steps()?.next().cloned() else { return open.tables_view() };
        open.change_tables(&step.changes, |steps| {
            steps.on();
            None
        })
    }
}

impl Open {
    /// Changes a copy of the tables, which runs may still read, and writes what is other in it. `history` says what becomes of the
    /// steps, and which new one is to be written.
    fn change_tables(
        &mut self,
        changes: &[TableChange],
        history: impl FnOnce(&mut TableSteps) -> Option<String>,
    ) -> Result<TablesView, Failure> {
        let Records::There { tables, places } = &self.records else { return self.tables_view() };
        let mut tables = tables.as_ref().clone();
        changes.iter().for_each(|change| change.apply(&mut tables));
        let mut steps = self.steps.take().unwrap_or_default();
        let step = history(&mut steps);
        let done = steps.in_force();
        let places = self.store.write_records(|transaction| {
            let places = store::data::follow(transaction, changes, &tables, places)?;
            if let Some(step) = step {
                store::histories::TABLES.put(transaction, done, &step)?;
            }
            store::histories::TABLES.set_done(transaction, done)?;
            Ok::<_, StoreError>(places)
        })?;
        self.records = Records::There { tables: Arc::new(tables), places };
        self.steps = Some(steps);
        self.tables_view()
    }

    /// The history, from memory or from the disk.
    fn steps(&mut self) -> Result<&mut TableSteps, Failure> {
        let steps = match self.steps.take() {
            Some(steps) => steps,
            None => {
                let (texts, kept) = store::histories::TABLES.load(self.store.read())?;
                let steps = texts.iter().map(|text| serde_json::from_str(text));
                // What an older program cannot read is not taken back; the tables are as they are.
                Steps::stored(steps.collect::<Result<_, _>>().unwrap_or_default(), kept)
            }
        };
        Ok(self.steps.insert(steps))
    }

    fn tables_view(&mut self) -> Result<TablesView, Failure> {
        let tables = Arc::clone(self.tables()?);
        let steps = self.steps()?;
        Ok(TablesView {
            undo: steps.undo_name().cloned(),
            redo: steps.redo_name().cloned(),
            accounts: tables.accounts.rows() as u32,
            people: tables.people.rows() as u32,
            activities: tables.activities.len() as u32,
        })
    }
}

/// The window has its own sentences by these codes.
fn refused(error: TableError) -> Failure {
    let message = error.to_string();
    match error {
        TableError::Unknown(key) => Failure::new("unknown-row", message).with("key", key),
        TableError::Taken(key) => Failure::new("key-taken", message).with("key", key),
        TableError::KeyMissing => Failure::new("key-missing", message),
        TableError::Tilde(key) => Failure::new("key-tilde", message).with("key", key),
        TableError::Needed => Failure::new("cell-needed", message),
        TableError::TooLong(length) => {
            Failure::new("name-too-long", message).with("length", length.to_string())
        }
        TableError::Fixed(column) => Failure::new("column-fixed", message).with("column", column),
    }
}
