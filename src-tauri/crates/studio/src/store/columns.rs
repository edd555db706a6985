//! The attributes of accounts and people, and their records' cells in that order.

use design::tables::{Column, ColumnBuilder, Table};
use rusqlite::{Connection, params};

use super::error::{StoreError, unreadable};

/// Whose columns they are.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Account,
    Person,
}

impl Of {
    fn word(self) -> &'static str {
        match self {
            Of::Account => "account",
            Of::Person => "person",
        }
    }
}

/// Replaces the attributes by those of a table.
pub(super) fn save(connection: &Connection, of: Of, table: &Table) -> Result<(), StoreError> {
    connection.execute("DELETE FROM columns WHERE of = ?1", [of.word()])?;
    let mut insert =
        connection.prepare_cached("INSERT INTO columns (of, place, name) VALUES (?1, ?2, ?3)")?;
    for (place, name) in table.names().enumerate() {
        insert.execute(params![of.word(), place, name])?;
    }
    Ok(())
}

/// The cells of a row as a JSON array, without the missing ones at its end.
pub(super) fn cells(columns: &[&Column], row: usize) -> Result<String, StoreError> {
    let mut cells: Vec<Option<&str>> = columns.iter().map(|column| column.get(row)).collect();
    while cells.last() == Some(&None) {
        cells.pop();
    }
    serde_json::to_string(&cells).map_err(|cause| unreadable("record", cause))
}

pub(super) fn of(table: &Table) -> Vec<&Column> {
    table.names().filter_map(|name| table.column(name)).collect()
}

/// Puts stored records back into columns.
pub(super) struct Filling {
    names: Vec<String>,
    columns: Vec<ColumnBuilder>,
}

impl Filling {
    pub(super) fn start(connection: &Connection, of: Of) -> Result<Filling, StoreError> {
        let mut statement =
            connection.prepare_cached("SELECT name FROM columns WHERE of = ?1 ORDER BY place")?;
        let names: Vec<String> =
            statement.query_map([of.word()], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let columns = names.iter().map(|_| ColumnBuilder::default()).collect();
        Ok(Filling { names, columns })
    }

    pub(super) fn push(&mut self, record: &str) -> Result<(), StoreError> {
        let cells: Vec<Option<std::borrow::Cow<'_, str>>> =
            serde_json::from_str(record).map_err(|cause| unreadable("record", cause))?;
        let mut cells = cells.into_iter();
        for column in &mut self.columns {
            column.push(cells.next().flatten().as_deref().unwrap_or(""));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Table {
        let mut table = Table::default();
        for (name, column) in self.names.into_iter().zip(self.columns) {
            table.add(name, column.finish());
        }
        table
    }
}
