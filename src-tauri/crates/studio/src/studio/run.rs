//! What the window hears of a run.

use serde::Serialize;
use serde_json::value::RawValue;
use ts_rs::TS;

use crate::{Failure, store};

/// What becomes of a run, in order; the last one is `finished`, `cancelled` or `failed`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum RunEvent {
    Started {
        run: String,
    },
    Progress {
        #[ts(type = "number")]
        done: u64,
        #[ts(type = "number")]
        of: u64,
        /// How long it will still take, by what it took so far.
        seconds: f64,
    },
    Finished {
        view: RunView,
    },
    Cancelled,
    Failed {
        failure: Failure,
    },
}

/// A finished run with its report.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RunView {
    pub run: String,
    pub journey: String,
    /// The revision of the journey that was run.
    #[ts(type = "number")]
    pub revision: u64,
    /// The scenario's name.
    pub scenario: String,
    /// How long it took.
    pub seconds: f64,
    /// When it was finished, ISO 8601.
    pub at: String,
    /// As it is stored: shown without being read.
    #[ts(as = "design::report::Report")]
    pub report: Box<RawValue>,
}

/// The answer to asking for a run: by what it can be cancelled.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RunStarted {
    pub run: String,
}

impl TryFrom<store::runs::Run> for RunView {
    type Error = Failure;

    fn try_from(run: store::runs::Run) -> Result<Self, Failure> {
        let store::runs::Run { id, journey, revision, scenario, seconds, at, report } = run;
        let report = RawValue::from_string(report).map_err(|error| {
            Failure::new(
                "document-damaged",
                format!("The stored report cannot be read ({error}); simulate again."),
            )
        })?;
        Ok(RunView { run: id, journey, revision, scenario, seconds, at, report })
    }
}
