//! The chapters of a journey with their history: the one place where chapters change.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use super::Chapter;
use crate::history::{History, Reversible, Step, Steps};
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

impl Reversible for ChapterChange {
    type Of = Vec<Chapter>;

    fn apply(&self, chapters: &mut Vec<Chapter>) {
        let at = (self.at as usize).min(chapters.len());
        let replaced = at..(at + usize::from(self.before.is_some())).min(chapters.len());
        chapters.splice(replaced, self.after.clone());
    }

    fn inverse(&self) -> ChapterChange {
        ChapterChange { at: self.at, before: self.after.clone(), after: self.before.clone() }
    }

    fn go_on(&mut self, later: &ChapterChange) {
        self.after.clone_from(&later.after);
    }
}

/// The list has no such place; somebody else has changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no chapter {0}")]
pub struct NoChapter(pub u32);

/// The chapters and the steps that made them.
#[derive(Debug, Clone)]
pub struct ChaptersDocument {
    chapters: Vec<Chapter>,
    steps: Steps<ChapterChange>,
}

impl ChaptersDocument {
    /// Every gesture of typing has a name of its own, so it may go on after the steps were read again.
    pub fn with_history(chapters: Vec<Chapter>, mut steps: Steps<ChapterChange>) -> ChaptersDocument {
        steps.reopen();
        ChaptersDocument { chapters, steps }
    }

    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    pub fn steps(&self) -> &Steps<ChapterChange> {
        &self.steps
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
        Ok(self.steps.add(Step { name: Sentence::new(name), changes: vec![change], typing }))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> ChapterHistory {
        self.steps.undo(&mut self.chapters).map_or(History::Unchanged, |_| History::Undone)
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self) -> ChapterHistory {
        self.steps.redo(&mut self.chapters).map_or(History::Unchanged, |_| History::Redone)
    }
}
