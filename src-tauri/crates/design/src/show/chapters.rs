//! The chapters of a journey with their history: the one place where chapters change.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use super::Chapter;
use crate::document::{History, Step};
use crate::update::Sentence;

pub type ChapterStep = Step<ChapterChange>;
pub type ChapterHistory = History<ChapterChange>;

/// What somebody wants of the chapters. Chapters are known by their place in the list, from 0.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum ChapterIntent {
    /// Puts one at the end of the list.
    Add {
        chapter: Chapter,
    },
    /// Puts one in the place of another. `typing` names the gesture, where it is typing: more of it joins the step.
    Set {
        at: u32,
        chapter: Chapter,
        typing: Option<String>,
    },
    Remove {
        at: u32,
    },
}

/// What became of one place of the list. None before: the chapter comes in; none after: it goes out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChapterChange {
    pub at: u32,
    pub before: Option<Chapter>,
    pub after: Option<Chapter>,
}

impl ChapterChange {
    fn inverse(&self) -> ChapterChange {
        ChapterChange { at: self.at, before: self.after.clone(), after: self.before.clone() }
    }

    fn apply(&self, chapters: &mut Vec<Chapter>) {
        let at = (self.at as usize).min(chapters.len());
        let replaced = at..(at + usize::from(self.before.is_some())).min(chapters.len());
        chapters.splice(replaced, self.after.clone());
    }
}

/// The list has no such place; somebody else has changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no chapter {0}")]
pub struct NoChapter(pub u32);

/// The chapters and the steps that made them.
#[derive(Debug, Clone, Default)]
pub struct ChaptersDocument {
    chapters: Vec<Chapter>,
    done: Vec<ChapterStep>,
    /// The next one to redo is the last.
    undone: Vec<ChapterStep>,
}

impl ChaptersDocument {
    /// `steps` are those in force and after them those that were undone; `done` says how many are in force.
    pub fn with_history(chapters: Vec<Chapter>, steps: Vec<ChapterStep>, done: u64) -> ChaptersDocument {
        let mut done_steps = steps;
        let kept = usize::try_from(done).unwrap_or(usize::MAX).min(done_steps.len());
        let mut undone = done_steps.split_off(kept);
        undone.reverse();
        ChaptersDocument { chapters, done: done_steps, undone }
    }

    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
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

    /// Does one gesture, as one step. On an error nothing has changed.
    pub fn edit(&mut self, intent: ChapterIntent) -> Result<ChapterHistory, NoChapter> {
        let there = |at: u32| self.chapters.get(at as usize).cloned().ok_or(NoChapter(at));
        let (name, change, typing) = match intent {
            ChapterIntent::Add { chapter } => {
                let at = self.chapters.len() as u32;
                ("addChapter", ChapterChange { at, before: None, after: Some(chapter) }, None)
            }
            ChapterIntent::Set { at, chapter, typing } => {
                ("setChapter", ChapterChange { at, before: Some(there(at)?), after: Some(chapter) }, typing)
            }
            ChapterIntent::Remove { at } => {
                ("removeChapter", ChapterChange { at, before: Some(there(at)?), after: None }, None)
            }
        };
        if change.before == change.after {
            return Ok(History::Unchanged);
        }
        change.apply(&mut self.chapters);
        let goes_on = self.undone.is_empty() && typing.is_some();
        self.undone.clear();
        if let Some(last) = self.done.last_mut().filter(|last| goes_on && last.typing == typing)
            && let Some(first) = last.changes.first_mut()
        {
            first.after = change.after;
            return Ok(History::Merged(last.clone()));
        }
        let step = Step { name: Sentence::new(name), changes: vec![change], typing };
        self.done.push(step.clone());
        Ok(History::Added(step))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> ChapterHistory {
        let Some(step) = self.done.pop() else { return History::Unchanged };
        for change in step.changes.iter().rev() {
            change.inverse().apply(&mut self.chapters);
        }
        self.undone.push(step);
        History::Undone
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self) -> ChapterHistory {
        let Some(step) = self.undone.pop() else { return History::Unchanged };
        for change in &step.changes {
            change.apply(&mut self.chapters);
        }
        self.done.push(step);
        History::Redone
    }
}
