//! Memberships in buying groups that came with the data.

use design::tables::Membership;
use rusqlite::{Connection, params};

use super::error::StoreError;
use super::places::Places;

/// Adds memberships of people who are there to a store that has none.
pub fn add(connection: &Connection, members: &[Membership]) -> Result<(), StoreError> {
    (0..).zip(members).try_for_each(|(place, member)| put(connection, member, place, member.person))
}

/// Writes one membership at a free place; the person is given by its place.
pub fn put(connection: &Connection, member: &Membership, place: u32, person: u32) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO members (place, solution_interest, person, role, source, removed, line)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            place,
            member.solution_interest,
            person,
            member.role,
            member.source,
            member.removed,
            member.line
        ])?;
    Ok(())
}

/// Takes out what is on record of a person, given by its place, in the groups of a solution interest; answers with the
/// places that are free now.
pub fn remove(connection: &Connection, solution_interest: &str, person: u32) -> Result<Vec<u32>, StoreError> {
    let mut statement = connection
        .prepare_cached("DELETE FROM members WHERE solution_interest = ?1 AND person = ?2 RETURNING place")?;
    let places = statement.query_map(params![solution_interest, person], |row| row.get(0))?;
    Ok(places.collect::<Result<_, _>>()?)
}

/// The memberships, and the place of each.
pub fn load(connection: &Connection, people: &Places) -> Result<(Vec<Membership>, Places), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT place, solution_interest, person, role, source, removed, line FROM members ORDER BY place",
    )?;
    let mut rows = statement.query([])?;
    let (mut members, mut places) = (Vec::new(), Places::default());
    while let Some(row) = rows.next()? {
        places.found(row.get(0)?)?;
        members.push(Membership {
            solution_interest: row.get(1)?,
            person: people.held(row.get(2)?)?,
            role: row.get(3)?,
            source: row.get(4)?,
            removed: row.get(5)?,
            line: row.get(6)?,
        });
    }
    Ok((members, places))
}
