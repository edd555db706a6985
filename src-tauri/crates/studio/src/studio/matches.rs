//! What the condition editor asks of the data: how many meet a condition while it is being written, and which values
//! there are.

use std::sync::Arc;

use design::On;
use design::condition::Condition;
use design::matching::{self, Ground, Matches};
use design::scenario::Scenario;
use design::suggest::{self, Holdings, Suggestion, ValuesOf};
use design::tables::Tables;
use design::workspace::Workspace;

use super::{Open, Studio};
use crate::Failure;

/// The ground that counts stand on, with what it belongs to.
pub(super) struct Known {
    pub(super) workspace: Arc<Workspace>,
    pub(super) tables: Arc<Tables>,
    pub(super) scenario: Arc<Scenario>,
    pub(super) ground: Ground,
}

impl Open {
    /// What is known of the present workspace, tables and scenario; begun anew where one of them is another.
    fn known(&mut self) -> Result<Arc<Known>, Failure> {
        let tables = Arc::clone(self.tables()?);
        let present = self.known.as_ref().filter(|known| {
            Arc::ptr_eq(&known.workspace, &self.workspace)
                && Arc::ptr_eq(&known.tables, &tables)
                && Arc::ptr_eq(&known.scenario, &self.scenario)
        });
        if let Some(known) = present {
            return Ok(Arc::clone(known));
        }
        let known = Arc::new(Known {
            workspace: Arc::clone(&self.workspace),
            tables,
            scenario: Arc::clone(&self.scenario),
            ground: Ground::default(),
        });
        self.known = Some(Arc::clone(&known));
        let warmed = Arc::clone(&known);
        // The first condition that asks for buying groups finds them made.
        std::thread::spawn(move || warmed.ground.warm(&warmed.workspace, &warmed.tables, &warmed.scenario));
        Ok(known)
    }
}

impl Studio {
    pub(super) fn known(&self) -> Result<Arc<Known>, Failure> {
        self.with_records()?.known()
    }

    /// Counts on what is shared, so that edits go on meanwhile.
    pub fn count_matches(&self, on: On, condition: &Condition) -> Result<Matches, Failure> {
        let known = self.known()?;
        Ok(matching::count(on, condition, &known.workspace, &known.tables, &known.scenario, &known.ground)?)
    }

    /// Values of an attribute or of an event's field that contain what was typed, the common ones first.
    pub fn suggest_values(&self, of: &ValuesOf, typed: &str) -> Result<Vec<Suggestion>, Failure> {
        let tables = self.tables()?;
        Ok(suggest::suggest(of, typed, &tables))
    }

    /// The custom attributes and the fields of events that the data holds.
    pub fn holdings(&self) -> Result<Holdings, Failure> {
        let tables = self.tables()?;
        Ok(suggest::holdings(&tables))
    }
}
