//! The figures beside the large runs: Live, replications, cancelling, memory, and compiling a journey of
//! 2,000 nodes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use design::formats::native;
use design::journey::Journey;
use design::scenario::Scenario;
use design::tables::Tables;
use design::workspace::Workspace;
use serde_json::{Value, json};
use studio::runs::{Job, live, simulate};
use studio::sample::sample;

use crate::edits;
use crate::figure::Figure;
use crate::workload::{PEOPLE, SEED, document};

/// A figure with its goal, both in the same unit; smaller is better.
struct Measured {
    name: &'static str,
    unit: &'static str,
    goal: f64,
    values: Vec<f64>,
}

impl Measured {
    fn json(&self) -> Value {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        let median = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
        let worst = sorted.last().copied().unwrap_or(f64::NAN);
        json!({"name": self.name, "unit": self.unit, "median": median, "worst": worst, "goal": self.goal,
            "toGoal": median / self.goal})
    }
}

/// Takes each figure `runs` times.
pub(crate) fn measure(runs: usize) -> Result<Vec<Value>, String> {
    let journey: Journey = document("journey.json", &[])?;
    let workspace: Workspace = document("workspace.json", &[])?;
    let scenario = |replications: u32| -> Result<Scenario, String> {
        document(
            "scenario.json",
            &[("replications", replications.into()), ("horizonDays", 90.into()), ("behaviour", Value::Null)],
        )
    };
    let (one, twenty) = (scenario(1)?, scenario(20)?);
    let seconds = |tables: &Tables, scenario: &Scenario, replications_of: &Journey| -> Result<f64, String> {
        let job = Job { journey: replications_of, workspace: &workspace, tables, scenario, threads: None };
        let start = Instant::now();
        simulate(&job, &|_| {}, &AtomicBool::new(false)).map_err(|failure| failure.message)?;
        Ok(start.elapsed().as_secs_f64())
    };
    let repeat = |take: &mut dyn FnMut() -> Result<f64, String>| -> Result<Vec<f64>, String> {
        take()?;
        (0..runs.max(5)).map(|_| take()).collect()
    };

    let many = sample(50_000, SEED, Some(PEOPLE));
    let few = sample(1_000, SEED, Some(PEOPLE));
    let live = repeat(&mut || {
        let job =
            Job { journey: &journey, workspace: &workspace, tables: &few, scenario: &one, threads: None };
        let start = Instant::now();
        live(&job, &AtomicBool::new(false)).map_err(|failure| failure.message)?;
        Ok(start.elapsed().as_secs_f64() * 1e3)
    })?;
    let some = sample(10_000, SEED, Some(PEOPLE));
    let replicated = repeat(&mut || seconds(&some, &twenty, &journey))?;
    let cancel = repeat(&mut || {
        cancelled(&Job {
            journey: &journey,
            workspace: &workspace,
            tables: &many,
            scenario: &twenty,
            threads: None,
        })
    })?;
    let large: Journey = native::read(&edits::large(2_000).to_string()).map_err(|error| error.to_string())?;
    let compile = repeat(&mut || {
        let start = Instant::now();
        let compiled = design::compile::compile(&large, &workspace, &few, &one);
        compiled.map_err(|error| error.to_string())?;
        Ok(start.elapsed().as_secs_f64() * 1e3)
    })?;
    // A peak only ever rises, and what the allocator keeps depends on what went before: so each in a process of its own.
    let peak = |replications: u32| -> Result<u64, String> {
        let arguments = ["--here", "--accounts", "10000", "--replications", &replications.to_string()];
        Ok(Figure::read(&crate::in_a_process(&arguments.map(String::from), 1, 1)?)?.peak_bytes)
    };
    let further = peak(120)?.saturating_sub(peak(20)?) as f64 / 100.0 / 1024.0;
    let figures = [
        Measured { name: "Live: 1,000 accounts", unit: "ms", goal: 5.0, values: live },
        Measured { name: "20 replications of 10,000 accounts", unit: "s", goal: 0.6, values: replicated },
        Measured { name: "cancelling 20 replications of 50,000", unit: "ms", goal: 100.0, values: cancel },
        Measured {
            name: "memory for each further replication",
            unit: "KiB",
            goal: 64.0,
            values: vec![further],
        },
        Measured { name: "compiling 2,000 nodes, 1,000 accounts", unit: "ms", goal: 20.0, values: compile },
    ];
    Ok(figures.iter().map(Measured::json).collect())
}

/// From asking a run to stop until it has, in milliseconds.
fn cancelled(job: &Job<'_>) -> Result<f64, String> {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let run = scope.spawn(|| simulate(job, &|_| {}, &stop).err().map(|failure| failure.code));
        std::thread::sleep(Duration::from_millis(400));
        let start = Instant::now();
        stop.store(true, Ordering::Relaxed);
        let end = run.join().map_err(|_| "The run that was to be cancelled failed.")?;
        match end {
            Some(_) => Ok(start.elapsed().as_secs_f64() * 1e3),
            None => Err("The run was over before it could be cancelled.".into()),
        }
    })
}
