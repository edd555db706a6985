//! How many accounts or people meet a condition, while it is being written.

use std::sync::Arc;

use design::On;
use design::condition::Condition;
use design::matching::{self, Matches};

use super::Studio;
use crate::Failure;

impl Studio {
    /// Counts on what is shared, so that edits go on meanwhile.
    pub fn count_matches(&self, on: On, condition: &Condition) -> Result<Matches, Failure> {
        let (workspace, tables, scenario) = {
            let open = self.lock();
            (Arc::clone(&open.workspace), Arc::clone(&open.tables), Arc::clone(&open.scenario))
        };
        Ok(matching::count(on, condition, &workspace, &tables, &scenario)?)
    }
}
