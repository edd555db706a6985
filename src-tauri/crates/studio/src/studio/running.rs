//! Runs: each on a thread of its own, telling how far it is, stopped within a tenth of a second; its result belongs
//! to the revision that was run.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use design::Id;
use design::check::errors;
use design::formats::native;
use design::journey::Journey;

use super::Studio;
use super::run::{RunEvent, RunStarted, RunView};
use super::versions::Reason;
use crate::runs::{Job, Progress, simulate};
use crate::{Failure, commands, store};

/// Who is told what becomes of a run; called from the run's thread.
pub type Listener = Arc<dyn Fn(RunEvent) + Send + Sync>;

/// The runs under way.
#[derive(Default)]
pub(super) struct Running(Mutex<HashMap<String, Run>>);

struct Run {
    journey: Id,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Studio {
    /// Starts a run of a journey as it stands now. A journey with errors is refused.
    pub fn simulate(self: &Arc<Self>, journey: &Id, on: Listener) -> Result<RunStarted, Failure> {
        let (revision, journey) = self.checked(journey)?;
        let version = self.lock().keep(self, &journey.id, Reason::Simulated, None)?;
        let id = journey.id.clone();
        self.at_work(id, on, move |studio, run, stopped, on| {
            let view = studio.run(run, (revision, version), &journey, stopped, on)?;
            Ok(RunEvent::Finished { view })
        })
    }

    /// Does long work for a journey on a thread of its own, that tells its end.
    pub(super) fn at_work(
        self: &Arc<Self>,
        id: Id,
        on: Listener,
        work: impl FnOnce(&Studio, &str, &AtomicBool, &Listener) -> Result<RunEvent, Failure> + Send + 'static,
    ) -> Result<RunStarted, Failure> {
        let run = (self.around.fresh)().to_string();
        let stop = Arc::new(AtomicBool::new(false));
        let started = RunStarted { run: run.clone() };
        let mut running = self.running.lock();
        let studio = Arc::clone(self);
        let stopped = Arc::clone(&stop);
        let thread = thread::Builder::new()
            .name("run".into())
            .spawn(move || {
                on(RunEvent::Started { run: run.clone() });
                let result = catch_unwind(AssertUnwindSafe(|| work(&studio, &run, &stopped, &on)));
                let end = match result.unwrap_or_else(|_| Err(broken())) {
                    Ok(end) => end,
                    Err(failure) if failure.code == "cancelled" => RunEvent::Cancelled,
                    Err(failure) => RunEvent::Failed { failure },
                };
                studio.running.lock().remove(&run);
                on(end);
            })
            .map_err(|error| {
                Failure::new(
                    "no-thread",
                    format!("The run could not be started ({error}); close other programs and try again."),
                )
            })?;
        running.insert(started.run.clone(), Run { journey: id, stop, thread: Some(thread) });
        Ok(started)
    }

    /// A journey as it stands, with its revision. One with errors is refused.
    pub(super) fn checked(&self, journey: &Id) -> Result<(u64, Journey), Failure> {
        let now = (self.around.now)();
        self.lock().with(journey, now, |document, context| match document.errors(context).len() {
            0 => Ok((document.revision(), document.journey().clone())),
            errors => Err(blocked(errors)),
        })?
    }

    /// A state of a journey. One with errors is refused.
    pub(super) fn without_errors(&self, journey: Journey) -> Result<Journey, Failure> {
        let now = (self.around.now)();
        let id = journey.id.clone();
        match self.lock().with(&id, now, |_, context| errors(&journey, context))?.len() {
            0 => Ok(journey),
            errors => Err(blocked(errors)),
        }
    }

    /// Stops a run; one that is over already is left alone.
    pub fn cancel(&self, run: &str) {
        if let Some(run) = self.running.lock().get(run) {
            run.stop.store(true, Ordering::Relaxed);
        }
    }

    /// The run of a journey that was finished last.
    pub fn last_run(&self, journey: &Id) -> Result<Option<RunView>, Failure> {
        store::runs::last(self.lock().store.read(), journey.as_str())?.map(RunView::try_from).transpose()
    }

    fn run(
        &self,
        run: &str,
        (revision, version): (u64, String),
        journey: &Journey,
        stop: &AtomicBool,
        on: &Listener,
    ) -> Result<RunView, Failure> {
        let (workspace, tables, scenario) = {
            let open = self.with_records()?;
            (Arc::clone(&open.workspace), Arc::clone(open.tables()?), Arc::clone(&open.scenario))
        };
        let job = Job { journey, workspace: &workspace, tables: &tables, scenario: &scenario, threads: None };
        let begun = Instant::now();
        let report = simulate(&job, &teller(on), stop)?;
        let run = store::runs::Run {
            id: run.to_owned(),
            journey: journey.id.to_string(),
            revision,
            scenario: scenario.name.text().to_owned(),
            seconds: begun.elapsed().as_secs_f64(),
            at: self.around.instant(),
            report: commands::json(&report)?,
            version: Some(version),
            assumed: Some(native::write(&*scenario)),
            digest: Some(journey.digest()),
        };
        let stored = self.lock().store.write(|transaction| store::runs::add(transaction, &run))?;
        if stored {
            RunView::try_from(run)
        } else {
            Err(Failure::new("cancelled", "The journey was deleted."))
        }
    }
}

/// Tells how far work is, from now on.
pub(super) fn teller(on: &Listener) -> impl Fn(Progress) + Sync + '_ {
    let begun = Instant::now();
    move |Progress { done, of }| {
        // Nothing can be said of the time before something is done.
        if done > 0 {
            let seconds = begun.elapsed().as_secs_f64() * of.saturating_sub(done) as f64 / done as f64;
            on(RunEvent::Progress { done, of, seconds });
        }
    }
}

impl Running {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Run>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the runs of a journey without waiting.
    pub(super) fn stop(&self, journey: &Id) {
        for run in self.lock().values().filter(|run| run.journey == *journey) {
            run.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Stops all runs and waits until they are over.
    pub(super) fn stop_all(&self) {
        let runs: Vec<Run> = self.lock().drain().map(|(_, run)| run).collect();
        for run in &runs {
            run.stop.store(true, Ordering::Relaxed);
        }
        for thread in runs.into_iter().filter_map(|run| run.thread) {
            // A run that panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}

fn blocked(errors: usize) -> Failure {
    let message = match errors {
        1 => "One problem keeps the journey from running; Check shows it.".to_owned(),
        _ => format!("{errors} problems keep the journey from running; Check lists them."),
    };
    Failure::new("problems", message).with("count", errors.to_string())
}

pub(super) fn broken() -> Failure {
    Failure::new("unexpected", "The run failed inside the program; your journey is as it was.")
}
