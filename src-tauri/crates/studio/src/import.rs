//! Reads tables as files: accounts, their people, what the people did, and memberships. Whatever a row lacks, the
//! others are taken, and the row is noted with its file, line and reason; a file that cannot be read is a failure.

mod accounts;
mod activities;
mod class;
mod combined;
mod csv;
mod dates;
mod fill;
mod find;
mod into;
mod json;
mod keys;
mod known;
mod mapping;
mod members;
mod merge;
mod note;
mod parquet;
mod people;
mod preview;
mod source;
mod values;
mod watch;
mod xlsx;

use std::path::Path;

use design::tables::Tables;

pub use self::class::FileClass;
pub use self::dates::DayOrder;
use self::find::Found;
pub use self::into::{Given, ImportSummary, into};
pub use self::mapping::Match;
pub use self::merge::Changes;
pub use self::note::{Note, Reason};
pub use self::preview::{ColumnPreview, Days, FilePreview, Target, headers, preview, targets};
use self::source::Source;
pub use self::watch::Watch;
use crate::Failure;

/// What a folder held.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    pub tables: Tables,
    /// What was not taken, or was taken otherwise than it stands there, in the order of reading.
    pub notes: Vec<Note>,
    /// Each column of each file, and what it was taken for.
    pub matched: Vec<Match>,
}

/// Reads a folder of `accounts`, `people`, and perhaps `activities` and `members` (CSV or JSON); or one table that
/// holds accounts and contacts side by side, given itself or alone in its folder.
pub fn folder(dir: &Path) -> Result<Imported, Failure> {
    let mut imported = Imported::default();
    match find::find(dir)? {
        Found::Tables { accounts, people, activities, members, unused } => {
            imported.notes.extend(unused);
            let rows = accounts::read(Source::open(&accounts)?, &mut imported)?;
            let Some(people) = people else { return Ok(imported) };
            people::read(Source::open(&people)?, &rows, &mut imported)?;
            if activities.is_none() && members.is_none() {
                return Ok(imported);
            }
            let rows =
                imported.tables.people.column(known::PERSON_KEY).map(keys::Keys::of).unwrap_or_default();
            if let Some(path) = activities {
                activities::read(Source::open(&path)?, &rows, &mut imported)?;
            }
            if let Some(path) = members {
                members::read(Source::open(&path)?, &rows, &mut imported)?;
            }
        }
        Found::Combined(path) => combined::read(Source::open(&path)?, &mut imported)?,
    }
    Ok(imported)
}
