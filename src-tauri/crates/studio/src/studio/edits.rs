//! Opening and editing journeys: what the window sends goes to the document, what comes out goes to the disk first
//! and to the window then.

use design::Id;
use design::document::{Context, Document, EditError, HistoryChange, Outcome};
use design::history::Steps;
use design::intent::Intent;
use design::update::Update;
use jiff::Timestamp;

use super::journeys::unknown;
use super::{Open, Studio};
use crate::store::{self, StoreError};
use crate::{Failure, commands};

impl Studio {
    /// The whole journey, which is from now on the one that was open last.
    pub fn open_journey(&self, journey: &Id) -> Result<Update, Failure> {
        // Nobody watches what is only being opened, whatever a page did that is gone.
        self.end_live();
        let now = (self.around.now)();
        let mut open = self.lock();
        let update = open.with(journey, now, |document, context| document.whole(context))?;
        open.store.write(|transaction| store::preferences::set(transaction, "journey", journey.as_str()))?;
        Ok(update)
    }

    pub fn edit(&self, journey: &Id, intent: Intent) -> Result<Update, Failure> {
        self.lock().keep_before_edit(self, journey, (self.around.now)())?;
        self.change(journey, |document, context| {
            document.edit(intent, &mut || (self.around.fresh)(), context).map(Some)
        })
    }

    /// Answers with the whole journey where there is nothing to undo.
    pub fn undo(&self, journey: &Id) -> Result<Update, Failure> {
        self.change(journey, |document, context| Ok(document.undo(context)))
    }

    /// Answers with the whole journey where there is nothing to redo.
    pub fn redo(&self, journey: &Id) -> Result<Update, Failure> {
        self.change(journey, |document, context| Ok(document.redo(context)))
    }

    pub(super) fn change(
        &self,
        journey: &Id,
        change: impl FnOnce(&mut Document, &Context<'_>) -> Result<Option<Outcome>, EditError>,
    ) -> Result<Update, Failure> {
        let now = (self.around.now)();
        let mut open = self.lock();
        let outcome = open.with(journey, now, change)?.map_err(refused)?;
        let Some(mut outcome) = outcome else {
            return open.with(journey, now, |document, context| document.whole(context));
        };
        let ahead = self.run_ahead(&open, journey, &outcome.update);
        open.save(journey, &outcome.history, &self.around.instant()).inspect_err(|_| {
            // What is not on the disk must not stay in memory either.
            open.documents.remove(journey);
        })?;
        drop(open);
        outcome.update.live = ahead.and_then(|ahead| self.arrived(ahead));
        Ok(outcome.update)
    }
}

impl Open {
    /// The journey with its history, from memory or from the disk.
    pub(super) fn document(&mut self, journey: &Id) -> Result<&mut Document, Failure> {
        if !self.documents.contains_key(journey) {
            let document = self.load(journey)?;
            self.documents.insert(journey.clone(), document);
        }
        self.documents.get_mut(journey).ok_or_else(|| unknown(journey))
    }

    /// Does something with a journey in the light of the workspace.
    pub(super) fn with<T>(
        &mut self,
        journey: &Id,
        now: Timestamp,
        act: impl FnOnce(&mut Document, &Context<'_>) -> T,
    ) -> Result<T, Failure> {
        let journeys = self.named()?;
        let zone = self.scenario.time_zone.get().cloned().unwrap_or_default();
        let today = now.to_zoned_datetime(zone.get()).date();
        let (workspace, tables) = (self.workspace.clone(), self.tables_so_far());
        let context = Context { workspace: &workspace, journeys: &journeys, today, tables: tables.as_ref() };
        Ok(act(self.document(journey)?, &context))
    }

    fn load(&self, journey: &Id) -> Result<Document, Failure> {
        let connection = self.store.read();
        let stored = store::journeys::load(connection, journey.as_str())?.ok_or_else(|| unknown(journey))?;
        let steps = store::steps::load(connection, journey.as_str())?
            .iter()
            .map(|step| serde_json::from_str(step).map_err(|error| unreadable(journey, &error)))
            .collect::<Result<_, _>>()?;
        let steps = Steps::stored(steps, stored.done);
        let mut document = Document::with_history(stored.journey, stored.revision, steps);
        document.set_status(stored.status);
        Ok(document)
    }

    /// The journey, its history and its revision in one transaction.
    fn save(&mut self, journey: &Id, history: &HistoryChange, now: &str) -> Result<(), Failure> {
        let step = match history {
            HistoryChange::Added(step) | HistoryChange::Merged(step) => Some(commands::json(step)?),
            HistoryChange::Undone | HistoryChange::Redone => None,
            HistoryChange::Unchanged => return Ok(()),
        };
        let id = journey.as_str();
        let document = self.documents.get(journey).ok_or_else(|| unknown(journey))?;
        self.store.write(|transaction| {
            let done = store::journeys::done(transaction, id)?;
            let done = match history {
                HistoryChange::Added(_) | HistoryChange::Redone => done + 1,
                HistoryChange::Undone => done.saturating_sub(1),
                HistoryChange::Merged(_) | HistoryChange::Unchanged => done,
            };
            if let Some(step) = step {
                store::steps::put(transaction, id, done, &step)?;
            }
            store::journeys::save(transaction, document.journey(), document.revision(), done, now)?;
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }
}

/// The window has its own sentences by these codes.
pub(super) fn refused(error: EditError) -> Failure {
    let code = match error {
        EditError::UnknownNode(_) => "unknown-node",
        EditError::UnknownExit { .. } => "unknown-exit",
        EditError::UnknownKind(_) => "unknown-kind",
        EditError::UnknownAction(_) => "unknown-action",
        EditError::NotHere { .. } => "not-in-this-journey",
        EditError::SecondStart => "second-start",
        EditError::Start => "start-stays",
        EditError::IntoStart => "into-start",
        EditError::Cycle => "cycle",
        EditError::OtherKind(_) => "other-kind",
        EditError::Nameless => "name-missing",
        EditError::NoPlace(_) => "no-place",
        EditError::StartStays => "start-fixed",
        EditError::MergeStays => "merge-fixed",
        EditError::AlwaysOn => "always-on",
        EditError::NoOpenExit(_) => "no-open-exit",
        EditError::Fragment(_) => "bad-fragment",
        EditError::NothingCopied => "nothing-copied",
        EditError::CopyNotHere { .. } => "copy-not-in-this-journey",
        EditError::Mended => "mended",
        EditError::Frozen => "frozen",
    };
    Failure::new(code, error.to_string())
}

fn unreadable(journey: &Id, error: &serde_json::Error) -> Failure {
    Failure::new(
        "document-damaged",
        format!(
            "The history of the journey {journey} cannot be read ({error}); put a copy of the workspace back."
        ),
    )
}
