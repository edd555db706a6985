//! Which attribute each column of a file is taken for.

use std::collections::HashMap;

use serde::Serialize;

use super::known::{CONSENT, Class, known, required};
use super::note::{Note, Reason};
use super::source::Source;
use crate::Failure;

/// A column and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// The file's name without its folder.
    pub file: String,
    /// The column's place among the headers.
    pub index: usize,
    pub header: String,
    /// The attribute without `account.` or `person.`, or the field of an activity; none: the column is left out.
    pub attribute: Option<String>,
}

/// The columns of one file, or of one class of records in it.
pub(super) struct Mapping {
    pub(super) columns: Vec<Column>,
}

pub(super) struct Column {
    /// Where the cell stands in a row.
    pub(super) index: usize,
    pub(super) attribute: String,
    /// The column says "unsubscribed" by true and false, not by the consent's `n` and `y`.
    pub(super) opted_out: bool,
}

impl Mapping {
    pub(super) fn index(&self, attribute: &str) -> Option<usize> {
        self.columns.iter().find(|column| column.attribute == attribute).map(|column| column.index)
    }
}

/// Custom attributes that are kept for each class, as on the platform.
const CUSTOM: usize = 100;
/// Of the columns beyond them, so many are named.
const NAMED: usize = 3;

/// Matches the headers of a whole file; the required columns are there.
pub(super) fn of(
    class: Class,
    source: &Source,
    notes: &mut Vec<Note>,
    matched: &mut Vec<Match>,
) -> Result<Mapping, Failure> {
    let headers: Vec<_> = source.headers.iter().enumerate().map(|(i, header)| (i, &**header)).collect();
    let mapping = part(class, &headers, source, notes, matched);
    match required(class).iter().find(|attribute| mapping.index(attribute).is_none()) {
        Some(attribute) => Err(missing(class, attribute, source)),
        None => Ok(mapping),
    }
}

/// Matches some headers of a file, given with their places.
pub(super) fn part(
    class: Class,
    headers: &[(usize, &str)],
    source: &Source,
    notes: &mut Vec<Note>,
    matched: &mut Vec<Match>,
) -> Mapping {
    let taken = known_columns(class, headers);
    let mut mapping = Mapping { columns: Vec::new() };
    let (mut custom, mut left_out) = (0, 0);
    for &(index, header) in headers {
        let attribute = match (source.chosen(index), taken.get(&index)) {
            (Some(chosen), _) => chosen.map(str::to_owned).ok_or(None),
            (None, Some(&(attribute, _))) => Ok(attribute.to_owned()),
            (None, None) => own_name(class, header, index),
        };
        let attribute = attribute.and_then(|attribute| {
            let is_custom = attribute.starts_with("custom.");
            custom += usize::from(is_custom);
            if mapping.index(&attribute).is_some() {
                Err(Some(Reason::ColumnTwice { header: header.to_owned() }))
            } else if is_custom && custom > CUSTOM {
                left_out += 1;
                let named = left_out <= NAMED;
                Err(named.then(|| Reason::TooManyColumns { header: header.to_owned() }))
            } else {
                Ok(attribute)
            }
        });
        let attribute =
            attribute.map_err(|reason| notes.extend(reason.map(|why| source.note(source.line, why))));
        let attribute = attribute.ok();
        let header = source.headers[index].clone();
        matched.push(Match { file: source.file.clone(), index, header, attribute: attribute.clone() });
        if let Some(attribute) = attribute {
            let opted_out = attribute == CONSENT && taken.get(&index).is_some_and(|&(_, rank)| rank > 1);
            mapping.columns.push(Column { index, attribute, opted_out });
        }
    }
    if let Some(count) = left_out.checked_sub(NAMED).filter(|count| *count > 0) {
        notes.push(source.note(source.line, Reason::ManyMoreColumns { count }));
    }
    mapping
}

/// The known attributes by column: for each the column with the surest name, and of those the first.
fn known_columns(class: Class, headers: &[(usize, &str)]) -> HashMap<usize, (&'static str, usize)> {
    let mut best: HashMap<&str, (usize, usize)> = HashMap::new();
    for &(index, header) in headers {
        let Some((attribute, rank)) = look_up(class, header) else { continue };
        let entry = best.entry(attribute).or_insert((rank, index));
        *entry = (*entry).min((rank, index));
    }
    best.into_iter().map(|(attribute, (rank, index))| (index, (attribute, rank))).collect()
}

/// Whether one of the headers is taken for the attribute.
pub(super) fn takes(class: Class, headers: &[String], attribute: &str) -> bool {
    headers.iter().any(|header| look_up(class, header).is_some_and(|(found, _)| found == attribute))
}

/// The attribute of a name, and how sure it is: 0 is the path to the letter, 1 the path otherwise written.
fn look_up(class: Class, header: &str) -> Option<(&'static str, usize)> {
    let bare = without_class(class, header);
    let wanted = folded(bare);
    known(class).iter().find_map(|&(path, shown, others)| {
        let mut names = [path, shown].into_iter().chain(others.iter().copied());
        let rank = names.position(|name| folded(name) == wanted)?;
        Some((path, if bare == path { 0 } else { rank + 1 }))
    })
}

/// What a column is that has no known name: a custom attribute, a field, or nothing.
fn own_name(class: Class, header: &str, index: usize) -> Result<String, Option<Reason>> {
    let bare = without_class(class, header);
    match class {
        _ if bare.is_empty() => Err(Some(Reason::ColumnUnnamed { number: index + 1 })),
        Class::Account | Class::Person if bare.starts_with("custom.") => Ok(bare.to_owned()),
        Class::Account | Class::Person => Ok(format!("custom.{bare}")),
        Class::Activity => Ok(bare.to_owned()),
        Class::Member => Err(None),
    }
}

/// An attribute may be written as conditions write it: `account.accountName`, `person.person.name.firstName`.
fn without_class(class: Class, header: &str) -> &str {
    let known_below =
        |rest: &str| rest.starts_with("custom.") || known(class).iter().any(|known| known.0 == rest);
    let prefix = match class {
        Class::Account => "account.",
        Class::Person => "person.",
        Class::Activity | Class::Member => return header,
    };
    header.strip_prefix(prefix).filter(|rest| known_below(rest)).unwrap_or(header)
}

/// A name without what differs between exports: case, blanks, punctuation.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn missing(class: Class, attribute: &str, source: &Source) -> Failure {
    let shown = known(class).iter().find(|known| known.0 == attribute).map_or(attribute, |known| known.1);
    let message = format!(
        "{}, line {}: no column holds `{attribute}`; name one of the columns so, or `{shown}`",
        source.path, source.line
    );
    Failure::new("missing-column", message).with("file", &*source.path).with("column", attribute)
}
