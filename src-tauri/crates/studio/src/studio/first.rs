//! The first start: a sample workspace, so that the first thing a user sees can be simulated at once.

use std::path::Path;

use design::Maybe;
use design::formats::native::{self, Document, ReadError};
use design::scenario::Scenario;
use design::workspace::Workspace;
use rusqlite::Connection;

use crate::store::{StoreError, accounts, activities, journeys, members, people, scenarios, workspace};
use crate::{Failure, sample};

const WORKSPACE: &str = include_str!("../../../../../assets/samples/seeds-buying-group/workspace.json");
const JOURNEY: &str = include_str!("../../../../../assets/samples/seeds-buying-group/journey.json");
const SCENARIO: &str = include_str!("../../../../../assets/samples/seeds-buying-group/scenario.json");

const ACCOUNTS: u32 = 500;
const SEED: u64 = 1;

/// What a workspace holds that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum First {
    /// The sample's journey, workspace and data.
    Sample,
    /// Nothing but a name.
    Empty(String),
    /// It is not made: a file that is not there is refused.
    Never,
}

impl First {
    /// Fills a new store.
    pub(super) fn fill(self, connection: &Connection, now: &str, path: &Path) -> Result<(), Failure> {
        match self {
            First::Sample => samples(connection, now),
            First::Empty(name) => {
                workspace::save(connection, &Workspace { name, ..Workspace::default() })?;
                let mut scenario: Scenario = read(SCENARIO)?;
                // Its solution interests are the sample's own.
                scenario.groups = Maybe::Absent;
                scenario.behaviour = Maybe::Absent;
                Ok(scenarios::add(connection, &scenario)?)
            }
            First::Never => Err(StoreError::Empty { file: path.to_owned() }.into()),
        }
    }
}

fn samples(connection: &Connection, now: &str) -> Result<(), Failure> {
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
