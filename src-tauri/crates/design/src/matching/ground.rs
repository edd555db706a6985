//! What is worked out once of a workspace, its tables and its scenario, so that every further count is quick.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, OnceLock, PoisonError};

use simulator::time::Minute;
use simulator::{AtStart, GroupAtStart, RecordAtStart};

use super::leaves::Set;
use super::nothing;
use crate::compile::{CompileError, Origin, compile_condition, minutes_before_start};
use crate::condition::{AttributeTest, Condition};
use crate::scenario::Scenario;
use crate::tables::Tables;
use crate::workspace::Workspace;

/// Filled when a condition first asks for it. It belongs to one workspace, tables and scenario: where one of them
/// changes, a new one is begun.
#[derive(Default)]
pub struct Ground {
    standing: OnceLock<Result<Standing, CompileError>>,
    past: OnceLock<Past>,
    /// The tests of attributes asked last, the latest at the end.
    known: Mutex<VecDeque<(AttributeTest, Set)>>,
}

/// How many tests are remembered: more than a condition has that somebody writes, at a byte a person each.
const REMEMBERED: usize = 16;

impl Ground {
    /// Works everything out now, so that no count waits for it.
    pub fn warm(&self, workspace: &Workspace, tables: &Tables, scenario: &Scenario) {
        self.past(tables, scenario);
        // What is wrong with the scenario is said when somebody counts.
        drop(self.standing(workspace, tables, scenario));
    }

    /// Who meets a test. While a condition is being edited all its other tests are asked again and again.
    pub(super) fn known(&self, test: &AttributeTest, ask: impl FnOnce() -> Set) -> Set {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, set)) = known().iter().find(|(other, _)| other == test) {
            return set.clone();
        }
        let set = ask();
        let mut known = known();
        if known.len() == REMEMBERED {
            known.pop_front();
        }
        known.push_back((test.clone(), set.clone()));
        set
    }

    pub(super) fn standing(
        &self,
        workspace: &Workspace,
        tables: &Tables,
        scenario: &Scenario,
    ) -> Result<&Standing, CompileError> {
        let made = self.standing.get_or_init(|| Standing::make(workspace, tables, scenario));
        made.as_ref().map_err(Clone::clone)
    }

    pub(super) fn past(&self, tables: &Tables, scenario: &Scenario) -> &Past {
        self.past.get_or_init(|| Past::read(tables, scenario))
    }
}

/// The buying groups and scores at minute 0, people in the order of their table.
pub(super) struct Standing {
    pub(super) groups: Vec<Groups>,
    /// By person: engagement, 0 to 100.
    pub(super) scores: Vec<f64>,
    pub(super) origin: Origin,
}

/// The groups of one solution interest.
pub(super) struct Groups {
    pub(super) accounts: Vec<Option<GroupAtStart>>,
    /// By person; None: never a member.
    pub(super) records: Vec<Option<RecordAtStart>>,
}

impl Standing {
    fn make(workspace: &Workspace, tables: &Tables, scenario: &Scenario) -> Result<Standing, CompileError> {
        let anyone = Condition::default();
        let compiled = compile_condition(&anyone, &nothing(scenario), workspace, tables, scenario)?;
        let AtStart { groups, scores } = simulator::at_start(&compiled.program, &compiled.population);
        let origin = &compiled.origin;
        let groups = groups
            .into_iter()
            .map(|of| Groups { accounts: of.accounts, records: origin.in_table_order(of.records) });
        Ok(Standing {
            groups: groups.collect(),
            scores: origin.in_table_order(scores),
            origin: compiled.origin,
        })
    }
}

/// What people did before the scenario's start, by event type.
pub(super) struct Past {
    by_type: HashMap<String, Vec<Did>>,
}

#[derive(Clone, Copy)]
pub(super) struct Did {
    /// The row of the person.
    pub(super) person: u32,
    /// Below 0.
    pub(super) minute: Minute,
    /// The row of the activity, for its fields.
    pub(super) activity: u32,
}

impl Past {
    fn read(tables: &Tables, scenario: &Scenario) -> Past {
        let mut by_type: HashMap<String, Vec<Did>> = HashMap::new();
        let minutes = minutes_before_start(tables, scenario);
        for (row, (activity, minute)) in tables.activities.iter().zip(minutes).enumerate() {
            let Some(minute) = minute else { continue };
            let did = Did { person: activity.person, minute, activity: row as u32 };
            match by_type.get_mut(&activity.event_type) {
                Some(list) => list.push(did),
                None => drop(by_type.insert(activity.event_type.clone(), vec![did])),
            }
        }
        Past { by_type }
    }

    pub(super) fn of(&self, event_type: &str) -> &[Did] {
        self.by_type.get(event_type).map_or(&[], Vec::as_slice)
    }
}
