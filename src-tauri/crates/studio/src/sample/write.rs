//! Tables as a folder of CSV files, with the attributes' paths as headers.

use std::io::{self, Write};
use std::path::Path;

use design::tables::{Table, Tables};
use indexmap::IndexSet;

use crate::Failure;
use crate::save::{self, save};

/// Writes accounts.csv and people.csv, activities.csv where there are any, and members.csv likewise. Importing the
/// folder gives the same tables.
pub fn write_folder(tables: &Tables, dir: &Path) -> Result<(), Failure> {
    save::folder(dir)?;
    save(&dir.join("accounts.csv"), |out| accounts(out, &tables.accounts))?;
    save(&dir.join("people.csv"), |out| people(out, tables))?;
    if !tables.activities.is_empty() {
        save(&dir.join("activities.csv"), |out| activities(out, tables))?;
    }
    if !tables.members.is_empty() {
        save(&dir.join("members.csv"), |out| members(out, tables))?;
    }
    Ok(())
}

/// Each table as its lines; the same as the files that `write_folder` writes.
pub(crate) fn lines(tables: &Tables) -> io::Result<[Vec<String>; 4]> {
    let mut parts = [const { Vec::new() }; 4];
    accounts(&mut parts[0], &tables.accounts)?;
    people(&mut parts[1], tables)?;
    if !tables.activities.is_empty() {
        activities(&mut parts[2], tables)?;
    }
    if !tables.members.is_empty() {
        members(&mut parts[3], tables)?;
    }
    Ok(parts.map(|bytes| String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()))
}

const PERSON_KEY: &str = "b2b.personKey.sourceKey";
const PERSON_ACCOUNT: &str = "personComponents[0].sourceAccountKey.sourceKey";

fn accounts(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let columns: Vec<_> = table.names().filter_map(|name| table.column(name)).collect();
    line(out, table.names())?;
    (0..table.rows())
        .try_for_each(|row| line(out, columns.iter().map(|column| column.get(row).unwrap_or(""))))
}

fn people(out: &mut dyn Write, tables: &Tables) -> io::Result<()> {
    let table = &tables.people;
    let keys = tables.accounts.column("accountKey.sourceKey");
    let columns: Vec<_> = table.names().filter_map(|name| table.column(name)).collect();
    line(out, table.names().take(1).chain([PERSON_ACCOUNT]).chain(table.names().skip(1)))?;
    for (row, &account) in tables.account_of.iter().enumerate() {
        let account = keys.and_then(|keys| keys.get(account as usize)).unwrap_or("");
        let mut cells = columns.iter().map(|column| column.get(row).unwrap_or(""));
        let key = cells.next().unwrap_or("");
        line(out, [key, account].into_iter().chain(cells))?;
    }
    Ok(())
}

fn activities(out: &mut dyn Write, tables: &Tables) -> io::Result<()> {
    let names = |activity: &'_ design::tables::Activity| {
        activity.fields.iter().map(|field| field.0.clone()).collect::<Vec<_>>()
    };
    let fields: IndexSet<String> = tables.activities.iter().flat_map(names).collect();
    line(out, [PERSON_KEY, "timestamp", "eventType"].into_iter().chain(fields.iter().map(String::as_str)))?;
    for activity in &tables.activities {
        let key = tables.people.cell(PERSON_KEY, activity.person as usize).unwrap_or("");
        let value = |name: &String| {
            activity.fields.iter().find(|field| field.0 == *name).map_or("", |field| &field.1)
        };
        let head = [key, &activity.timestamp, &activity.event_type];
        line(out, head.into_iter().chain(fields.iter().map(value)))?;
    }
    Ok(())
}

fn members(out: &mut dyn Write, tables: &Tables) -> io::Result<()> {
    line(out, ["solutionInterest", "personKey", "role", "source", "removed"].into_iter())?;
    tables.members.iter().try_for_each(|member| {
        let key = tables.people.cell(PERSON_KEY, member.person as usize).unwrap_or("");
        let removed = if member.removed { "true" } else { "false" };
        line(out, [&*member.solution_interest, key, &member.role, &member.source, removed].into_iter())
    })
}

/// Writes one row; cells are quoted only where they have to be.
pub(crate) fn line<'a>(out: &mut dyn Write, cells: impl Iterator<Item = &'a str>) -> io::Result<()> {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.write_all(b",")?;
        }
        if cell.contains([',', '"', '\n', '\r']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\n")
}
