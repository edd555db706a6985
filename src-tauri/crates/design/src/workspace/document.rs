//! A workspace with its history: the one place where it changes.

use super::Workspace;
use super::change::WorkspaceChange;
use super::edit::{Draft, WorkspaceError};
use super::intent::WorkspaceIntent;
use super::uses::Users;
use crate::document::typed_leaf;
use crate::history::{History, Step, Steps};
use crate::update::Sentence;

pub type WorkspaceStep = Step<WorkspaceChange>;
pub type WorkspaceHistory = History<WorkspaceChange>;

/// The workspace and the steps that made it.
#[derive(Debug, Clone)]
pub struct WorkspaceDocument {
    workspace: Workspace,
    revision: u64,
    steps: Steps<WorkspaceChange>,
}

/// What the store has to write in one transaction with the workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkspaceOutcome {
    pub history: WorkspaceHistory,
    /// The key of the record that was created by its name.
    pub created: Option<String>,
}

impl WorkspaceDocument {
    pub fn with_history(
        workspace: Workspace,
        revision: u64,
        steps: Steps<WorkspaceChange>,
    ) -> WorkspaceDocument {
        WorkspaceDocument { workspace, revision, steps }
    }

    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn steps(&self) -> &Steps<WorkspaceChange> {
        &self.steps
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
        let typing = typing(&changes);
        let history = self.steps.add(Step { name, changes, typing });
        Ok(WorkspaceOutcome { history, created })
    }

    /// Takes the last step back; None where there is none.
    pub fn undo(&mut self) -> Option<WorkspaceOutcome> {
        self.steps.undo(&mut self.workspace)?;
        Some(self.stepped(History::Undone))
    }

    /// Does the step again that was taken back last; None where there is none.
    pub fn redo(&mut self) -> Option<WorkspaceOutcome> {
        self.steps.redo(&mut self.workspace)?;
        Some(self.stepped(History::Redone))
    }

    fn stepped(&mut self, history: WorkspaceHistory) -> WorkspaceOutcome {
        self.revision += 1;
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
