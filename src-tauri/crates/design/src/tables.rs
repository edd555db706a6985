//! The tables at hand, as columns of text: what an import fills and a compile reads.

mod change;
mod edit;
mod merge;
mod sample;
mod texts;

use std::sync::Arc;

use rayon::prelude::*;
use schemars::JsonSchema;
use simulator::codes::Codes;
pub use texts::Texts;

pub use self::change::{AccountRow, MemberRow, PersonRow, Records, TableChange};
pub use self::edit::{EditedTable, TableError, TableIntent};
pub use self::merge::UNREAD;

/// Accounts, their people, what the people did, and memberships given with the data. Rows keep the order of the
/// files. Every row is whole and checked: keys are there and unique, each person's account exists.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// Columns named by attribute without `account.`, such as `accountName` or `custom.Tier`. The column
    /// `accountKey.sourceKey` is always there.
    pub accounts: Table,
    /// Columns named by attribute without `person.`, such as `workEmail.address`; always there:
    /// `b2b.personKey.sourceKey`, `workEmail.address`; the account is in `account_of`.
    pub people: Table,
    /// For each person the row of the account, from `personComponents[0].sourceAccountKey.sourceKey`.
    pub account_of: Vec<u32>,
    pub activities: Vec<Activity>,
    pub members: Vec<Membership>,
}

/// One thing that a person did before the run.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// The row of the person.
    pub person: u32,
    /// ISO 8601, as it stands in the table; without an offset it is in the scenario's zone.
    pub timestamp: String,
    pub event_type: String,
    /// Further columns of the row that hold something.
    pub fields: Vec<(String, String)>,
}

/// A row of `members.csv` as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub solution_interest: String,
    pub person: u32,
    pub role: String,
    /// `manual`, `journey` or `system`.
    pub source: String,
    pub removed: bool,
    /// The line in the file, for notes.
    pub line: u32,
}

/// A row of the table of memberships, where it is given as JSON: in a list, or one object a line.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "camelCase", title = "Membership")]
pub struct MemberRecord {
    /// The id of a solution interest of the workspace.
    pub solution_interest: String,
    pub person_key: String,
    /// A role on a card of the solution interest's template.
    pub role: String,
    pub source: MemberSource,
    /// Left out: false.
    #[schemars(default)]
    pub removed: bool,
}

/// Whose assignment it is: a lower source never overrides a higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum MemberSource {
    Manual,
    Journey,
    System,
}

impl MemberSource {
    /// As the table of memberships writes it.
    pub fn word(self) -> &'static str {
        match self {
            MemberSource::Manual => "manual",
            MemberSource::Journey => "journey",
            MemberSource::System => "system",
        }
    }
}

/// Columns of equal length, by name.
#[derive(Debug, Clone, Default)]
pub struct Table {
    names: Vec<String>,
    columns: Vec<Column>,
    rows: usize,
}

impl Table {
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Adds a column; all columns have the same length.
    pub fn add(&mut self, name: impl Into<String>, column: Column) {
        debug_assert!(self.columns.is_empty() || column.len() == self.rows);
        self.rows = column.len();
        self.names.push(name.into());
        self.columns.push(column);
    }

    pub fn column(&self, name: &str) -> Option<&Column> {
        self.names.iter().position(|other| other == name).map(|index| &self.columns[index])
    }

    /// Takes a column out; the others stay as they are.
    pub fn take(&mut self, name: &str) -> Option<Column> {
        let index = self.names.iter().position(|other| other == name)?;
        self.names.remove(index);
        Some(self.columns.remove(index))
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The text of a cell; None where the column or the cell is missing.
    pub fn cell(&self, name: &str, row: usize) -> Option<&str> {
        self.column(name).and_then(|column| column.get(row))
    }
}

/// A column of texts, each distinct text kept once. Code 0 stands for a missing cell.
#[derive(Debug, Clone)]
pub struct Column {
    /// Shared with the populations of runs.
    codes: Arc<Codes>,
    /// End of each text in `bytes`; the text of code c ends at `ends[c]` and starts at `ends[c - 1]`.
    ends: Vec<u32>,
    bytes: String,
}

impl Column {
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    pub fn get(&self, row: usize) -> Option<&str> {
        self.codes.get(row).and_then(|code| self.text(code))
    }

    /// The code of each row.
    pub fn codes(&self) -> &Arc<Codes> {
        &self.codes
    }

    /// How many codes there are, the one of missing cells included.
    pub fn distinct(&self) -> usize {
        self.ends.len()
    }

    /// The code of a text, on the threads of the present pool where there are many; None where no row has it.
    pub fn find(&self, text: &str) -> Option<u32> {
        let codes = (1..self.distinct() as u32).into_par_iter().with_min_len(1 << 14);
        codes.find_any(|&code| self.text(code) == Some(text))
    }

    /// The text of a code; None for 0.
    pub fn text(&self, code: u32) -> Option<&str> {
        let code = code as usize;
        let end = *self.ends.get(code)? as usize;
        (code > 0).then(|| &self.bytes[self.ends[code - 1] as usize..end])
    }
}

/// Fills a column row by row. Blanks around a value are cut; an empty cell is missing.
#[derive(Debug, Default)]
pub struct ColumnBuilder {
    codes: Codes,
    texts: Texts,
}

impl ColumnBuilder {
    pub fn push(&mut self, cell: &str) {
        let cell = cell.trim();
        self.codes.push(if cell.is_empty() { 0 } else { self.texts.number(cell) });
    }

    pub fn finish(mut self) -> Column {
        self.codes.shrink_to_fit();
        let (bytes, ends) = self.texts.into_parts();
        Column { codes: Arc::new(self.codes), ends, bytes }
    }
}

/// A column in which no text occurs twice and none is missing, such as one of keys.
impl From<Texts> for Column {
    fn from(texts: Texts) -> Column {
        let codes = Arc::new(Codes::Own(texts.len() - 1));
        let (bytes, ends) = texts.into_parts();
        Column { codes, ends, bytes }
    }
}

impl<'a> FromIterator<&'a str> for Column {
    fn from_iter<I: IntoIterator<Item = &'a str>>(cells: I) -> Column {
        let mut builder = ColumnBuilder::default();
        cells.into_iter().for_each(|cell| builder.push(cell));
        builder.finish()
    }
}
