//! The tables at hand, as columns of text: what an import fills and a compile reads.

mod change;
mod column;
mod edit;
mod merge;
mod packed;
mod sample;
mod shared;
mod texts;

use schemars::JsonSchema;
pub use texts::Texts;

pub use self::change::{AccountRow, MemberRow, PersonRow, Records, TableChange};
pub use self::column::{Column, ColumnBuilder};
pub use self::edit::{EditedTable, TableError, TableIntent};
pub use self::merge::UNREAD;
pub use self::shared::Shared;

/// Accounts, their people, what the people did, and memberships given with the data. Rows keep the order of the
/// files. Every row is whole and checked: keys are there and unique, each person's account exists. A copy shares with
/// the original all that neither of them changes.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// Columns named by attribute without `account.`, such as `accountName` or `custom.Tier`. The column
    /// `accountKey.sourceKey` is always there.
    pub accounts: Table,
    /// Columns named by attribute without `person.`, such as `workEmail.address`; always there:
    /// `b2b.personKey.sourceKey`, `workEmail.address`; the account is in `account_of`.
    pub people: Table,
    /// For each person the row of the account, from `personComponents[0].sourceAccountKey.sourceKey`.
    pub account_of: Shared<u32>,
    pub activities: Shared<Activity>,
    pub members: Shared<Membership>,
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
