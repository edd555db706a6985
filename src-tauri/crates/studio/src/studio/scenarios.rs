//! Scenarios that are kept by their names, beside the one that runs assume.

use std::sync::Arc;

use design::assumptions;
use design::scenario::Scenario;
use serde::Serialize;
use ts_rs::TS;

use super::{Assumed, Studio};
use crate::{Failure, store};

/// A scenario that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptScenario {
    pub name: String,
    pub horizon_days: u32,
    pub replications: u32,
    /// Runs assume just this at present.
    pub at_work: bool,
}

impl Studio {
    /// The scenarios that are kept, in the order in which they were first kept.
    pub fn scenarios(&self) -> Result<Vec<KeptScenario>, Failure> {
        let open = self.lock();
        let kept = store::scenarios::kept(open.store.read())?;
        let line = |scenario: Scenario| KeptScenario {
            name: scenario.name().to_owned(),
            horizon_days: scenario.days(),
            replications: scenario.replications(),
            at_work: scenario == *open.scenario,
        };
        Ok(kept.into_iter().map(line).collect())
    }

    /// Keeps what runs assume at present under a name, and gives it that name; another one of the name is replaced.
    pub fn keep_scenario(&self, name: &str) -> Result<Vec<KeptScenario>, Failure> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Failure::new("name-missing", "A scenario needs a name; give it one."));
        }
        {
            let mut open = self.lock();
            let mut scenario = open.scenario.as_ref().clone();
            scenario.name = name.to_owned().into();
            open.store.write(|transaction| {
                store::scenarios::set_first(transaction, &scenario)?;
                store::scenarios::keep(transaction, &scenario)
            })?;
            open.scenario = Arc::new(scenario);
        }
        self.scenarios()
    }

    /// Lets runs assume a scenario that is kept; what they assumed before is gone if it was not kept.
    pub fn use_scenario(&self, name: &str) -> Result<Assumed, Failure> {
        let scenario = self.kept_scenario(name)?;
        let mut open = self.lock();
        open.store.write(|transaction| store::scenarios::set_first(transaction, &scenario))?;
        open.scenario = Arc::new(scenario.clone());
        Ok(Assumed { assumptions: assumptions::assumptions(&scenario), scenario })
    }

    /// Keeps a scenario no longer; runs go on with what they assume.
    pub fn forget_scenario(&self, name: &str) -> Result<Vec<KeptScenario>, Failure> {
        self.lock().store.write(|transaction| store::scenarios::forget(transaction, name))?;
        self.scenarios()
    }

    /// One that is kept, by its name.
    pub(super) fn kept_scenario(&self, name: &str) -> Result<Scenario, Failure> {
        let kept = store::scenarios::kept(self.lock().store.read())?;
        kept.into_iter().find(|scenario| scenario.name() == name).ok_or_else(|| {
            let message = format!("The scenario \"{name}\" is not kept any more; choose another one.");
            Failure::new("unknown-scenario", message).with("name", name)
        })
    }
}
