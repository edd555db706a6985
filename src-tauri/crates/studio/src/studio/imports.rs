//! Bringing one's own records: a look at the files first, then all of them in one transaction, or nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use design::tables::Tables;
use rusqlite::Transaction;
use serde::Serialize;
use ts_rs::TS;

use super::Studio;
use super::records::Records;
use crate::import::{self, FileClass, FilePreview, Given, ImportSummary, Target, Watch};
use crate::{Failure, store};

/// The import that is under way, if there is one.
#[derive(Default)]
pub(super) struct Importing(Mutex<Option<(Arc<Watch>, Instant)>>);

/// How far the import is.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ImportProgress {
    /// 0 to 1, of what is read; at 1 the records are being written.
    pub share: f64,
    /// How long the reading will still take, by what it took so far; null while nothing can be said.
    pub seconds: Option<f64>,
}

impl Studio {
    /// What the files hold, and what each column would be taken for.
    /// A file of which nothing is said is taken as one with the same headers was taken before.
    pub fn preview_import(&self, files: &[Given]) -> Result<Vec<FilePreview>, Failure> {
        files.iter().map(|given| self.preview(given)).collect()
    }

    fn preview(&self, given: &Given) -> Result<FilePreview, Failure> {
        if given.class.is_some() || given.attributes.is_some() {
            return import::preview(given);
        }
        let headers = import::headers(&given.path)?;
        let found = store::mappings::find(self.lock().store.read(), &headers)?;
        let class = found.as_ref().and_then(|found| FileClass::named(&found.class));
        let Some((found, class)) = found.zip(class) else { return import::preview(given) };
        let as_before = Given { class: Some(class), attributes: Some(found.attributes), ..given.clone() };
        Ok(FilePreview { remembered: true, ..import::preview(&as_before)? })
    }

    /// How the files are taken, for the next ones with the same headers.
    fn mappings(files: &[Given]) -> Result<Vec<(Vec<String>, store::mappings::Mapping)>, Failure> {
        let mut mappings = Vec::new();
        for given in files {
            if let (Some(class), Some(attributes)) = (given.class, given.attributes.clone()) {
                let mapping = store::mappings::Mapping { class: class.word().to_owned(), attributes };
                mappings.push((import::headers(&given.path)?, mapping));
            }
        }
        Ok(mappings)
    }

    /// What the columns of a file of a class may be taken for.
    pub fn import_targets(&self, class: FileClass) -> Vec<Target> {
        import::targets(class)
    }

    /// Takes the files. The window goes on meanwhile; only one import at a time.
    pub fn import_files(&self, files: &[Given]) -> Result<ImportSummary, Failure> {
        self.watched(|watch| self.import_watched(files, watch))
    }

    /// Does long work on the tables under the one watch that there is; what asks for progress hears of it.
    pub(super) fn watched<T>(
        &self,
        work: impl FnOnce(&Arc<Watch>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let watch = self.importing.begin()?;
        let done = work(&watch);
        *self.importing.lock() = None;
        done
    }

    fn import_watched(&self, files: &[Given], watch: &Arc<Watch>) -> Result<ImportSummary, Failure> {
        let before = self.tables()?;
        let mappings = Studio::mappings(files)?;
        let (tables, summary) = import::into(&before, files, watch)?;
        self.replace_tables(&before, tables, watch, |transaction| {
            mappings
                .iter()
                .try_for_each(|(headers, mapping)| store::mappings::put(transaction, headers, mapping))
        })?;
        Ok(summary)
    }

    /// Puts other tables in the place of those that were there, in one transaction; `besides` belongs to it.
    pub(super) fn replace_tables(
        &self,
        before: &Arc<Tables>,
        tables: Tables,
        watch: &Arc<Watch>,
        besides: impl FnOnce(&Transaction<'_>) -> Result<(), store::StoreError>,
    ) -> Result<(), Failure> {
        // A connection of its own, so that reading goes on beside the writing.
        let mut connection = self.lock().store.another()?;
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate);
        let transaction = transaction.map_err(store::StoreError::from)?;
        let places = store::data::replace(&transaction, &tables)?;
        besides(&transaction)?;
        // Until here the import leaves nothing behind; from here on it is done.
        watch.check()?;
        let mut open = self.lock();
        if !Arc::ptr_eq(open.tables()?, before) {
            let message =
                "The records were changed elsewhere during the import, so nothing was taken; import again.";
            return Err(Failure::new("import-overtaken", message));
        }
        transaction.commit().map_err(store::StoreError::from)?;
        open.records = Records::There { tables: Arc::new(tables), places };
        open.steps = None;
        Ok(())
    }

    /// None where nothing is being imported.
    pub fn import_progress(&self) -> Option<ImportProgress> {
        let importing = self.importing.lock();
        let (watch, begun) = importing.as_ref()?;
        let (read, of) = watch.progress();
        let share = if of == 0 { 0.0 } else { read as f64 / of as f64 };
        let seconds = (share > 0.0).then(|| begun.elapsed().as_secs_f64() * (1.0 - share) / share);
        Some(ImportProgress { share, seconds })
    }

    /// Ends the import under way; one that is over already is left alone.
    pub fn cancel_import(&self) {
        if let Some((watch, _)) = &*self.importing.lock() {
            watch.stop();
        }
    }
}

impl Importing {
    fn begin(&self) -> Result<Arc<Watch>, Failure> {
        let mut importing = self.lock();
        if importing.is_some() {
            let message = "Another import is under way; wait for its end, or cancel it.";
            return Err(Failure::new("import-under-way", message));
        }
        let watch = Arc::new(Watch::default());
        *importing = Some((Arc::clone(&watch), Instant::now()));
        Ok(watch)
    }

    fn lock(&self) -> MutexGuard<'_, Option<(Arc<Watch>, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
