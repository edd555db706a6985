//! What the window hears of a run.

use design::comparison::{Comparison, Verdict};
use design::search::Candidates;
use design::sensitivity::Sensitivity;
use serde::Serialize;
use serde_json::value::RawValue;
use ts_rs::TS;

use crate::{Failure, store};

/// What becomes of a run, in order; the last one is `finished`, `sensitivity`, `compared`, `candidates`,
/// `cancelled` or `failed`.
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
    /// What came of moving each assumption.
    Sensitivity {
        sensitivity: Sensitivity,
    },
    /// What differs between two journeys, and what can be said of it.
    Compared {
        comparison: Box<Comparison>,
        verdicts: Vec<Verdict>,
    },
    /// What came of looking for a better journey.
    Candidates {
        candidates: Box<Candidates>,
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
    /// The version of the journey that was run; None: of a program that did not keep it.
    pub version: Option<String>,
    /// The digest of the journey that was run; None: of a program that did not keep it.
    pub digest: Option<String>,
    /// As it is stored: shown without being read.
    #[ts(as = "design::report::Report")]
    pub report: Box<RawValue>,
}

/// A line in the list of a journey's runs.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunLine {
    pub run: String,
    #[ts(type = "number")]
    pub revision: u64,
    pub scenario: String,
    pub seconds: f64,
    /// When it was finished, ISO 8601.
    pub at: String,
    /// The version of the journey that was run; None: of a program that did not keep it.
    pub version: Option<String>,
    /// The digest of the journey that was run; None: of a program that did not keep it.
    pub digest: Option<String>,
    #[ts(type = "number")]
    pub seed: u64,
    pub replications: u32,
    #[ts(type = "number")]
    pub accounts: u64,
    #[ts(type = "number")]
    pub people_at_start: u64,
}

/// The answer to asking for a run: by what it can be cancelled.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RunStarted {
    pub run: String,
}

impl TryFrom<store::runs::Run> for RunView {
    type Error = Failure;

    fn try_from(run: store::runs::Run) -> Result<Self, Failure> {
        let store::runs::Run {
            id, journey, revision, scenario, seconds, at, version, digest, report, ..
        } = run;
        let report = RawValue::from_string(report).map_err(|error| {
            Failure::new(
                "document-damaged",
                format!("The stored report cannot be read ({error}); simulate again."),
            )
        })?;
        Ok(RunView { run: id, journey, revision, scenario, seconds, at, version, digest, report })
    }
}
