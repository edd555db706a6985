//! How long a large import takes from files to the disk, how much memory it holds, and what opening it costs.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use studio::import::Given;
use studio::sample::{sample, write_folder};
use studio::{Id, Studio, Surroundings};

use crate::workload::{PEOPLE, SEED};
use crate::{in_a_process, machine};

/// What `spec` asks of a million people.
const SECONDS: f64 = 10.0;
const BYTES: f64 = 300.0 * 1_048_576.0;

/// Writes files of so many accounts, imports them in a process of its own, opens the workspace in another, and prints
/// the figures.
pub(crate) fn measure(accounts: u32, runs: usize, as_json: bool) -> Result<(), String> {
    let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
    let files = dir.path().join("files");
    write_folder(&sample(accounts, SEED, Some(PEOPLE)), &files).map_err(|failure| failure.message)?;
    let bytes =
        ["accounts.csv", "people.csv"].iter().filter_map(|name| std::fs::metadata(files.join(name)).ok());
    let bytes: u64 = bytes.map(|about| about.len()).sum();
    let (mut imports, mut opens) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let workspace = dir.path().join("workspace");
        for (into, what) in [(&mut imports, "import"), (&mut opens, "open")] {
            let arguments = ["--import", "--here", what, &dir.path().to_string_lossy()].map(String::from);
            let text = in_a_process(&arguments, 0, 1)?;
            into.push(serde_json::from_str::<Value>(&text).map_err(|error| error.to_string())?);
        }
        std::fs::remove_dir_all(&workspace).map_err(|error| error.to_string())?;
    }
    let people = u64::from(accounts) * u64::from(PEOPLE);
    let figures = json!({
        "people": people, "fileBytes": bytes,
        "import": {"seconds": median(&imports, "seconds"), "computedSeconds": median(&imports, "computed"), "peakBytes": median(&imports, "peak")},
        "open": {"seconds": median(&opens, "seconds"), "computedSeconds": median(&opens, "computed"), "peakBytes": median(&opens, "peak")},
        "machine": machine::describe(),
    });
    if as_json {
        println!("{figures}");
        return Ok(());
    }
    println!(
        "\n{people} people of {accounts} accounts, {} MB of CSV; medians of {runs}.\n",
        bytes / 1_000_000
    );
    for (what, of, goal) in
        [("import to SQLite", &imports, SECONDS), ("open, columns in memory", &opens, 3.0)]
    {
        let (seconds, peak) = (median(of, "seconds"), median(of, "peak"));
        println!(
            "{what:<26} {seconds:>7.2} s  {:>5.2} × the goal of {goal} s  {:>7.2} s computed  {:>6.0} MiB  {:>5.2} × the goal of 300 MiB",
            seconds / goal,
            median(of, "computed"),
            peak / 1_048_576.0,
            peak / BYTES
        );
    }
    Ok(())
}

/// Imports or opens here and now.
pub(crate) fn child(what: &str, dir: &str) -> Result<(), String> {
    let (files, workspace) = (Path::new(dir).join("files"), Path::new(dir).join("workspace"));
    let start = Instant::now();
    let studio = Studio::open(&workspace, surroundings()).map_err(|failure| failure.message)?;
    let opened = start.elapsed().as_secs_f64();
    if what == "open" {
        println!("{}", json!({"seconds": opened, "computed": machine::computed(), "peak": machine::peak()}));
        return Ok(());
    }
    let given = ["accounts.csv", "people.csv"]
        .map(|name| Given { path: files.join(name).display().to_string(), ..Given::default() });
    let (start, before) = (Instant::now(), machine::computed());
    studio.import_files(&given).map_err(|failure| failure.message)?;
    let computed = machine::computed() - before;
    println!(
        "{}",
        json!({"seconds": start.elapsed().as_secs_f64(), "computed": computed, "peak": machine::peak()})
    );
    studio.close().map_err(|failure| failure.message)
}

fn surroundings() -> Surroundings {
    let count = Arc::new(std::sync::atomic::AtomicU64::new(0));
    Surroundings {
        now: Box::new(jiff::Timestamp::now),
        fresh: Box::new(move || {
            Id::new(format!("made-{}", count.fetch_add(1, std::sync::atomic::Ordering::Relaxed)))
                .unwrap_or_else(|| unreachable!("a word and a number are an id"))
        }),
        dark: Box::new(|| false),
    }
}

fn median(figures: &[Value], key: &str) -> f64 {
    let mut values: Vec<f64> = figures.iter().filter_map(|figure| figure[key].as_f64()).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
