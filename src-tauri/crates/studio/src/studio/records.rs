//! The records of the open workspace. Where they are many, they are read beside the first pictures: what needs them
//! waits, and everything else goes on.

use std::sync::{Arc, Condvar, MutexGuard, PoisonError, Weak};

use design::tables::Tables;

use super::{Open, Studio};
use crate::Failure;
use crate::store::{self, RecordPlaces};

/// The records, as far as they are there.
pub(super) enum Records {
    Reading,
    There {
        tables: Arc<Tables>,
        places: RecordPlaces,
    },
    /// They could not be read; the workspace is no use until a copy of it is put back.
    Lost(Failure),
}

/// Tells those who wait that the records are there, or lost.
#[derive(Default)]
pub(super) struct Arrival(Condvar);

impl Records {
    pub(super) fn there((tables, places): (Tables, RecordPlaces)) -> Records {
        Records::There { tables: Arc::new(tables), places }
    }
}

impl Open {
    /// The records; a failure where they are not there yet. Whoever needs them waits for them by `with_records`.
    pub(super) fn tables(&self) -> Result<&Arc<Tables>, Failure> {
        match &self.records {
            Records::There { tables, .. } => Ok(tables),
            Records::Reading => {
                let message = "The records are still being read; try again in a moment.";
                Err(Failure::new("records-reading", message))
            }
            Records::Lost(failure) => Err(failure.clone()),
        }
    }

    /// The records where they are there already.
    pub(super) fn tables_so_far(&self) -> Option<Arc<Tables>> {
        self.tables().ok().cloned()
    }
}

impl Studio {
    /// The open workspace once its records are there.
    pub(super) fn with_records(&self) -> Result<MutexGuard<'_, Open>, Failure> {
        let mut open = self.lock();
        while matches!(open.records, Records::Reading) {
            open = self.arrival.0.wait(open).unwrap_or_else(PoisonError::into_inner);
        }
        open.tables()?;
        Ok(open)
    }

    /// The records, once they are there.
    pub(super) fn tables(&self) -> Result<Arc<Tables>, Failure> {
        Ok(Arc::clone(self.with_records()?.tables()?))
    }

    /// Waits until the whole workspace was read and found good.
    pub(crate) fn whole(&self) -> Result<(), Failure> {
        self.with_records().map(drop)
    }

    /// Why the records could not be read.
    pub(crate) fn lost(&self) -> Option<Failure> {
        match &self.lock().records {
            Records::Lost(failure) => Some(failure.clone()),
            Records::Reading | Records::There { .. } => None,
        }
    }

    /// Reads the records on a thread of their own.
    pub(super) fn read_records(self: &Arc<Studio>) -> Result<(), Failure> {
        let connection = self.lock().store.another()?;
        let (path, studio) = (self.lock().store.path().to_owned(), Arc::downgrade(self));
        std::thread::spawn(move || {
            let read = store::check_records(&connection, &path).and_then(|()| store::tables(&connection));
            let records = read.map_or_else(|error| Records::Lost(error.into()), Records::there);
            // A workspace that was closed meanwhile needs them no more.
            if let Some(studio) = Weak::upgrade(&studio) {
                studio.lock().records = records;
                studio.arrival.0.notify_all();
            }
        });
        Ok(())
    }
}
