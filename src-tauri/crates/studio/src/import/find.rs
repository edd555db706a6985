//! Which files of a folder hold which table.

use std::path::{Path, PathBuf};

use super::class::{FileClass, names};
use super::combined::is_combined;
use super::note::{Note, Reason};
use super::source::{Source, unreadable};
use crate::Failure;

pub(super) enum Found {
    Tables {
        accounts: PathBuf,
        /// None where a file of accounts was given alone.
        people: Option<PathBuf>,
        activities: Option<PathBuf>,
        members: Option<PathBuf>,
        unused: Vec<Note>,
    },
    /// Accounts and contacts in one table.
    Combined(PathBuf),
}

/// Looks for the tables in a folder, by their names and then by their headers. A file stands for itself.
pub(super) fn find(dir: &Path) -> Result<Found, Failure> {
    let shown = dir.display().to_string();
    if dir.is_file() {
        return alone(dir);
    }
    let entries = std::fs::read_dir(dir).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            let message =
                format!("{shown}: there is no such folder; name the folder of accounts.csv and people.csv");
            Failure::new("unreadable", message).with("file", &*shown)
        }
        _ => unreadable(&shown, &error),
    })?;
    let mut files: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    let mut unused = Vec::new();
    let mut table = |names: &[&str]| named(names, &files, &mut unused);
    let accounts = table(names(FileClass::Accounts));
    let people = table(names(FileClass::People));
    let activities = table(names(FileClass::Activities));
    let members = table(names(FileClass::Members));
    match (accounts, people) {
        (Some(accounts), Some(people)) => {
            Ok(Found::Tables { accounts, people: Some(people), activities, members, unused })
        }
        (None, None) => match files.iter().filter(|path| is_table(path)).collect::<Vec<_>>()[..] {
            [only] => alone(only),
            _ => Err(absent(&shown, "accounts")),
        },
        (None, Some(_)) => Err(absent(&shown, "accounts")),
        (Some(_), None) => Err(absent(&shown, "people")),
    }
}

fn alone(path: &Path) -> Result<Found, Failure> {
    if is_combined(&Source::open(path)?.headers) {
        return Ok(Found::Combined(path.to_owned()));
    }
    let accounts = path.to_owned();
    Ok(Found::Tables { accounts, people: None, activities: None, members: None, unused: Vec::new() })
}

/// The file with one of the names, in the order of the names and then of the forms. Others are noted.
fn named(names: &[&str], files: &[PathBuf], unused: &mut Vec<Note>) -> Option<PathBuf> {
    let rank = |path: &Path| {
        let stem = path.file_stem()?.to_string_lossy().to_lowercase();
        let name = names.iter().position(|name| *name == stem)?;
        Some((name, form(path)?))
    };
    let mut found: Vec<_> = files.iter().filter_map(|path| Some((rank(path)?, path))).collect();
    found.sort();
    let ((_, first), rest) = found.split_first()?;
    let name =
        |path: &Path| path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    for (_, path) in rest {
        unused.push(Note { file: name(path), line: 1, reason: Reason::Unused { other: name(first) } });
    }
    Some((*first).clone())
}

fn is_table(path: &Path) -> bool {
    form(path).is_some()
}

/// The forms that are read, the preferred one first.
fn form(path: &Path) -> Option<usize> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    ["csv", "tsv", "xlsx", "parquet", "json", "jsonl", "ndjson"].iter().position(|form| *form == extension)
}

fn absent(dir: &str, table: &str) -> Failure {
    let message = format!("{dir}: there is no {table}.csv; add it, or name the folder that holds it");
    Failure::new("missing-table", message).with("file", dir).with("table", table)
}
