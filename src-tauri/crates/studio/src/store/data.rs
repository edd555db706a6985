//! All records together: accounts, people, what people did, memberships.

use design::tables::Tables;
use rusqlite::Connection;

use super::error::StoreError;
use super::{accounts, activities, members, people};

/// Replaces everything by the tables. Whoever calls this holds a transaction: the records are the new ones, or those
/// that were there.
pub fn replace(connection: &Connection, tables: &Tables) -> Result<(), StoreError> {
    // The children first: what they refer to is then no longer asked for.
    connection.execute_batch(
        "DELETE FROM members; DELETE FROM activities; DELETE FROM people; DELETE FROM accounts;",
    )?;
    accounts::add(connection, &tables.accounts)?;
    people::add(connection, &tables.people, &tables.account_of)?;
    activities::add(connection, &tables.activities)?;
    members::add(connection, &tables.members)
}
