//! The scenarios of a workspace with their history: the one place where they change.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;
use ts_rs::TS;

use super::Scenario;
use super::change::{ScenarioChange, Scenarios};
use super::settings::{RunSetting, RunSettings};
use crate::assumptions::{
    self, Assumption, Preset, Shape, Unit, assume, assumptions as numbers, leave, reshape,
};
use crate::history::{History, Step, Steps};
use crate::update::Sentence;
use crate::workspace::Workspace;

pub type ScenarioStep = Step<ScenarioChange>;
pub type ScenarioHistory = History<ScenarioChange>;

/// What somebody wants of the scenarios.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum ScenarioIntent {
    /// Sets numbers by their paths. None: what is assumed when nothing is said; a number that the scenario has by itself
    /// is gone.
    Assume {
        #[ts(type = "Record<string, number | null>")]
        values: BTreeMap<String, Option<f64>>,
    },
    /// Gives the delay at a path another shape; its time stays.
    Shape { path: String, shape: Shape },
    /// Sets all numbers that every scenario has.
    Preset { preset: Preset },
    /// Sets how runs go.
    Set { setting: RunSetting },
    /// Keeps what runs assume under a name, and gives it that name; another one of the name is replaced.
    Keep { name: String },
    /// Lets runs assume a scenario that is kept.
    Use { name: String },
    /// Keeps a scenario no longer; runs go on with what they assume.
    Forget { name: String },
}

/// Why the scenarios stay as they are.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ScenarioError {
    #[error("a scenario needs a name; give it one")]
    Nameless,
    #[error("the scenario \"{0}\" is not kept any more; choose another one")]
    NotKept(String),
    #[error("the scenario has no number {0}; open its assumptions again")]
    Unknown(String),
    #[error("{path}: {sentence}")]
    Wrong { path: String, sentence: String },
}

/// The scenarios and the steps that made them.
#[derive(Debug, Clone)]
pub struct ScenariosDocument {
    scenarios: Scenarios,
    steps: Steps<ScenarioChange>,
}

/// What a gesture is called, what it changes, and the field in which it is typing.
type Gesture = (Sentence, Vec<ScenarioChange>, Option<String>);

impl ScenariosDocument {
    pub fn with_history(scenarios: Scenarios, steps: Steps<ScenarioChange>) -> ScenariosDocument {
        ScenariosDocument { scenarios, steps }
    }

    pub fn scenarios(&self) -> &Scenarios {
        &self.scenarios
    }

    pub fn steps(&self) -> &Steps<ScenarioChange> {
        &self.steps
    }

