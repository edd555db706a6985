//! Records of a workspace before and after; undo is their inverse, to the byte.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::record::Written;
use super::{Collection, ScoreReferences, StagesModel, Workspace, WorkspaceRecord};
use crate::history::Reversible;
use crate::maybe::Maybe;
use crate::primitives::Number;

/// One record before and after; none before: it is new, none after: it is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WorkspaceChange {
    Record {
        of: Collection,
        at: usize,
        before: Option<Box<WorkspaceRecord>>,
        after: Option<Box<WorkspaceRecord>>,
    },
    /// An empty collection that appears in the document or disappears from it.
    List {
        of: Collection,
        before: Written,
        after: Written,
    },
    Head {
        before: Box<WorkspaceHead>,
        after: Box<WorkspaceHead>,
    },
}

/// What a workspace holds besides its collections.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceHead {
    pub name: String,
    pub stages_model: Maybe<StagesModel>,
    pub weights: Maybe<IndexMap<String, Number>>,
    pub score_references: Maybe<ScoreReferences>,
    pub titles: Maybe<IndexMap<String, Vec<String>>>,
}

impl WorkspaceHead {
    pub(super) fn of(workspace: &Workspace) -> WorkspaceHead {
        let Workspace { name, stages_model, weights, score_references, titles, .. } = workspace.clone();
        WorkspaceHead { name, stages_model, weights, score_references, titles }
    }
}

impl Reversible for WorkspaceChange {
    type Of = Workspace;

    fn apply(&self, workspace: &mut Workspace) {
        match self {
            WorkspaceChange::Record { of, at, before, after } => {
                of.splice(workspace, *at, before.is_some(), after.as_deref());
            }
            WorkspaceChange::List { of, after, .. } => of.write(workspace, *after),
            WorkspaceChange::Head { after, .. } => {
                let WorkspaceHead { name, stages_model, weights, score_references, titles } =
                    after.as_ref().clone();
                *workspace = Workspace {
                    name,
                    stages_model,
                    weights,
                    score_references,
                    titles,
                    ..std::mem::take(workspace)
                };
            }
        }
    }

    fn inverse(&self) -> WorkspaceChange {
        match self.clone() {
            WorkspaceChange::Record { of, at, before, after } => {
                WorkspaceChange::Record { of, at, before: after, after: before }
            }
            WorkspaceChange::List { of, before, after } => {
                WorkspaceChange::List { of, before: after, after: before }
            }
            WorkspaceChange::Head { before, after } => WorkspaceChange::Head { before: after, after: before },
        }
    }

    fn go_on(&mut self, later: &WorkspaceChange) {
        match (self, later) {
            (WorkspaceChange::Record { after, .. }, WorkspaceChange::Record { after: newest, .. }) => {
                after.clone_from(newest);
            }
            (WorkspaceChange::Head { after, .. }, WorkspaceChange::Head { after: newest, .. }) => {
                after.clone_from(newest);
            }
            _ => {}
        }
    }
}
