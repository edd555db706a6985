//! What was measured for one size and number of threads.

use serde_json::{Value, json};

/// Accounts a second on one thread, with events only counted and no queue: what a prototype of a journey with fewer
/// events an account came to, and more than a run can.
pub(crate) const LIMIT: f64 = 3_000_000.0;

#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) accounts: u64,
    pub(crate) threads: u64,
    /// From the tables in memory to the report, one entry per run.
    pub(crate) seconds: Vec<f64>,
    /// What all threads together computed, which other work on the machine changes less; one entry per run.
    pub(crate) computed: Vec<f64>,
    /// Of the seconds the part that makes a program and columns of the journey and the tables.
    pub(crate) compile: f64,
    /// Making the tables, which no other figure holds.
    pub(crate) sample: f64,
    /// What the report counts: arrivals at nodes and events of people, advertising included.
    pub(crate) events: u64,
    /// How many of the accounts entered the journey.
    pub(crate) entered: u64,
    /// Peak of memory of the process, tables included.
    pub(crate) peak_bytes: u64,
}

impl Figure {
    pub(crate) fn median(&self) -> f64 {
        median(&self.seconds)
    }

    /// What a run computes, in seconds of all threads together.
    pub(crate) fn computed(&self) -> f64 {
        median(&self.computed)
    }

    /// How many times as long it took as it would if events were only counted and nothing was queued.
    pub(crate) fn to_limit(&self) -> f64 {
        LIMIT * self.threads as f64 / self.accounts_per_second()
    }

    pub(crate) fn accounts_per_second(&self) -> f64 {
        self.accounts as f64 / self.median()
    }

    pub(crate) fn events_per_second(&self) -> f64 {
        self.events as f64 / self.median()
    }

    pub(crate) fn nanoseconds_per_event(&self) -> f64 {
        self.median() * 1e9 / self.events as f64
    }

    pub(crate) fn json(&self) -> Value {
        json!({
            "accounts": self.accounts, "threads": self.threads, "seconds": self.seconds, "median": self.median(),
            "computedSeconds": self.computed,
            "accountsPerSecond": self.accounts_per_second(), "eventsPerSecond": self.events_per_second(),
            "nanosecondsPerEvent": self.nanoseconds_per_event(), "toLimit": self.to_limit(), "compileSeconds": self.compile,
            "sampleSeconds": self.sample, "events": self.events, "entered": self.entered, "peakBytes": self.peak_bytes,
        })
    }

    pub(crate) fn read(text: &str) -> Result<Figure, String> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| format!("A figure could not be read: {error}."))?;
        let whole = |key: &str| value[key].as_u64().unwrap_or_default();
        let part = |key: &str| value[key].as_f64().unwrap_or(f64::NAN);
        let list =
            |key: &str| value[key].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        Ok(Figure {
            accounts: whole("accounts"),
            threads: whole("threads"),
            seconds: list("seconds"),
            computed: list("computedSeconds"),
            compile: part("compileSeconds"),
            sample: part("sampleSeconds"),
            events: whole("events"),
            entered: whole("entered"),
            peak_bytes: whole("peakBytes"),
        })
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
