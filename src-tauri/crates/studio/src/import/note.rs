//! What an import has to say about a row or a column.

use std::fmt;

use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

/// One row that was not taken, or one thing that was taken otherwise than it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Note {
    /// The file's name without its folder.
    pub file: String,
    /// The line on which the row starts, from 1.
    #[ts(type = "number")]
    pub line: u64,
    pub reason: Reason,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.reason)
    }
}

/// Why, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error, TS)]
#[serde(tag = "code", rename_all = "camelCase")]
pub enum Reason {
    #[error("the row has no {what}; it is not taken; add one")]
    Missing { what: &'static str },
    #[error(
        "the key `{key}` was seen before, on line {first}; this row is not taken; give it a key of its own"
    )]
    KeySeen {
        key: String,
        #[ts(type = "number")]
        first: u64,
    },
    #[error(
        "the person `{key}` already belongs to the account `{account}`; a person belongs to one account, and the first is kept"
    )]
    SecondAccount { key: String, account: String },
    #[error(
        "the key `{key}` contains `~`, which is kept for people whom a run finds; the row is not taken; change the key"
    )]
    Tilde { key: String },
    #[error("the name has {length} characters, and at most 255 are taken; the row is not taken; shorten it")]
    NameTooLong { length: usize },
    #[error(
        "the account `{account}` is not among the accounts taken; the person is not taken; add the account or correct its key"
    )]
    UnknownAccount { account: String },
    #[error(
        "the person `{person}` is not among the people taken; the row is not taken; add the person or correct the key"
    )]
    UnknownPerson { person: String },
    #[error(
        "`{text}` is no date and time; the row is not taken; write it as 2026-11-03T09:30 or 2026-11-03T09:30:00+01:00"
    )]
    Timestamp { text: String },
    #[error(
        "`{text}` may begin with the day or with the month; the row is not taken; say which when you import it, or write it as 2026-11-03T09:30"
    )]
    DayOrder { text: String },
    #[error("`{text}` is no source; the row is not taken; use manual, journey or system")]
    Source { text: String },
    #[error("`{text}` does not say whether the member is removed; the row is not taken; use true or false")]
    Removed { text: String },
    #[error(
        "the row has {found} cells where the header has {wanted}; it is not taken; put quotation marks around a cell that contains the separator"
    )]
    TooManyCells { found: usize, wanted: usize },
    #[error("the row contains a character of code 0; it is not taken; remove that character")]
    Nul,
    #[error(
        "the text is no UTF-8, so it is taken for Windows-1252; check the accents, or save the file as CSV UTF-8"
    )]
    Western,
    #[error("the record is no object; it is not taken; write it as {{\"…\": …}}")]
    NoObject,
    #[error("the column `{header}` stands there twice; the first is taken; rename the other one")]
    ColumnTwice { header: String },
    #[error("column {number} has no name and is left out; name it, or remove it")]
    ColumnUnnamed { number: usize },
    #[error(
        "the column `{header}` is left out: at most 100 attributes of one's own are kept; remove some columns"
    )]
    TooManyColumns { header: String },
    #[error("{count} further columns are left out: at most 100 attributes of one's own are kept")]
    ManyMoreColumns { count: usize },
    #[error(
        "the file gives no keys for {what}, so their {from} are used as keys; add a column of keys to keep them stable"
    )]
    KeysMade { what: &'static str, from: &'static str },
    #[error("the file is not read, since `{other}` holds the same; remove one of them")]
    Unused { other: String },
}
