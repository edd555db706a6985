//! What a journey does, at once: each edit is run on a fixed sample of accounts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use design::Id;
use design::journey::Journey;
use design::live::{LiveNumbers, LiveView};
use design::problem::Severity;
use design::scenario::Scenario;
use design::tables::Tables;
use design::update::Update;
use design::workspace::Workspace;

use super::running::broken;
use super::{Open, Studio};
use crate::Failure;
use crate::runs::{Job, live};

/// How many accounts the sample holds.
const SAMPLE: usize = 1_000;

/// What stays between two calls: the sample of the tables, the run under way, and what journeys did at first.
#[derive(Default)]
pub(super) struct Live {
    sample: Mutex<Option<Sample>>,
    newest: Mutex<Arc<AtomicBool>>,
    /// The journey that was asked for since the last run ahead.
    looked_at: Mutex<Option<Id>>,
    ahead: Mutex<Option<(Arc<Subject>, Numbers)>>,
    before: Mutex<HashMap<Id, Before>>,
}

/// What is run.
struct Subject {
    revision: u64,
    journey: Journey,
    workspace: Arc<Workspace>,
    scenario: Arc<Scenario>,
    whole: Arc<Tables>,
}

/// What a run on a thread of its own comes to; none if it was stopped.
type Numbers = Receiver<Result<Option<LiveNumbers>, Failure>>;

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
        let (revision, document) = self.checked(journey)?;
        let (workspace, scenario, whole) = self.surroundings()?;
        let part = self.live.sample(&whole);
        let subject = Subject {
            revision,
            journey: document,
            workspace,
            scenario: Arc::clone(&scenario),
            whole: Arc::clone(&whole),
        };
        *lock(&self.live.looked_at) = Some(journey.clone());
        let numbers = self.live.taken(&subject).unwrap_or_else(|| self.live.begin(Arc::new(subject)));
        let Some(numbers) = numbers.recv().map_err(|_| broken())?? else { return Ok(None) };
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

    /// The accounts that Live runs.
    pub(super) fn sample_of(&self, whole: &Arc<Tables>) -> Arc<Tables> {
        self.live.sample(whole)
    }

    /// Begins the run of a journey that was just changed, before the window asks for it: the window is busy with drawing
    /// the edit meanwhile. Only if the window asked since the last time; numbers that nobody took are for nobody.
    pub(super) fn run_ahead(&self, open: &Open, journey: &Id, update: &Update) {
        let looked_at = lock(&self.live.looked_at).take_if(|looked_at| looked_at == journey);
        let blocked = update.problems.iter().any(|problem| problem.severity == Severity::Error);
        let wanted = open.documents.get(journey).filter(|_| looked_at.is_some() && !blocked);
        let (Some(document), Some(tables)) = (wanted, open.tables_so_far()) else { return };
        let subject = Arc::new(Subject {
            revision: document.revision(),
            journey: document.journey().clone(),
            workspace: Arc::clone(&open.workspace),
            scenario: Arc::clone(&open.scenario),
            whole: tables,
        });
        let numbers = self.live.begin(Arc::clone(&subject));
        *lock(&self.live.ahead) = Some((subject, numbers));
    }
}

impl Live {
    /// Runs in the background, and ends what runs so far.
    fn begin(&self, subject: Arc<Subject>) -> Numbers {
        let stop = Arc::new(AtomicBool::new(false));
        std::mem::replace(&mut *lock(&self.newest), Arc::clone(&stop)).store(true, Ordering::Relaxed);
        let part = self.sample(&subject.whole);
        let (sender, numbers) = channel();
        thread::spawn(move || {
            let Subject { journey, workspace, scenario, .. } = &*subject;
            let job = Job { journey, workspace, tables: &part, scenario, threads: None };
            // Nobody listens where a later edit has come meanwhile.
            let _ = sender.send(live(&job, &stop));
        });
        numbers
    }

    /// The run ahead, if it is of this.
    fn taken(&self, subject: &Subject) -> Option<Numbers> {
        lock(&self.ahead).take().filter(|(ahead, _)| ahead.is(subject)).map(|(_, numbers)| numbers)
    }

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

impl Subject {
    fn is(&self, other: &Subject) -> bool {
        self.journey.id == other.journey.id
            && self.revision == other.revision
            && Arc::ptr_eq(&self.workspace, &other.workspace)
            && Arc::ptr_eq(&self.scenario, &other.scenario)
            && Arc::ptr_eq(&self.whole, &other.whole)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