    /// Does one gesture, as one step. On an error nothing has changed.
    pub fn edit(
        &mut self,
        intent: ScenarioIntent,
        workspace: &Workspace,
    ) -> Result<ScenarioHistory, ScenarioError> {
        let (name, mut changes, typing) = self.gesture(intent, workspace)?;
        changes.retain(|change| match change {
            ScenarioChange::Present { before, after } => before != after,
            ScenarioChange::Kept { before, after, .. } => before != after,
        });
        if changes.is_empty() {
            return Ok(History::Unchanged);
        }
        let step = Step { name, changes, typing };
        step.apply(&mut self.scenarios);
        Ok(self.steps.add(step))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> ScenarioHistory {
        self.steps.undo(&mut self.scenarios).map_or(History::Unchanged, |_| History::Undone)
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self) -> ScenarioHistory {
        self.steps.redo(&mut self.scenarios).map_or(History::Unchanged, |_| History::Redone)
    }

    fn gesture(&self, intent: ScenarioIntent, workspace: &Workspace) -> Result<Gesture, ScenarioError> {
        let present = &self.scenarios.present;
        match intent {
            ScenarioIntent::Assume { values } => {
                let (name, after) = assumed(present, &values)?;
                let typing = match values.iter().next() {
                    Some((path, Some(_))) if values.len() == 1 => Some(path.clone()),
                    _ => None,
                };
                Ok((name, vec![self.changed(after, workspace)?], typing))
            }
            ScenarioIntent::Shape { path, shape } => {
                let known = numbers(present).into_iter().find(|of| of.path == path && of.shape.is_some());
                let (known, after) = known
                    .zip(reshape(present, &path, shape))
                    .ok_or_else(|| ScenarioError::Unknown(path.clone()))?;
                let name = meant("shapeDelay", &known).with("shape", word(&shape));
                Ok((name, vec![self.changed(after, workspace)?], None))
            }
            ScenarioIntent::Preset { preset } => {
                let name = Sentence::new("assumePreset").with("preset", word(&preset));
                Ok((name, vec![self.changed(assumptions::preset(present, preset), workspace)?], None))
            }
            ScenarioIntent::Set { setting } => {
                let key = setting.key();
                let mut after = present.clone();
                setting.put(&mut after);
                let said = |scenario: &Scenario| plain(&RunSettings::of(scenario), key);
                let mut name = Sentence::new("setRun").with("setting", key);
                let typing = said(&after).is_some().then(|| format!("setRun {key}"));
                if let (Some(before), Some(after)) = (said(present), said(&after)) {
                    name = name.with("before", before).with("after", after);
                }
                Ok((name, vec![self.changed(after, workspace)?], typing))
            }
            ScenarioIntent::Keep { name } => self.keep(name.trim()),
            ScenarioIntent::Use { name } => {
                let at = self.kept(&name)?;
                let after = Box::new(self.scenarios.kept[at].clone());
                let change = ScenarioChange::Present { before: Box::new(present.clone()), after };
                Ok((Sentence::new("useScenario").with("name", name), vec![change], None))
            }
            ScenarioIntent::Forget { name } => {
                let at = self.kept(&name)?;
                let before = Some(Box::new(self.scenarios.kept[at].clone()));
                let change = ScenarioChange::Kept { at, before, after: None };
                Ok((Sentence::new("forgetScenario").with("name", name), vec![change], None))
            }
        }
    }

    fn keep(&self, name: &str) -> Result<Gesture, ScenarioError> {
        if name.is_empty() {
            return Err(ScenarioError::Nameless);
        }
        let Scenarios { present, kept } = &self.scenarios;
        let mut named = present.clone();
        named.name = name.to_owned().into();
        let at = self.scenarios.place(name);
        let before = at.map(|at| Box::new(kept[at].clone()));
        let named = Box::new(named);
        let changes = vec![
            ScenarioChange::Present { before: Box::new(present.clone()), after: named.clone() },
            ScenarioChange::Kept { at: at.unwrap_or(kept.len()), before, after: Some(named) },
        ];
        Ok((Sentence::new("keepScenario").with("name", name), changes, None))
    }

    fn kept(&self, name: &str) -> Result<usize, ScenarioError> {
        self.scenarios.place(name).ok_or_else(|| ScenarioError::NotKept(name.to_owned()))
    }

    /// The change to a scenario, unless it says what can't be meant. What could not be meant before is no reason: the
    /// workspace may have changed since.
    fn changed(&self, after: Scenario, workspace: &Workspace) -> Result<ScenarioChange, ScenarioError> {
        let before = &self.scenarios.present;
        let wrong =
            |scenario: &Scenario| scenario.check_numbers().and_then(|()| scenario.check_for(workspace)).err();
        match wrong(&after) {
            Some((path, sentence)) if wrong(before).as_ref() != Some(&(path.clone(), sentence.clone())) => {
                Err(ScenarioError::Wrong { path, sentence })
            }
            _ => Ok(ScenarioChange::Present { before: Box::new(before.clone()), after: Box::new(after) }),
        }
    }
}

/// The scenario with other numbers, and what that is called.
fn assumed(
    before: &Scenario,
    values: &BTreeMap<String, Option<f64>>,
) -> Result<(Sentence, Scenario), ScenarioError> {
    let known = numbers(before);
    let mut after = before.clone();
    for (path, value) in values {
        let known = known.iter().find(|of| of.path == *path);
        let unknown = || ScenarioError::Unknown(path.clone());
        after = match (value, known) {
            (None, Some(of)) if of.own => leave(&after, path),
            (None, Some(of)) => assume(&after, path, of.default),
            (None, None) => None,
            (Some(value), known) => {
                fits(path, *value, known)?;
                assume(&after, path, *value)
            }
        }
        .ok_or_else(unknown)?;
    }
    let [path] = Vec::from_iter(values.keys())[..] else {
        return Ok((Sentence::new("assumeSeveral").with("count", values.len().to_string()), after));
    };
    let find = |all: &[Assumption]| all.iter().find(|of| of.path == *path).cloned();
    let (was, is) = (find(&known), find(&numbers(&after)));
    let of = was.as_ref().or(is.as_ref()).ok_or_else(|| ScenarioError::Unknown(path.clone()))?;
    let mut name = meant("assume", of);
    for (key, of) in [("before", &was), ("after", &is)] {
        if let Some(of) = of {
            name = name.with(key, of.value.to_string());
        }
    }
    Ok((name, after))
}

fn fits(path: &str, value: f64, known: Option<&Assumption>) -> Result<(), ScenarioError> {
    let share = known.is_some_and(|of| of.unit == Unit::Share);
    let sentence = match (value.is_finite() && value >= 0.0, share && value > 1.0) {
        (true, false) => return Ok(()),
        (true, true) => format!("{value} is no share; use 0 to 1"),
        (false, _) => format!("{value} can't be assumed; use 0 or more"),
    };
    Err(ScenarioError::Wrong { path: path.to_owned(), sentence })
}

/// A sentence about a number, with what it means in both languages.
fn meant(code: &str, of: &Assumption) -> Sentence {
    let sentence = Sentence::new(code).with("en", &of.meaning.en).with("es", &of.meaning.es);
    sentence.with("unit", word(&of.unit))
}

/// How a word of a closed list is written.
fn word(of: &impl serde::Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A setting that is one text or number; None where it is more.
fn plain(settings: &RunSettings, key: &str) -> Option<String> {
    match serde_json::to_value(settings).ok()?.get(key)? {
        _ if key == "entry" => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
