//! How files with the same headers were taken last, so that the next one is taken alike.

use rusqlite::{Connection, OptionalExtension, params};

use super::error::{StoreError, unreadable};

/// How a file was taken: the word for what its records are, and for each column its attribute.
pub struct Mapping {
    pub class: String,
    pub attributes: Vec<Option<String>>,
}

/// As many as are kept, the newest ones.
const KEPT: u32 = 200;

pub fn put(connection: &Connection, headers: &[String], mapping: &Mapping) -> Result<(), StoreError> {
    let attributes =
        serde_json::to_string(&mapping.attributes).map_err(|cause| unreadable("mapping", cause))?;
    connection.execute(
        "INSERT INTO mappings (headers, class, attributes, place)
         VALUES (?1, ?2, ?3, (SELECT 1 + COALESCE(MAX(place), 0) FROM mappings))
         ON CONFLICT (headers) DO UPDATE
         SET class = excluded.class, attributes = excluded.attributes, place = excluded.place",
        params![key(headers)?, mapping.class, attributes],
    )?;
    connection
        .execute("DELETE FROM mappings WHERE place <= (SELECT MAX(place) FROM mappings) - ?1", [KEPT])?;
    Ok(())
}

pub fn find(connection: &Connection, headers: &[String]) -> Result<Option<Mapping>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT class, attributes FROM mappings WHERE headers = ?1")?;
    let row = statement.query_row([key(headers)?], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((class, attributes)): Option<(String, String)> = row else { return Ok(None) };
    // What cannot be read any more is found no more: it is no work of the user's.
    let attributes = serde_json::from_str(&attributes).ok();
    Ok(attributes.map(|attributes| Mapping { class, attributes }))
}

fn key(headers: &[String]) -> Result<String, StoreError> {
    serde_json::to_string(headers).map_err(|cause| unreadable("mapping", cause))
}
