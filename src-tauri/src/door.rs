//! The open workspace, or the reason why it could not be opened, for all commands.

use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

use jiff::Timestamp;
use serde_json::Value;
use studio::{Failure, Id, Listener, PATIENCE, Surroundings, Workplace};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{InvokeBody, InvokeResponseBody, Request, Response};

use crate::desktop;

/// What a command answers: JSON text of the studio's, handed on as it is.
pub(crate) type Answer = Result<Response, Failure>;

#[derive(Clone, Default)]
pub(crate) struct Door(Arc<Inside>);

#[derive(Default)]
struct Inside {
    workplace: OnceLock<Result<Workplace, Failure>>,
    under_way: AtomicUsize,
}

impl Door {
    /// Opens the workspace while the window is being made; commands wait for it.
    pub(crate) fn open(&self, folder: PathBuf) {
        let door = self.clone();
        thread::spawn(move || {
            let opened = catch_unwind(|| Workplace::open(&folder, surroundings)).map_err(|_| broken());
            if let Some(failure) =
                opened.as_ref().map_or_else(|failure| Some(failure.clone()), |at| at.studio().err())
            {
                eprintln!("{failure}");
            }
            door.0.workplace.set(opened).is_ok()
        });
    }

    pub(crate) async fn call(&self, name: &'static str, request: Request<'_>) -> Answer {
        self.pass(name, request, Arc::new(|_| ())).await
    }

    /// A command on the threads for slow work. A call counts as under way until its answer is there.
    pub(crate) async fn pass(&self, name: &'static str, request: Request<'_>, on: Listener) -> Answer {
        let arguments = match request.body() {
            InvokeBody::Json(arguments) => arguments.clone(),
            InvokeBody::Raw(_) => Value::Null,
        };
        let door = self.clone();
        self.0.under_way.fetch_add(1, Ordering::SeqCst);
        let answer = spawn_blocking(move || {
            let workplace = door.0.workplace.wait().as_ref().map_err(Failure::clone)?;
            workplace.call(name, arguments, on)
        })
        .await;
        self.0.under_way.fetch_sub(1, Ordering::SeqCst);
        let text = answer.map_err(|error| Failure::new("unexpected", error.to_string()))??;
        Ok(Response::new(InvokeResponseBody::Json(text)))
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.0.under_way.load(Ordering::SeqCst) == 0
    }

    /// Stops runs and brings all into the one file. Nothing is lost where this does not happen.
    pub(crate) fn close(&self) {
        if let Some(Ok(workplace)) = self.0.workplace.get()
            && let Err(failure) = workplace.close()
        {
            eprintln!("{failure}");
        }
    }
}

fn surroundings() -> Surroundings {
    Surroundings {
        now: Box::new(Timestamp::now),
        fresh: Box::new(fresh),
        dark: Box::new(desktop::is_dark),
        patience: PATIENCE,
    }
}

/// Commands wait for an answer of some kind, so a panic has to become one.
fn broken() -> Failure {
    Failure::new("unexpected", "The workspace could not be opened; the program failed inside.")
}

/// Ids in the order of time; the format of uuids fits that of ids.
fn fresh() -> Id {
    loop {
        if let Some(id) = Id::new(uuid::Uuid::now_v7().to_string()) {
            return id;
        }
    }
}
