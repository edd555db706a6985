//! The scenarios of a workspace, and their records before and after; undo is their inverse.

use serde::{Deserialize, Serialize};

use super::Scenario;
use crate::history::Reversible;

/// What runs assume, and beside it the scenarios that are kept by their names, in the order in which they were kept first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenarios {
    pub present: Scenario,
    pub kept: Vec<Scenario>,
}

impl Scenarios {
    /// What runs assume, and those that are kept.
    pub fn all(&self) -> Vec<Scenario> {
        std::iter::once(&self.present).chain(&self.kept).cloned().collect()
    }

    /// Where the one of a name is kept.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.kept.iter().position(|scenario| scenario.name() == name)
    }
}

/// One scenario before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ScenarioChange {
    /// What runs assume.
    Present { before: Box<Scenario>, after: Box<Scenario> },
    /// One that is kept. None before: it is kept newly; none after: it is kept no longer.
    Kept { at: usize, before: Option<Box<Scenario>>, after: Option<Box<Scenario>> },
}

impl Reversible for ScenarioChange {
    type Of = Scenarios;

    fn apply(&self, scenarios: &mut Scenarios) {
        match self {
            ScenarioChange::Present { after, .. } => scenarios.present = after.as_ref().clone(),
            ScenarioChange::Kept { at, before, after } => {
                let kept = &mut scenarios.kept;
                let at = (*at).min(kept.len());
                let replaced = at..(at + usize::from(before.is_some())).min(kept.len());
                kept.splice(replaced, after.as_deref().cloned());
            }
        }
    }

    fn inverse(&self) -> ScenarioChange {
        match self.clone() {
            ScenarioChange::Present { before, after } => {
                ScenarioChange::Present { before: after, after: before }
            }
            ScenarioChange::Kept { at, before, after } => {
                ScenarioChange::Kept { at, before: after, after: before }
            }
        }
    }

    fn go_on(&mut self, later: &ScenarioChange) {
        if let (ScenarioChange::Present { after, .. }, ScenarioChange::Present { after: newest, .. }) =
            (self, later)
        {
            after.clone_from(newest);
        }
    }
}
