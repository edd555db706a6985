//! What runs assume, and the scenarios that are kept by their names: looking at them, editing them, and taking edits back.

use std::sync::Arc;

use design::assumptions::{Assumption, Factor, assumptions, factors};
use design::history::{History, Steps};
use design::scenario::{
    MOST_DAYS, RunSettings, Scenario, ScenarioError, ScenarioHistory, ScenarioIntent, ScenarioStep,
    Scenarios, ScenariosDocument,
};
use design::update::Sentence;
use design::workspace::Workspace;
use serde::Serialize;
use ts_rs::TS;

use super::{Open, Studio};
use crate::calibrate::rates;
use crate::store;
use crate::{Failure, commands};

/// The scenarios as the window edits them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScenariosView {
    /// What runs assume.
    pub scenario: Scenario,
    /// Every number of it.
    pub assumptions: Vec<Assumption>,
    /// How runs go by it.
    pub settings: RunSettings,
    /// How they go when nothing is said.
    pub defaults: RunSettings,
    /// How many days a run can have.
    pub most_days: u32,
    /// The numbers on which roles can have factors.
    pub factors: Vec<Factor>,
    /// In the order in which they were kept first.
    pub kept: Vec<KeptScenario>,
    /// What undo would take back.
    pub undo: Option<Sentence>,
    /// What redo would do again.
    pub redo: Option<Sentence>,
}

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

/// A rate that the data at hand shows, with its 95 % interval.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Measured {
    /// The path of the assumption in the scenario.
    pub assumption: String,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    /// How often it happened, of so many occasions.
    #[ts(type = "number")]
    pub times: u64,
    #[ts(type = "number")]
    pub of: u64,
}

impl Studio {
    pub fn scenarios(&self) -> Result<ScenariosView, Failure> {
        Ok(view(self.lock().scenarios()?))
    }

    /// One gesture, on the disk before it is answered.
    pub fn edit_scenarios(&self, intent: ScenarioIntent) -> Result<ScenariosView, Failure> {
        self.lock().change_scenarios(|document, workspace| document.edit(intent, workspace).map_err(refused))
    }

    /// Answers with the scenarios as they are where there is nothing to undo.
    pub fn undo_scenarios(&self) -> Result<ScenariosView, Failure> {
        self.lock().change_scenarios(|document, _| Ok(document.undo()))
    }

    /// Answers with the scenarios as they are where there is nothing to redo.
    pub fn redo_scenarios(&self) -> Result<ScenariosView, Failure> {
        self.lock().change_scenarios(|document, _| Ok(document.redo()))
    }

    /// The rates for which the data at hand has occasions.
    pub fn measured(&self) -> Result<Vec<Measured>, Failure> {
        let tables = self.tables()?;
        let all = rates(&tables).into_iter();
        let measured = all.map(|rate| Measured {
            assumption: rate.assumption.to_owned(),
            mean: rate.mean,
            low: rate.low,
            high: rate.high,
            times: rate.times,
            of: rate.of,
        });
        Ok(measured.collect())
    }

    /// One that is kept, by its name.
    pub(super) fn kept_scenario(&self, name: &str) -> Result<Scenario, Failure> {
        let mut open = self.lock();
        let scenarios = open.scenarios()?.scenarios();
        let found = scenarios.place(name).map(|at| scenarios.kept[at].clone());
        found.ok_or_else(|| refused(ScenarioError::NotKept(name.to_owned())))
    }
}

impl Open {
    /// The scenarios with their history, from memory or from the disk.
    pub(super) fn scenarios(&mut self) -> Result<&mut ScenariosDocument, Failure> {
        let document = match self.scenarios.take() {
            Some(document) => document,
            None => {
                let (steps, done) = store::histories::SCENARIOS.load(self.store.read())?;
                let steps = steps.iter().map(|text| serde_json::from_str(text));
                // What an older program cannot read is not taken back; the scenarios are as they are.
                let steps: Vec<ScenarioStep> = steps.collect::<Result<_, _>>().unwrap_or_default();
                let scenarios = store::scenarios::load(self.store.read())?;
                ScenariosDocument::with_history(scenarios, Steps::stored(steps, done))
            }
        };
        Ok(self.scenarios.insert(document))
    }

    fn change_scenarios(
        &mut self,
        change: impl FnOnce(&mut ScenariosDocument, &Workspace) -> Result<ScenarioHistory, Failure>,
    ) -> Result<ScenariosView, Failure> {
        let workspace = Arc::clone(&self.workspace);
        let document = self.scenarios()?;
        let history = change(document, &workspace)?;
        let (scenarios, done) = (document.scenarios().clone(), document.steps().in_force());
        let view = view(document);
        self.save_scenarios(&scenarios, &history, done).inspect_err(|_| {
            // What is not on the disk must not stay in memory either.
            self.scenarios = None;
        })?;
        self.scenario = Arc::new(scenarios.present);
        Ok(view)
    }

    fn save_scenarios(
        &mut self,
        scenarios: &Scenarios,
        history: &ScenarioHistory,
        done: u64,
    ) -> Result<(), Failure> {
        let step = match history {
            History::Added(step) | History::Merged(step) => Some(commands::json(step)?),
            History::Undone | History::Redone => None,
            History::Unchanged => return Ok(()),
        };
        self.store.write(|transaction| {
            if let Some(step) = step {
                store::histories::SCENARIOS.put(transaction, done, &step)?;
            }
            store::histories::SCENARIOS.set_done(transaction, done)?;
            store::scenarios::put(transaction, scenarios)
        })?;
        Ok(())
    }
}

fn view(document: &mut ScenariosDocument) -> ScenariosView {
    let Scenarios { present, kept } = document.scenarios();
    let line = |scenario: &Scenario| KeptScenario {
        name: scenario.name().to_owned(),
        horizon_days: scenario.days(),
        replications: scenario.replications(),
        at_work: scenario == present,
    };
    ScenariosView {
        assumptions: assumptions(present),
        settings: RunSettings::of(present),
        defaults: RunSettings::of(&Scenario::default()),
        most_days: MOST_DAYS,
        factors: factors(present),
        kept: kept.iter().map(line).collect(),
        undo: document.steps().undo_name().cloned(),
        redo: document.steps().redo_name().cloned(),
        scenario: present.clone(),
    }
}

/// The window has its own sentences by these codes.
fn refused(error: ScenarioError) -> Failure {
    let said = error.to_string();
    let mut letters = said.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let message = format!("{first}{}.", letters.as_str());
    match error {
        ScenarioError::Nameless => Failure::new("name-missing", message),
        ScenarioError::NotKept(name) => Failure::new("unknown-scenario", message).with("name", name),
        ScenarioError::Unknown(path) => Failure::new("unknown-assumption", message).with("path", path),
        ScenarioError::Wrong { path, .. } => Failure::new("bad-assumption", said + ".").with("path", path),
    }
}
