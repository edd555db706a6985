//! The keys of a table while it is read: each once, in the order of the rows.

use design::tables::{Column, Texts};

use super::note::Reason;

#[derive(Default)]
pub(super) struct Keys {
    texts: Texts,
    /// The line of each row, to say where a key was seen first.
    lines: Vec<u32>,
}

impl Keys {
    /// The row of a key. `@` marks a reference of a Salesforce data plan.
    pub(super) fn row(&self, key: &str) -> Option<u32> {
        let number = self.texts.find(key).or_else(|| self.texts.find(key.strip_prefix('@')?))?;
        Some(number - 1)
    }

    /// The row of a key as it stands there, and the line on which that was.
    pub(super) fn seen(&self, key: &str) -> Option<(u32, u64)> {
        let row = self.texts.find(key)? - 1;
        Some((row, u64::from(self.lines[row as usize])))
    }

    pub(super) fn key(&self, row: u32) -> &str {
        self.texts.get(row + 1).unwrap_or_default()
    }

    /// Adds a key that was not seen.
    pub(super) fn add(&mut self, key: &str, line: u64) {
        self.texts.number(key);
        self.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
    }

    /// The keys of records that are there; nobody asks for the lines of those.
    pub(super) fn of(column: &Column) -> Keys {
        let mut keys = Keys::default();
        for row in 0..column.len() {
            keys.push(column.get(row).unwrap_or_default());
        }
        keys
    }

    /// The row of a key as it stands there.
    pub(super) fn row_as_written(&self, key: &str) -> Option<u32> {
        Some(self.texts.find(key)? - 1)
    }

    /// Adds a key that was not seen, from no line; its row.
    pub(super) fn push(&mut self, key: &str) -> u32 {
        self.add(key, 0);
        self.lines.len() as u32 - 1
    }

    pub(super) fn into_column(self) -> Column {
        self.texts.into()
    }

    pub(super) fn column(&self) -> Column {
        self.texts.clone().into()
    }
}

/// A key that is there and is not of the form that a run gives to people whom it finds.
pub(super) fn checked(key: &str, what: &'static str) -> Result<(), Reason> {
    match key {
        "" => Err(Reason::Missing { what }),
        key if key.contains('~') => Err(Reason::Tilde { key: key.to_owned() }),
        _ => Ok(()),
    }
}
