//! The accounts: a row per record, its place the order of the tables.

use design::tables::Table;
use rusqlite::{Connection, params};

use super::columns::{self, Filling, Of};
use super::error::StoreError;
use super::places::Places;

/// Adds the accounts to a store that has none.
pub fn add(connection: &Connection, accounts: &Table) -> Result<(), StoreError> {
    columns::save(connection, Of::Account, accounts)?;
    let cells = columns::of(accounts);
    let mut insert = connection.prepare_cached("INSERT INTO accounts (place, cells) VALUES (?1, ?2)")?;
    for row in 0..accounts.rows() {
        insert.execute(params![row, columns::cells(&cells, row)?])?;
    }
    Ok(())
}

/// Writes one account at a place, instead of the one that is there.
pub fn put(connection: &Connection, accounts: &Table, row: u32, place: u32) -> Result<(), StoreError> {
    columns::save(connection, Of::Account, accounts)?;
    connection
        .prepare_cached("INSERT INTO accounts (place, cells) VALUES (?1, ?2) ON CONFLICT (place) DO UPDATE SET cells = excluded.cells")?
        .execute(params![place, columns::cells(&columns::of(accounts), row as usize)?])?;
    Ok(())
}

/// The accounts, and the place of each.
pub fn load(connection: &Connection) -> Result<(Table, Places), StoreError> {
    let mut table = Filling::start(connection, Of::Account)?;
    let mut places = Places::default();
    let mut statement = connection.prepare_cached("SELECT place, cells FROM accounts ORDER BY place")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        places.found(row.get(0)?)?;
        table.push(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok((table.finish(), places))
}
