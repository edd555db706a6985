//! What a file looks like before it is taken: its first rows, and what each column would be taken for.

use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::class::{self, FileClass};
use super::into::Given;
use super::known::{Class, known, required};
use super::mapping::{self, Match};
use super::source::{Row, Source};
use super::{DayOrder, Note, combined, dates};
use crate::Failure;

/// A file before its import.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilePreview {
    pub path: String,
    /// The file's name without its folder.
    pub file: String,
    pub class: FileClass,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    pub columns: Vec<ColumnPreview>,
    /// The first rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// The attributes without which the file cannot be taken and that no column holds.
    pub missing: Vec<String>,
    /// What can be said already.
    pub notes: Vec<Note>,
    /// Whether the columns are taken as those of a file with the same headers were.
    pub remembered: bool,
}

/// A column and what it would be taken for; null: it is left out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnPreview {
    pub header: String,
    pub attribute: Option<String>,
    /// Of a column of dates such as 03/11/2026.
    pub days: Option<Days>,
}

/// How dates begin.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Days {
    /// As the user says it, or the dates do; null: nobody knows, so they can't be taken.
    pub order: Option<DayOrder>,
}

/// An attribute that a column may be taken for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Target {
    pub attribute: &'static str,
    pub name: &'static str,
    pub required: bool,
}

/// As many rows as tell the columns apart.
const ROWS: usize = 8;

pub fn preview(given: &Given) -> Result<FilePreview, Failure> {
    let mut source = Source::open(Path::new(&given.path))?;
    let class = given.class.unwrap_or_else(|| class::guess(&source.file, &source.headers));
    source.chosen = given.attributes.clone();
    source.days = given.days.clone().unwrap_or_default();
    let (mut notes, mut matched) = (Vec::new(), Vec::new());
    let mut missing = Vec::new();
    match record(class) {
        Some(record) => {
            let headers: Vec<_> =
                source.headers.iter().enumerate().map(|(i, header)| (i, &**header)).collect();
            let taken = mapping::part(record, &headers, &source, &mut notes, &mut matched);
            let lacking = required(record).iter().filter(|attribute| taken.index(attribute).is_none());
            missing.extend(lacking.map(|attribute| (*attribute).to_owned()));
        }
        None => {
            let (_, _, lacking) = combined::sides(&source, &mut notes, &mut matched);
            missing.extend(lacking.map(str::to_owned));
        }
    }
    let mut columns: Vec<_> = source
        .headers
        .iter()
        .map(|header| ColumnPreview { header: header.clone(), attribute: None, days: None })
        .collect();
    for found in matched {
        columns[found.index].days = days(&mut source, &found)?;
        columns[found.index].attribute = found.attribute;
    }
    let mut rows = Vec::new();
    let mut row = Row::default();
    while rows.len() < ROWS && source.next(&mut row, &mut notes)? {
        rows.push((0..columns.len()).map(|index| row.get(index).to_owned()).collect());
    }
    Ok(FilePreview {
        path: given.path.clone(),
        file: source.file,
        class,
        bytes: source.bytes,
        columns,
        rows,
        missing,
        notes,
        remembered: false,
    })
}

fn days(source: &mut Source, found: &Match) -> Result<Option<Days>, Failure> {
    if !found.attribute.as_deref().is_some_and(dates::holds) {
        return Ok(None);
    }
    let matters = source.dates(found.index)?.matters();
    Ok(if matters { Some(Days { order: source.day_order(found.index)? }) } else { None })
}

/// The headers of a file.
pub fn headers(path: &str) -> Result<Vec<String>, Failure> {
    Ok(Source::open(Path::new(path))?.headers)
}

/// What the columns of a class may be taken for.
pub fn targets(class: FileClass) -> Vec<Target> {
    let Some(record) = record(class) else { return Vec::new() };
    let needed = required(record);
    let target = |&(attribute, name, _): &super::known::Known| Target {
        attribute,
        name,
        required: needed.contains(&attribute),
    };
    known(record).iter().map(target).collect()
}

/// The records of a file of one class of records; None where there are two.
fn record(class: FileClass) -> Option<Class> {
    match class {
        FileClass::Accounts => Some(Class::Account),
        FileClass::People => Some(Class::Person),
        FileClass::Activities => Some(Class::Activity),
        FileClass::Members => Some(Class::Member),
        FileClass::Combined => None,
    }
}
