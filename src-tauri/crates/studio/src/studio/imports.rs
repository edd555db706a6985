//! Bringing one's own records: a look at the files first, then all of them in one transaction, or nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use serde::Serialize;
use ts_rs::TS;

use super::Studio;
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
    pub fn preview_import(&self, files: &[Given]) -> Result<Vec<FilePreview>, Failure> {
        files.iter().map(import::preview).collect()
    }

    /// What the columns of a file of a class may be taken for.
    pub fn import_targets(&self, class: FileClass) -> Vec<Target> {
        import::targets(class)
    }

    /// Takes the files. The window goes on meanwhile; only one import at a time.
    pub fn import_files(&self, files: &[Given]) -> Result<ImportSummary, Failure> {
        let watch = self.importing.begin()?;
        let done = self.import_watched(files, &watch);
        *self.importing.lock() = None;
        done
    }

    fn import_watched(&self, files: &[Given], watch: &Arc<Watch>) -> Result<ImportSummary, Failure> {
        let before = Arc::clone(&self.lock().tables);
        let (tables, summary) = import::into(&before, files, watch)?;
        // A connection of its own, so that reading goes on beside the writing.
        let mut connection = self.lock().store.another()?;
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate);
        let transaction = transaction.map_err(store::StoreError::from)?;
        store::data::replace(&transaction, &tables)?;
        // Until here the import leaves nothing behind; from here on it is done.
        watch.check()?;
        let mut open = self.lock();
        if !Arc::ptr_eq(&open.tables, &before) {
            let message =
                "The records were changed elsewhere during the import, so nothing was taken; import again.";
            return Err(Failure::new("import-overtaken", message));
        }
        transaction.commit().map_err(store::StoreError::from)?;
        open.tables = Arc::new(tables);
        Ok(summary)
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
