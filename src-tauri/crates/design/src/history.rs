//! Histories of what is edited: one step for each gesture, undo and redo along them. Journeys, the workspace, tables and
//! chapters each have one.

use serde::{Deserialize, Serialize};

use crate::update::Sentence;

/// A record before and after.
pub trait Reversible: Clone {
    /// What the record is part of.
    type Of;

    /// Brings it from before to after.
    fn apply(&self, of: &mut Self::Of);

    fn inverse(&self) -> Self;

    /// Keeps its before and takes the after of a later change of the same record, which goes on with the typing.
    fn go_on(&mut self, later: &Self);
}

/// One gesture: what it is called, and every record that it changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Step<C> {
    pub name: Sentence,
    pub changes: Vec<C>,
    /// The field in which the user was typing; more typing there joins this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typing: Option<String>,
}

/// What became of a history.
#[derive(Debug, Clone, PartialEq)]
pub enum History<C> {
    /// A new last step; all undone ones are gone.
    Added(Step<C>),
    /// Replaces the last step; all undone ones are gone.
    Merged(Step<C>),
    Undone,
    Redone,
    Unchanged,
}

/// The steps that are in force, and those that were undone.
#[derive(Debug, Clone)]
pub struct Steps<C> {
    done: Vec<Step<C>>,
    /// The next one to redo is the last.
    undone: Vec<Step<C>>,
    /// Whether typing may go on in the last step: only while nothing else was done since.
    open: bool,
}

impl<C> Default for Steps<C> {
    fn default() -> Steps<C> {
        Steps::stored(Vec::new(), 0)
    }
}

impl<C> Steps<C> {
    /// `steps` are those in force and behind them those that were undone, the next one to redo first; `done` says how
    /// many are in force.
    pub fn stored(steps: Vec<Step<C>>, done: u64) -> Steps<C> {
        let mut done_steps = steps;
        let kept = usize::try_from(done).unwrap_or(usize::MAX).min(done_steps.len());
        let mut undone = done_steps.split_off(kept);
        undone.reverse();
        Steps { done: done_steps, undone, open: false }
    }

    /// How many are in force.
    pub fn in_force(&self) -> u64 {
        self.done.len() as u64
    }

    /// What undo takes back.
    pub fn last(&self) -> Option<&Step<C>> {
        self.done.last()
    }

    /// What redo does again.
    pub fn next(&self) -> Option<&Step<C>> {
        self.undone.last()
    }

    pub fn undo_name(&self) -> Option<&Sentence> {
        self.last().map(|step| &step.name)
    }

    pub fn redo_name(&self) -> Option<&Sentence> {
        self.next().map(|step| &step.name)
    }

    /// Those that were undone, the next one to redo first.
    pub fn undone(&self) -> impl ExactSizeIterator<Item = &Step<C>> {
        self.undone.iter().rev()
    }

    /// Lets no more typing join the last step.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Lets typing join the last step, if nothing was undone since.
    pub fn reopen(&mut self) {
        self.open = self.undone.is_empty();
    }

    /// Notes a step that was done.
    pub fn push(&mut self, step: Step<C>) {
        self.open = step.typing.is_some();
        self.undone.clear();
        self.done.push(step);
    }

    /// Notes that the last step was taken back.
    pub fn back(&mut self) {
        self.open = false;
        self.undone.extend(self.done.pop());
    }

    /// Notes that the next step was done again.
    pub fn on(&mut self) {
        self.open = false;
        self.done.extend(self.undone.pop());
    }
}

impl<C: Reversible> Steps<C> {
    /// Notes a step that was done; more typing in the same field joins the last one.
    pub fn add(&mut self, step: Step<C>) -> History<C> {
        let joins = |last: &&mut Step<C>| self.open && step.typing.is_some() && last.typing == step.typing;
        if let Some(last) = self.done.last_mut().filter(joins) {
            self.undone.clear();
            last.go_on(&step);
            return History::Merged(last.clone());
        }
        self.push(step.clone());
        History::Added(step)
    }

    /// Takes the last step back; None where there is none.
    pub fn undo(&mut self, of: &mut C::Of) -> Option<Step<C>> {
        let step = self.last()?.clone();
        step.changes.iter().rev().for_each(|change| change.inverse().apply(of));
        self.back();
        Some(step)
    }

    /// Does the step again that was taken back last; None where there is none.
    pub fn redo(&mut self, of: &mut C::Of) -> Option<Step<C>> {
        let step = self.next()?.clone();
        step.apply(of);
        self.on();
        Some(step)
    }
}

impl<C: Reversible> Step<C> {
    /// Brings every record from before to after.
    pub(crate) fn apply(&self, of: &mut C::Of) {
        self.changes.iter().for_each(|change| change.apply(of));
    }

    /// Keeps the first before and takes the last after.
    fn go_on(&mut self, later: &Step<C>) {
        if let (Some(first), Some(last)) = (self.changes.first_mut(), later.changes.first()) {
            first.go_on(last);
        }
        let before = self.name.params.get("before").cloned();
        self.name = later.name.clone();
        if let (Some(before), Some(newer)) = (before, self.name.params.get_mut("before")) {
            *newer = before;
        }
    }
}
