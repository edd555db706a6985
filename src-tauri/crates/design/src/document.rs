//! A journey with its history: the one place where journeys change.

pub(crate) mod length;
mod typing;
mod view;

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use crate::change::Change;
use crate::check::{self, Known};
use crate::diff;
use crate::edit::{self, Draft};
use crate::history::{History, Reversible, Step, Steps};
use crate::intent::Intent;
use crate::journey::Journey;
use crate::lifecycle::JourneyStatus;
use crate::primitives::Id;
use crate::problem::Problem;
use crate::tables::Tables;
use crate::update::{Sentence, Update};
use crate::workspace::Workspace;
use view::View;

pub use crate::edit::EditError;
pub(crate) use typing::typed_leaf;

/// A journey, the steps that made it, and what is derived from it for the window.
#[derive(Debug, Clone)]
pub struct Document {
    journey: Journey,
    status: JourneyStatus,
    revision: u64,
    steps: Steps<Change>,
    view: View,
    known: Known,
}

/// What surrounds a journey when it is checked.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub workspace: &'a Workspace,
    /// All journeys of the workspace; empty: not known, so references to them are not checked.
    pub journeys: &'a [Named],
    pub today: jiff::civil::Date,
    pub tables: Option<&'a Arc<Tables>>,
}

/// A thing by its id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    pub id: String,
    pub name: String,
}

/// What the window is told, and what the store has to write in one transaction with the journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub update: Update,
    pub history: HistoryChange,
}

/// What became of the history of a journey.
pub type HistoryChange = History<Change>;

impl Document {
    pub fn new(journey: Journey) -> Document {
        Document::with_history(journey, 0, Steps::default())
    }

    pub fn with_history(journey: Journey, revision: u64, steps: Steps<Change>) -> Document {
        let (status, view, known) = (JourneyStatus::Draft, View::default(), Known::default());
        Document { journey, status, revision, steps, view, known }
    }

    pub fn journey(&self) -> &Journey {
        &self.journey
    }

    pub fn status(&self) -> JourneyStatus {
        self.status
    }

    /// Says where the journey stands; whether it may go there is asked before.
    pub fn set_status(&mut self, status: JourneyStatus) {
        self.status = status;
        self.steps.close();
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Does one gesture, as one step. On an error nothing has changed.
    pub fn edit(
        &mut self,
        intent: Intent,
        fresh: &mut dyn FnMut() -> Id,
        context: &Context<'_>,
    ) -> Result<Outcome, EditError> {
        if !self.status.is_editable() {
            return Err(EditError::Frozen);
        }
        self.prepare(context);
        let before = matches!(intent, Intent::Mend { .. }).then(|| self.journey.clone());
        let mut draft = Draft::new(&mut self.journey, fresh);
        let done = match (intent, &before) {
            (Intent::Mend { finding }, Some(before)) => {
                check::mend(&finding, before, context, &self.known, &mut draft)
            }
            (intent, _) => edit::apply(intent, &mut draft),
        };
        let name = match done {
            Ok(name) => name,
            Err(error) => {
                draft.revert();
                return Err(error);
            }
        };
        let changes = draft.finish();
        if changes.is_empty() {
            return Ok(Outcome { update: self.update(&[], context), history: HistoryChange::Unchanged });
        }
        // A fix is a step of its own, even if it changes one number.
        let typing = if before.is_some() { None } else { typing::place(&changes) };
        Ok(self.add(Step { name, changes, typing }, context))
    }

    /// Brings the journey to another state of it, as one step; None where it is in that state.
    pub fn bring_to(
        &mut self,
        state: &Journey,
        name: Sentence,
        context: &Context<'_>,
    ) -> Result<Option<Outcome>, EditError> {
        if !self.status.is_editable() {
            return Err(EditError::Frozen);
        }
        self.prepare(context);
        let changes = diff::changes(&self.journey, state);
        for change in &changes {
            change.apply(&mut self.journey);
        }
        let step = Step { name, changes, typing: None };
        Ok((!step.changes.is_empty()).then(|| self.add(step, context)))
    }

    /// How many steps were undone, and the journey as it would be with all of them done again; None: none were.
    pub fn undone(&self) -> Option<(usize, Journey)> {
        let undone = self.steps.undone();
        let count = undone.len();
        let mut journey = self.journey.clone();
        undone.flat_map(|step| &step.changes).for_each(|change| change.apply(&mut journey));
        (count > 0).then_some((count, journey))
    }

    /// Notes what was just done as a step.
    fn add(&mut self, step: Step<Change>, context: &Context<'_>) -> Outcome {
        self.revision += 1;
        let changes = step.changes.clone();
        let history = self.steps.add(step);
        Outcome { update: self.update(&changes, context), history }
    }

    /// Takes the last step back; None where there is none.
    pub fn undo(&mut self, context: &Context<'_>) -> Option<Outcome> {
        self.steps.last().filter(|_| self.status.is_editable())?;
        self.prepare(context);
        let step = self.steps.undo(&mut self.journey)?;
        Some(self.stepped(&step, HistoryChange::Undone, context))
    }

    /// Does the step again that was taken back last; None where there is none.
    pub fn redo(&mut self, context: &Context<'_>) -> Option<Outcome> {
        self.steps.next().filter(|_| self.status.is_editable())?;
        self.prepare(context);
        let step = self.steps.redo(&mut self.journey)?;
        Some(self.stepped(&step, HistoryChange::Redone, context))
    }

    /// Everything, for a window that has nothing yet.
    pub fn whole(&self, context: &Context<'_>) -> Update {
        let view = View::of(&self.journey, context.today);
        let mut update = view.whole(&self.journey);
        self.finish(&mut update, context);
        update
    }

    fn stepped(&mut self, step: &Step<Change>, history: HistoryChange, context: &Context<'_>) -> Outcome {
        self.revision += 1;
        Outcome { update: self.update(&step.changes, context), history }
    }

    /// What the check finds, with what earlier checks of the journey found out.
    pub fn problems(&self, context: &Context<'_>) -> Vec<Problem> {
        check::check_again(&self.journey, context, &self.known)
    }

    /// Only what stands in the way of running and publishing.
    pub fn errors(&self, context: &Context<'_>) -> Vec<Problem> {
        check::errors_again(&self.journey, context, &self.known)
    }

    /// The view of the journey before a change, which differences are taken from.
    fn prepare(&mut self, context: &Context<'_>) {
        if self.view.is_empty() {
            self.view = View::of(&self.journey, context.today);
        }
    }

    fn update(&mut self, changes: &[Change], context: &Context<'_>) -> Update {
        let view = View::of(&self.journey, context.today);
        let mut update = view.difference(&self.view, changes, &self.journey);
        self.view = view;
        self.finish(&mut update, context);
        update
    }

    fn finish(&self, update: &mut Update, context: &Context<'_>) {
        update.revision = self.revision;
        if let Some(header) = &mut update.header {
            header.status = self.status;
        }
        update.problems = self.problems(context);
        let editable = |step: &&Step<Change>| self.status.is_editable() && !step.changes.is_empty();
        update.undo = self.steps.last().filter(editable).map(|step| step.name.clone());
        update.redo = self.steps.next().filter(editable).map(|step| step.name.clone());
    }
}
