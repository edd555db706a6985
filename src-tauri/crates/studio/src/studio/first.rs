//! The first start: a sample workspace, so that the first thing a user sees can be simulated at once.

use design::formats::native::{self, Document, ReadError};
use rusqlite::Connection;

use crate::store::{accounts, activities, journeys, members, people, scenarios, workspace};
use crate::{Failure, sample};

const WORKSPACE: &str = include_str!("../../../../../assets/samples/seeds-buying-group/workspace.json");
const JOURNEY: &str = include_str!("../../../../../assets/samples/seeds-buying-group/journey.json");
const SCENARIO: &str = include_str!("../../../../../assets/samples/seeds-buying-group/scenario.json");

const ACCOUNTS: u32 = 500;
const SEED: u64 = 1;

/// Puts the samples into a new store.
pub(super) fn fill(connection: &Connection, now: &str) -> Result<(), Failure> {
    let tables = sample::sample(ACCOUNTS, SEED, None);
    workspace::save(connection, &read(WORKSPACE)?)?;
    scenarios::add(connection, &read(SCENARIO)?)?;
    journeys::add(connection, &read(JOURNEY)?, now)?;
    accounts::add(connection, &tables.accounts)?;
    people::add(connection, &tables.people, &tables.account_of)?;
    activities::add(connection, &tables.activities)?;
    members::add(connection, &tables.members)?;
    Ok(())
}

fn read<D: Document>(text: &str) -> Result<D, Failure> {
    native::read(text).map_err(|error: ReadError| {
        Failure::new("sample-unreadable", format!("The sample {}: {error}.", D::FORMAT))
    })
}
