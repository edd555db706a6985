//! The work that is measured.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use design::formats::native::{self, Document};
use design::journey::Journey;
use design::report::Report;
use design::scenario::Scenario;
use design::workspace::Workspace;
use serde_json::Value;
use studio::runs::{Job, simulate};
use studio::sample::sample;

use crate::figure::Figure;
use crate::machine;

pub(crate) const PEOPLE: u32 = 8;
pub(crate) const SEED: u64 = 1;

/// Makes the tables once, then simulates `runs` times.
pub(crate) fn measure(
    accounts: u32,
    threads: usize,
    runs: usize,
    replications: u32,
) -> Result<Figure, String> {
    let journey: Journey = document("journey.json", &[])?;
    let workspace: Workspace = document("workspace.json", &[])?;
    let scenario: Scenario = document(
        "scenario.json",
        &[("replications", replications.into()), ("horizonDays", 90.into()), ("behaviour", Value::Null)],
    )?;

    let start = Instant::now();
    let tables = sample(accounts, SEED, Some(PEOPLE));
    let sampled = start.elapsed().as_secs_f64();

    let start = Instant::now();
    let compiled = design::compile::compile(&journey, &workspace, &tables, &scenario);
    compiled.map_err(|error| error.to_string())?;
    let compile = start.elapsed().as_secs_f64();

    let job = Job {
        journey: &journey,
        workspace: &workspace,
        tables: &tables,
        scenario: &scenario,
        threads: Some(threads),
    };
    let (mut seconds, mut computed) = (Vec::with_capacity(runs), Vec::with_capacity(runs));
    let mut last = None;
    for _ in 0..runs {
        let (start, before) = (Instant::now(), machine::computed());
        let report = simulate(&job, &|_| {}, &AtomicBool::new(false)).map_err(|failure| failure.message)?;
        seconds.push(start.elapsed().as_secs_f64());
        computed.push(machine::computed() - before);
        last = Some(report);
    }
    let report = last.ok_or("Nothing was run.")?;
    Ok(Figure {
        accounts: accounts.into(),
        threads: threads as u64,
        seconds,
        computed,
        compile,
        sample: sampled,
        events: events(&report),
        entered: report.summary.entered.mean.unwrap_or_default() as u64,
        peak_bytes: machine::peak(),
    })
}

/// Arrivals at nodes and events of people, as the report counts them.
fn events(report: &Report) -> u64 {
    let arrivals: f64 = report.nodes.iter().filter_map(|node| node.entered.mean).sum();
    let happened: f64 = report.events.values().filter_map(|event| event.mean).sum();
    (arrivals + happened) as u64
}

/// A document of the sample, with some settings replaced.
pub(crate) fn document<D: Document>(name: &str, settings: &[(&str, Value)]) -> Result<D, String> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/samples/seeds-buying-group");
    let path = sample.join(name);
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| wrong(&error))?;
    let mut value: Value = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
    settings.iter().for_each(|(key, setting)| value[*key] = setting.clone());
    native::read(&value.to_string()).map_err(|error| wrong(&error))
}
