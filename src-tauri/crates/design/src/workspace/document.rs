//! A workspace with its history: the one place where it changes.

use super::Workspace;
use super::change::WorkspaceChange;
use super::edit::{Draft, WorkspaceError};
use super::intent::WorkspaceIntent;
use super::uses::Users;
use crate::document::{History, Step, typed_leaf};
use crate::update::Sentence;

pub type WorkspaceStep = Step<WorkspaceChange>;
pub type WorkspaceHistory = History<WorkspaceChange>;

/// The workspace and the steps that made it.
#[derive(Debug, Clone)]
pub struct WorkspaceDocument {
    workspace: Workspace,
    revision: u64,
    done: Vec<WorkspaceStep>,
    /// The next one to redo is the last.
    undone: Vec<WorkspaceStep>,
    open: bool,
}

/// What the store has to write in one transaction with the workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkspaceOutcome {
    pub history: WorkspaceHistory,
    /// The key of the record that was created by its name.
    pub created: Option<String>,
}

impl WorkspaceDocument {
    /// `undone` ends with the step that redo takes first.
    pub fn with_history(
        workspace: Workspace,
        revision: u64,
        done: Vec<WorkspaceStep>,
        undone: Vec<WorkspaceStep>,
    ) -> WorkspaceDocument {
        WorkspaceDocument { workspace, revision, done, undone, open: false }
    }

    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The number of steps in force.
    pub fn steps(&self) -> u64 {
        self.done.len() as u64
    }

    /// What undo would take back.
    pub fn undo_name(&self) -> Option<&Sentence> {
        self.done.last().map(|step| &step.name)
    }

    /// What redo would do again.
    pub fn redo_name(&self) -> Option<&Sentence> {
        self.undone.last().map(|step| &step.name)
    }

    /// Does the gestures as one step, named after the last. On an error nothing has changed.
    pub fn edit(
        &mut self,
        intents: Vec<WorkspaceIntent>,
        users: &Users<'_>,
    ) -> Result<WorkspaceOutcome, WorkspaceError> {
        let mut draft = Draft::new(&mut self.workspace, users);
        let mut name = Sentence::new("setRecord");
        for intent in intents {
            match draft.apply(intent) {
                Ok(done) => name = done,
                Err(error) => {
                    draft.revert();
                    return Err(error);
                }
            }
        }
        let created = draft.created.clone();
        let changes = draft.finish();
        if changes.is_empty() {
            return Ok(WorkspaceOutcome { history: History::Unchanged, created });
        }
        self.revision += 1;
        self.undone.clear();
        let typing = typing(&changes);
        let step = Step { name, changes, typing };
        let history = match self.done.last_mut().filter(|last| self.open && joins(last, &step)) {
            Some(last) => {
                join(last, &step);
                History::Merged(last.clone())
            }
            None => {
                self.open = step.typing.is_some();
                self.done.push(step.clone());
                History::Added(step)
            }
        };
        Ok(WorkspaceOutcome { history, created })
    }

    /// Takes the last step back; None where there is none.
    pub fn undo(&mut self) -> Option<WorkspaceOutcome> {
        let step = self.done.pop()?;
        for change in step.changes.iter().rev() {
            change.inverse().apply(&mut self.workspace);
        }
        self.undone.push(step);
        Some(self.stepped(History::Undone))
    }

    /// Does the step again that was taken back last; None where there is none.
    pub fn redo(&mut self) -> Option<WorkspaceOutcome> {
        let step = self.undone.pop()?;
        for change in &step.changes {
            change.apply(&mut self.workspace);
        }
        self.done.push(step);
        Some(self.stepped(History::Redone))
    }

    fn stepped(&mut self, history: WorkspaceHistory) -> WorkspaceOutcome {
        self.revision += 1;
        self.open = false;
        WorkspaceOutcome { history, created: None }
    }
}

/// The field that changed, if it is one text or number of one record.
fn typing(changes: &[WorkspaceChange]) -> Option<String> {
    let [change] = changes else { return None };
    let (place, before, after) = match change {
        WorkspaceChange::Record { of, before: Some(before), after: Some(after), .. } => (
            format!("{of:?}/{}", before.key()),
            serde_json::to_value(before).ok()?,
            serde_json::to_value(after).ok()?,
        ),
        WorkspaceChange::Head { before, after } => {
            (String::new(), serde_json::to_value(before).ok()?, serde_json::to_value(after).ok()?)
        }
        _ => return None,
    };
    typed_leaf(place, &before, &after)
}

fn joins(last: &WorkspaceStep, step: &WorkspaceStep) -> bool {
    step.typing.is_some() && last.typing == step.typing
}

fn join(last: &mut WorkspaceStep, step: &WorkspaceStep) {
    match (last.changes.first_mut(), step.changes.first()) {
        (
            Some(WorkspaceChange::Record { after, .. }),
            Some(WorkspaceChange::Record { after: newest, .. }),
        ) => after.clone_from(newest),
        (Some(WorkspaceChange::Head { after, .. }), Some(WorkspaceChange::Head { after: newest, .. })) => {
            after.clone_from(newest);
        }
        _ => {}
    }
    last.name = step.name.clone();
}
