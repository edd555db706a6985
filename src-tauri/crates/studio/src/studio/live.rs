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
    /// The journey whose edits are run at once.
    watched: Mutex<Option<Id>>,
    ahead: Mutex<Option<Ahead>>,
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

/// A run that began with an edit.
pub(super) struct Ahead {
    subject: Arc<Subject>,
    numbers: Numbers,
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
    /// One replication of the journey as it stands, on a thousand accounts; from now on its edits answer with theirs. A
    /// later call ends an earlier one, which then answers with nothing. The difference is to what the journey did at the
    /// first call, or at the last one that asked to begin `anew`.
    pub fn live(&self, journey: &Id, anew: bool) -> Result<Option<LiveView>, Failure> {
        let (revision, document) = self.checked(journey)?;
        let (workspace, scenario, whole) = self.surroundings()?;
        let subject = Subject { revision, journey: document, workspace, scenario, whole };
        *lock(&self.live.watched) = Some(journey.clone());
        let Ahead { subject, numbers } =
            self.live.taken(&subject).unwrap_or_else(|| self.live.begin(Arc::new(subject)));
        let numbers = numbers.recv().map_err(|_| broken())??;
        Ok(numbers.map(|numbers| self.live.view(&subject, numbers, anew)))
    }

    /// Edits are answered without a run again.
    pub fn end_live(&self) {
        *lock(&self.live.watched) = None;
    }

    /// The accounts that Live runs.
    pub(super) fn sample_of(&self, whole: &Arc<Tables>) -> Arc<Tables> {
        self.live.sample(whole)
    }

    /// Begins the run of a watched journey that was just changed; it goes on while the change is saved.
    pub(super) fn run_ahead(&self, open: &Open, journey: &Id, update: &Update) -> Option<Ahead> {
        let watched = lock(&self.live.watched).as_ref() == Some(journey);
        let blocked = update.problems.iter().any(|problem| problem.severity == Severity::Error);
        let document = open.documents.get(journey).filter(|_| watched && !blocked)?;
        let subject = Subject {
            revision: document.revision(),
            journey: document.journey().clone(),
            workspace: Arc::clone(&open.workspace),
            scenario: Arc::clone(&open.scenario),
            whole: open.tables_so_far()?,
        };
        Some(self.live.begin(Arc::new(subject)))
    }

    /// What the run came to, if it ends soon; if not, the next call for it waits. Of a run that failed, that call tells.
    pub(super) fn arrived(&self, ahead: Ahead) -> Option<LiveView> {
        match ahead.numbers.recv_timeout(self.around.patience) {
            Ok(numbers) => numbers.ok()?.map(|numbers| self.live.view(&ahead.subject, numbers, false)),
            Err(_) => {
                *lock(&self.live.ahead) = Some(ahead);
                None
            }
        }
    }
}

impl Live {
    /// Runs in the background, and ends what runs so far.
    fn begin(&self, subject: Arc<Subject>) -> Ahead {
        let stop = Arc::new(AtomicBool::new(false));
        std::mem::replace(&mut *lock(&self.newest), Arc::clone(&stop)).store(true, Ordering::Relaxed);
        let part = self.sample(&subject.whole);
        let (sender, numbers) = channel();
        let ahead = Ahead { subject: Arc::clone(&subject), numbers };
        thread::spawn(move || {
            let Subject { journey, workspace, scenario, .. } = &*subject;
            let job = Job { journey, workspace, tables: &part, scenario, threads: None };
            // Nobody listens where a later edit has come meanwhile.
            let _ = sender.send(live(&job, &stop));
        });
        ahead
    }

    /// The run ahead, if it is of this.
    fn taken(&self, subject: &Subject) -> Option<Ahead> {
        lock(&self.ahead).take().filter(|ahead| ahead.subject.is(subject))
    }

    /// The numbers beside those before; without any, or `anew`, they are what later ones are set against.
    fn view(&self, subject: &Subject, numbers: LiveNumbers, anew: bool) -> LiveView {
        let Subject { revision, journey, scenario, whole, .. } = subject;
        let days = scenario.days();
        let mut before = lock(&self.before);
        before.retain(|of, kept| {
            *of != journey.id || !anew && kept.days == days && Arc::ptr_eq(&kept.whole, whole)
        });
        let before = before.entry(journey.id.clone()).or_insert_with(|| Before {
            days,
            whole: Arc::clone(whole),
            numbers: numbers.clone(),
        });
        LiveView {
            revision: *revision,
            accounts: self.sample(whole).accounts.rows() as u64,
            of: whole.accounts.rows() as u64,
            since: numbers.since(&before.numbers),
            numbers,
        }
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
