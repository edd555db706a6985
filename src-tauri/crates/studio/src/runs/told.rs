//! Long work on threads of its own, that tells how far it is.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use super::Teller;
use crate::Failure;

/// How far a run is, in accounts of all replications.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    pub done: u64,
    pub of: u64,
}

/// More threads are slower to start than they could ever make up for.
const MOST_THREADS: usize = 256;
/// How often progress is told.
const TICK: Duration = Duration::from_millis(50);

/// Does the work on so many threads, and tells meanwhile how much of it is done, of so many accounts in all. Work that
/// gives None was stopped.
pub(super) fn told<T: Send>(
    threads: Option<usize>,
    of: u64,
    progress: Teller<'_>,
    work: impl FnOnce(&AtomicU64) -> Result<Option<T>, Failure> + Send,
) -> Result<T, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0).min(MOST_THREADS))
        .build()
        .map_err(|error| Failure::new("no-threads", format!("No threads could be started: {error}.")))?;
    let done = AtomicU64::new(0);
    let finished = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let teller = scope.spawn(|| {
            while !finished.load(Ordering::Acquire) {
                progress(Progress { done: done.load(Ordering::Relaxed), of });
                std::thread::park_timeout(TICK);
            }
        });
        let result = pool.install(|| work(&done));
        finished.store(true, Ordering::Release);
        // Nobody waits for a tick that no longer tells anything.
        teller.thread().unpark();
        result?.ok_or_else(|| Failure::new("cancelled", "The run was cancelled; nothing was kept of it."))
    })
}
