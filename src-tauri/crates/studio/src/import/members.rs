//! Rows of memberships in buying groups. Whether the solution interest and the role are there is for the workspace to
//! say, when a run is compiled.

use design::tables::Membership;

use super::keys::Keys;
use super::known::Class;
use super::note::Reason;
use super::people;
use super::source::{Row, Source};
use super::{Imported, mapping, values};
use crate::Failure;

pub(super) fn read(mut source: Source, people: &Keys, imported: &mut Imported) -> Result<(), Failure> {
    let mapping = mapping::of(Class::Member, &source, &mut imported.notes, &mut imported.matched)?;
    let places = ["solutionInterest", "personKey", "role", "source", "removed"]
        .map(|attribute| mapping.index(attribute).unwrap_or(usize::MAX));
    let mut row = Row::default();
    while source.next(&mut row, &mut imported.notes)? {
        match take(places.map(|place| row.get(place).trim()), row.line, people) {
            Ok(membership) => imported.tables.members.push(membership),
            Err(reason) => imported.notes.push(source.note(row.line, reason)),
        }
    }
    Ok(())
}

fn take(cells: [&str; 5], line: u64, people: &Keys) -> Result<Membership, Reason> {
    let [solution_interest, person, role, source, removed] = cells;
    let wanted = [
        (solution_interest, "solution interest"),
        (person, "person key"),
        (role, "role"),
        (source, "source: manual, journey or system"),
    ];
    for (cell, what) in wanted {
        if cell.is_empty() {
            return Err(Reason::Missing { what });
        }
    }
    let person = people::find(person, people)?;
    let source = source.to_lowercase();
    if !["manual", "journey", "system"].contains(&&*source) {
        return Err(Reason::Source { text: source });
    }
    let removed = match removed {
        "" => false,
        text => values::truth(text).ok_or_else(|| Reason::Removed { text: text.to_owned() })?,
    };
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    Ok(Membership {
        solution_interest: solution_interest.into(),
        person,
        role: role.into(),
        source,
        removed,
        line,
    })
}
