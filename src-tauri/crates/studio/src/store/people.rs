//! The people: a row per record with the place of its account.

use design::tables::Table;
use rusqlite::{Connection, params};

use super::columns::{self, Filling, Of};
use super::error::StoreError;
use super::places::Places;

/// Adds the people of accounts that are there to a store that has no people.
pub fn add(connection: &Connection, people: &Table, account_of: &[u32]) -> Result<(), StoreError> {
    columns::save(connection, Of::Person, people)?;
    let cells = columns::of(people);
    let mut insert =
        connection.prepare_cached("INSERT INTO people (place, account, cells) VALUES (?1, ?2, ?3)")?;
    for (row, account) in account_of.iter().enumerate() {
        insert.execute(params![row, account, columns::cells(&cells, row)?])?;
    }
    Ok(())
}

/// Writes one person at a place, instead of the one that is there; the account is given by its place.
pub fn put(
    connection: &Connection,
    people: &Table,
    row: u32,
    place: u32,
    account: u32,
) -> Result<(), StoreError> {
    columns::save(connection, Of::Person, people)?;
    connection
        .prepare_cached(
            "INSERT INTO people (place, account, cells) VALUES (?1, ?2, ?3)
             ON CONFLICT (place) DO UPDATE SET account = excluded.account, cells = excluded.cells",
        )?
        .execute(params![place, account, columns::cells(&columns::of(people), row as usize)?])?;
    Ok(())
}

/// The people, the account of each, and the place of each.
pub fn load(connection: &Connection, accounts: &Places) -> Result<(Table, Vec<u32>, Places), StoreError> {
    let mut table = Filling::start(connection, Of::Person)?;
    let mut account_of = Vec::new();
    let mut places = Places::default();
    let mut statement =
        connection.prepare_cached("SELECT place, account, cells FROM people ORDER BY place")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        places.found(row.get(0)?)?;
        account_of.push(accounts.held(row.get(1)?)?);
        table.push(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok((table.finish(), account_of, places))
}
