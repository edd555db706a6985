//! How far an import is, told to those who wait, and whether they still want it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::Failure;

/// Shared by the thread that imports and those that ask. Lengths are bytes of the files.
#[derive(Debug, Default)]
pub struct Watch {
    of: AtomicU64,
    before: AtomicU64,
    inside: AtomicU64,
    stop: AtomicBool,
}

impl Watch {
    /// Asks the import to end; it does at its next row and leaves nothing behind.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// How much is read, and of how much.
    pub fn progress(&self) -> (u64, u64) {
        let read = self.before.load(Ordering::Relaxed) + self.inside.load(Ordering::Relaxed);
        let of = self.of.load(Ordering::Relaxed);
        (read.min(of), of)
    }

    pub(crate) fn expect(&self, bytes: u64) {
        self.of.fetch_add(bytes, Ordering::Relaxed);
    }

    /// The present file is over.
    pub(super) fn passed(&self, bytes: u64) {
        self.before.fetch_add(bytes, Ordering::Relaxed);
        self.inside.store(0, Ordering::Relaxed);
    }

    /// So far the present file is read.
    pub(crate) fn at(&self, bytes: u64) -> Result<(), Failure> {
        self.inside.store(bytes, Ordering::Relaxed);
        self.check()
    }

    /// Fails with the code `cancelled` once somebody asked for the end.
    pub fn check(&self) -> Result<(), Failure> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Failure::new(
                "cancelled",
                "The import was cancelled; everything is as it was before.",
            ));
        }
        Ok(())
    }
}
