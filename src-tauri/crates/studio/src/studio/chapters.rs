//! The chapters of journeys. They lie beside the journey, whose document has no key for them, and have a history of
//! their own.

use design::Id;
use design::formats::native;
use design::history::Steps;
use design::show::{Chapter, ChapterHistory, ChapterIntent, ChapterStep, Chapters, ChaptersDocument};
use design::update::Sentence;
use serde::Serialize;
use ts_rs::TS;

use super::journeys::unknown;
use super::{Open, Studio};
use crate::store::{self, StoreError};
use crate::{Failure, commands};

/// The chapters of a journey as the window edits them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChaptersView {
    pub chapters: Vec<Chapter>,
    /// What undo would take back.
    pub undo: Option<Sentence>,
    /// What redo would do again.
    pub redo: Option<Sentence>,
}

/// The five minutes that come with the sample journey.
const SAMPLE: &str = include_str!("../../../../../assets/samples/seeds-buying-group/chapters.json");
const SAMPLE_OF: &str = "seeds-committee";

impl Studio {
    /// None yet: an empty list. The sample journey comes with some.
    pub fn chapters(&self, journey: &Id) -> Result<ChaptersView, Failure> {
        Ok(view(&self.lock().chapters(journey)?))
    }

    /// One gesture, on the disk before it is answered.
    pub fn edit_chapters(&self, journey: &Id, intent: ChapterIntent) -> Result<ChaptersView, Failure> {
        self.lock().change_chapters(journey, |document| {
            document.edit(intent).map_err(|error| {
                let message = format!("{error}; open the presentation again.");
                Failure::new("unknown-chapter", message).with("at", error.0.to_string())
            })
        })
    }

    /// Answers with the chapters as they are where there is nothing to undo.
    pub fn undo_chapters(&self, journey: &Id) -> Result<ChaptersView, Failure> {
        self.lock().change_chapters(journey, |document| Ok(document.undo()))
    }

    /// Answers with the chapters as they are where there is nothing to redo.
    pub fn redo_chapters(&self, journey: &Id) -> Result<ChaptersView, Failure> {
        self.lock().change_chapters(journey, |document| Ok(document.redo()))
    }
}

impl Open {
    pub(super) fn chapters(&self, journey: &Id) -> Result<ChaptersDocument, Failure> {
        let text = store::preferences::get(self.store.read(), &name(journey))?;
        let text = text.or_else(|| (journey.as_str() == SAMPLE_OF).then(|| SAMPLE.to_owned()));
        let chapters: Option<Chapters> =
            text.map(|text| native::read(&text)).transpose().map_err(|error| {
                Failure::new(
                    "document-damaged",
                    format!("The stored chapters cannot be read ({error}); write them anew."),
                )
            })?;
        let (steps, done) = store::chapter_steps::load(self.store.read(), journey.as_str())?
            .ok_or_else(|| unknown(journey))?;
        let steps = steps.iter().map(|text| serde_json::from_str(text));
        // What an older program cannot read is not taken back; the chapters are as they are.
        let steps: Vec<ChapterStep> = steps.collect::<Result<_, _>>().unwrap_or_default();
        Ok(ChaptersDocument::with_history(chapters.unwrap_or_default().chapters, Steps::stored(steps, done)))
    }

    fn change_chapters(
        &mut self,
        journey: &Id,
        change: impl FnOnce(&mut ChaptersDocument) -> Result<ChapterHistory, Failure>,
    ) -> Result<ChaptersView, Failure> {
        let mut document = self.chapters(journey)?;
        let step = match change(&mut document)? {
            ChapterHistory::Added(step) | ChapterHistory::Merged(step) => Some(commands::json(&step)?),
            ChapterHistory::Undone | ChapterHistory::Redone => None,
            ChapterHistory::Unchanged => return Ok(view(&document)),
        };
        let text = native::write(&Chapters { chapters: document.chapters().to_vec() });
        let (id, done) = (journey.as_str(), document.steps().in_force());
        self.store.write(|transaction| {
            if let Some(step) = step {
                store::chapter_steps::put(transaction, id, done, &step)?;
            }
            store::chapter_steps::set_done(transaction, id, done)?;
            store::preferences::set(transaction, &name(journey), &text)?;
            Ok::<_, StoreError>(())
        })?;
        Ok(view(&document))
    }
}

fn view(document: &ChaptersDocument) -> ChaptersView {
    ChaptersView {
        chapters: document.chapters().to_vec(),
        undo: document.steps().undo_name().cloned(),
        redo: document.steps().redo_name().cloned(),
    }
}

/// What the chapters of a journey are stored by.
fn name(journey: &Id) -> String {
    format!("chapters {journey}")
}
