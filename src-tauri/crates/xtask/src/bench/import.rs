//! How long a large import takes from files to the disk, how much memory it holds, what opening it costs, and an edit of
//! one of its records.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use design::tables::{EditedTable, TableIntent};
use serde_json::{Value, json};
use studio::import::Given;
use studio::sample::{sample, write_folder};
use studio::{Failure, Id, Looking, PATIENCE, Studio, Surroundings, TableName};

use crate::workload::{PEOPLE, SEED};
use crate::{in_a_process, machine};

/// What `spec` asks of a million people.
const SECONDS: f64 = 10.0;
const BYTES: f64 = 300.0 * 1_048_576.0;
/// What it asks of a workspace that holds them: seconds until the window is usable, until the records are there, and of
/// an edit of one of them.
const USABLE: f64 = 0.3;
const THERE: f64 = 3.0;
const EDIT: f64 = 0.005;
/// Edits of each kind.
const EDITS: u32 = 15;

/// Writes files of so many accounts, imports them in a process of its own, opens and edits them in others, and prints
/// the figures.
pub(crate) fn measure(accounts: u32, runs: usize, as_json: bool) -> Result<(), String> {
    let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
    let files = dir.path().join("files");
    write_folder(&sample(accounts, SEED, Some(PEOPLE)), &files).map_err(|failure| failure.message)?;
    let bytes =
        ["accounts.csv", "people.csv"].iter().filter_map(|name| std::fs::metadata(files.join(name)).ok());
    let bytes: u64 = bytes.map(|about| about.len()).sum();
    let (mut imports, mut opens, mut edits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        let workspace = dir.path().join("workspace");
        for (into, what) in [(&mut imports, "import"), (&mut opens, "open"), (&mut edits, "edit")] {
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
        "open": {"usableSeconds": median(&opens, "usable"), "seconds": median(&opens, "seconds"), "computedSeconds": median(&opens, "computed"), "peakBytes": median(&opens, "peak")},
        "edit": {"cellSeconds": median(&edits, "cell"), "addSeconds": median(&edits, "add"), "deleteSeconds": median(&edits, "delete"), "undoSeconds": median(&edits, "undo")},
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
        [("import to SQLite", &imports, SECONDS), ("open, records in memory", &opens, THERE)]
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
    for (what, of, key, goal) in [
        ("open, usable", &opens, "usable", USABLE),
        ("edit of a cell, saved", &edits, "cell", EDIT),
        ("a row added", &edits, "add", EDIT),
        ("three rows deleted", &edits, "delete", EDIT),
        ("their return", &edits, "undo", EDIT),
    ] {
        let seconds = median(of, key);
        println!(
            "{what:<26} {:>7.2} ms {:>5.2} × the goal of {} ms",
            seconds * 1e3,
            seconds / goal,
            goal * 1e3
        );
    }
    Ok(())
}

/// Imports, opens or edits here and now.
pub(crate) fn child(what: &str, dir: &str) -> Result<(), String> {
    let (files, workspace) = (Path::new(dir).join("files"), Path::new(dir).join("workspace"));
    let start = Instant::now();
    let studio = Studio::open(&workspace, surroundings()).map_err(|failure| failure.message)?;
    let figures = match what {
        "open" => opened(&studio, start),
        "edit" => edited(&studio),
        _ => imported(&studio, &files),
    };
    println!("{}", figures.map_err(|failure| failure.message)?);
    studio.close().map_err(|failure| failure.message)
}

fn imported(studio: &Arc<Studio>, files: &Path) -> Result<Value, Failure> {
    let given = ["accounts.csv", "people.csv"]
        .map(|name| Given { path: files.join(name).display().to_string(), ..Given::default() });
    let (start, before) = (Instant::now(), machine::computed());
    studio.import_files(&given)?;
    let computed = machine::computed() - before;
    Ok(json!({"seconds": start.elapsed().as_secs_f64(), "computed": computed, "peak": machine::peak()}))
}

/// Usable is a workspace once its journey is open; the records may come later.
fn opened(studio: &Arc<Studio>, start: Instant) -> Result<Value, Failure> {
    if let Some(journey) = studio.start()?.journeys.first().and_then(|journey| Id::new(&journey.id)) {
        studio.open_journey(&journey)?;
    }
    let usable = start.elapsed().as_secs_f64();
    studio.tables_view()?;
    let seconds = start.elapsed().as_secs_f64();
    Ok(
        json!({"usable": usable, "seconds": seconds, "computed": machine::computed(), "peak": machine::peak()}),
    )
}

/// Edits as the window makes them: somebody looks at the rows, so that the records of before are held meanwhile.
fn edited(studio: &Arc<Studio>) -> Result<Value, Failure> {
    let looking = Looking { table: TableName::People, search: String::new(), condition: None, sort: None };
    let all = studio.tables_view()?.people;
    let keys = |from: u32, count: u32| -> Result<Vec<String>, Failure> {
        let rows = studio.rows(&looking, from, count)?.rows;
        Ok(rows.into_iter().filter_map(|mut row| row.swap_remove(0)).collect())
    };
    let taken = |act: &mut dyn FnMut() -> Result<(), Failure>| -> Result<f64, Failure> {
        let start = Instant::now();
        act()?;
        Ok(start.elapsed().as_secs_f64())
    };
    let (mut cell, mut add, mut delete, mut undo) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let accounts = Looking { table: TableName::Accounts, ..looking.clone() };
    let account = studio.rows(&accounts, 0, 1)?.rows.swap_remove(0).swap_remove(0).unwrap_or_default();
    for round in 0..EDITS {
        let at = all / (EDITS + 1) * (round + 1);
        for key in keys(at, 1)? {
            let (column, value) = ("workEmail.address".into(), format!("changed-{round}@company.example"));
            let intent = TableIntent::SetCell { of: EditedTable::People, key, column, value };
            cell.push(taken(&mut || studio.edit_tables(&intent).map(drop))?);
        }
        let (key, email) = (format!("added-{round}"), format!("added-{round}@company.example"));
        let intent = TableIntent::AddPerson { key, account: account.clone(), email };
        add.push(taken(&mut || studio.edit_tables(&intent).map(drop))?);
        let intent = TableIntent::DeleteRows { of: EditedTable::People, keys: keys(at, 3)? };
        delete.push(taken(&mut || studio.edit_tables(&intent).map(drop))?);
        keys(at, 1)?;
        undo.push(taken(&mut || studio.undo_tables().map(drop))?);
    }
    Ok(json!({"cell": middle(cell), "add": middle(add), "delete": middle(delete), "undo": middle(undo)}))
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
        patience: PATIENCE,
    }
}

fn median(figures: &[Value], key: &str) -> f64 {
    middle(figures.iter().filter_map(|figure| figure[key].as_f64()).collect())
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
