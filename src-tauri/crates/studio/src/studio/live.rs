//! What a journey does, at once: each edit is run on a fixed sample of accounts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use design::Id;
use design::live::{LiveNumbers, LiveView};
use design::tables::Tables;

use super::Studio;
use crate::Failure;
use crate::runs::{Job, live};

/// How many accounts the sample holds.
const SAMPLE: usize = 1_000;

/// What stays between two calls: the sample of the tables, the run under way, and what journeys did at first.
#[derive(Default)]
pub(super) struct Live {
    sample: Mutex<Option<Sample>>,
    newest: Mutex<Arc<AtomicBool>>,
    before: Mutex<HashMap<Id, Before>>,
}

struct Sample {
    whole: Arc<Tables>,
    part: Arc<Tables>,
}

/// What later edits are set against.
struct Before {
    /// Curves of another length can't be laid over each other.
    days: u32,
    whole: Arc<Tables>,
    numbers: LiveNumbers,
}

impl Studio {
    /// One replication of the journey as it stands, on a thousand accounts. A later call ends an earlier one, which then
    /// answers with nothing. The difference is to what the journey did at the first call, or at the last one that asked
    /// to begin `anew`.
    pub fn live(&self, journey: &Id, anew: bool) -> Result<Option<LiveView>, Failure> {
        let stop = Arc::new(AtomicBool::new(false));
        std::mem::replace(&mut *lock(&self.live.newest), Arc::clone(&stop)).store(true, Ordering::Relaxed);
        let (revision, document) = self.checked(journey)?;
        let (workspace, scenario, whole) = self.surroundings()?;
        let part = self.live.sample(&whole);
        let job = Job {
            journey: &document,
            workspace: &workspace,
            tables: &part,
            scenario: &scenario,
            threads: None,
        };
        let Some(numbers) = live(&job, &stop)? else { return Ok(None) };
        let mut before = lock(&self.live.before);
        let kept = before
            .get(journey)
            .filter(|kept| !anew && kept.days == scenario.days() && Arc::ptr_eq(&kept.whole, &whole));
        let since = kept.map(|kept| numbers.since(&kept.numbers));
        if since.is_none() {
            let numbers = numbers.clone();
            before.insert(
                journey.clone(),
                Before { days: scenario.days(), whole: Arc::clone(&whole), numbers },
            );
        }
        let accounts = part.accounts.rows() as u64;
        let since = since.unwrap_or_else(|| numbers.since(&numbers));
        Ok(Some(LiveView { revision, accounts, of: whole.accounts.rows() as u64, numbers, since }))
    }
}

impl Studio {
    /// The accounts that Live runs.
    pub(super) fn sample_of(&self, whole: &Arc<Tables>) -> Arc<Tables> {
        self.live.sample(whole)
    }
}

impl Live {
    /// The sample of the tables, made once.
    fn sample(&self, whole: &Arc<Tables>) -> Arc<Tables> {
        let mut kept = lock(&self.sample);
        if let Some(kept) = kept.as_ref().filter(|kept| Arc::ptr_eq(&kept.whole, whole)) {
            return Arc::clone(&kept.part);
        }
        let part = match whole.accounts.rows() {
            0..=SAMPLE => Arc::clone(whole),
            _ => Arc::new(whole.sample(SAMPLE)),
        };
        *kept = Some(Sample { whole: Arc::clone(whole), part: Arc::clone(&part) });
        part
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
