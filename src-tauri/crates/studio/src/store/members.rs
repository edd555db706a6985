//! Memberships in buying groups that came with the data.

use design::tables::Membership;
use rusqlite::{Connection, params};

use super::error::StoreError;

/// Adds memberships of people who are there.
pub fn add(connection: &Connection, members: &[Membership]) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO members (solution_interest, person, role, source, removed, line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for member in members {
        insert.execute(params![
            member.solution_interest,
            member.person,
            member.role,
            member.source,
            member.removed,
            member.line
        ])?;
    }
    Ok(())
}

/// Takes out what is on record of a person in the groups of a solution interest.
pub fn remove(connection: &Connection, solution_interest: &str, person: u32) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM members WHERE solution_interest = ?1 AND person = ?2",
        params![solution_interest, person],
    )?;
    Ok(())
}

pub fn load(connection: &Connection) -> Result<Vec<Membership>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT solution_interest, person, role, source, removed, line FROM members ORDER BY place",
    )?;
    let members = statement.query_map([], |row| {
        Ok(Membership {
            solution_interest: row.get(0)?,
            person: row.get(1)?,
            role: row.get(2)?,
            source: row.get(3)?,
            removed: row.get(4)?,
            line: row.get(5)?,
        })
    })?;
    Ok(members.collect::<Result<_, _>>()?)
}
