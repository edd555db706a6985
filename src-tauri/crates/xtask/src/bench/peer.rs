//! The same small journey in SimPy and here, on one thread each: an email, a listen with a timeout, a wait, two paths.
//!
//! SimPy is installed into a Python environment of its own below `target`; nothing else of the machine changes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use design::formats::native::{self, Document};
use design::journey::Journey;
use design::report::Report;
use design::scenario::Scenario;
use design::tables::{ColumnBuilder, Tables};
use design::workspace::Workspace;
use serde_json::{Value, json};
use studio::runs::{Job, simulate};

use crate::workload::PEOPLE;

/// Accounts of a run: as many as take each engine about a second.
const PEER_ACCOUNTS: u32 = 5_000;
const OUR_ACCOUNTS: u32 = 200_000;

/// Runs both in turn, `runs` times, and prints accounts per second and their ratio, pair by pair.
pub(crate) fn measure(runs: usize, as_json: bool) -> Result<(), String> {
    let python = environment()?;
    let (journey, workspace, scenario) = documents()?;
    let tables = tables();
    let job = Job {
        journey: &journey,
        workspace: &workspace,
        tables: &tables,
        scenario: &scenario,
        threads: Some(1),
    };
    let mut rows = Vec::new();
    for _ in 0..runs.max(5) {
        let peer = peer(&python)?;
        let start = Instant::now();
        let report = simulate(&job, &|_| {}, &AtomicBool::new(false)).map_err(|failure| failure.message)?;
        let ours = f64::from(OUR_ACCOUNTS) / start.elapsed().as_secs_f64();
        let theirs = f64::from(PEER_ACCOUNTS) / peer["seconds"].as_f64().unwrap_or(f64::NAN);
        let share = peer["event"].as_f64().unwrap_or(f64::NAN) / f64::from(PEER_ACCOUNTS);
        alike(share, clicked(&report))?;
        rows.push(json!({"simpyPerSecond": theirs, "oursPerSecond": ours, "ratio": ours / theirs,
            "simpyClickedShare": share, "oursClickedShare": clicked(&report), "simpy": peer["simpy"]}));
    }
    let mut ratios: Vec<f64> = rows.iter().filter_map(|row| row["ratio"].as_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    let median = ratios[ratios.len() / 2];
    if as_json {
        let whole = json!({"machine": crate::machine::describe(), "pairs": rows, "medianRatio": median, "goal": 100.0});
        println!("{}", serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())?);
        return Ok(());
    }
    println!(
        "{:>14} {:>14} {:>8} {:>16} {:>14}",
        "SimPy acc/s", "Caravan acc/s", "ratio", "clicked, SimPy", "Caravan"
    );
    for row in &rows {
        let part = |key: &str| row[key].as_f64().unwrap_or(f64::NAN);
        println!(
            "{:>14.0} {:>14.0} {:>7.0}× {:>16.4} {:>14.4}",
            part("simpyPerSecond"),
            part("oursPerSecond"),
            part("ratio"),
            part("simpyClickedShare"),
            part("oursClickedShare"),
        );
    }
    println!("median ratio {median:.0} × (goal 100 ×), one thread each, from one run");
    Ok(())
}

/// The Python of the private environment, made when it is first wanted.
fn environment() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/simpy");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        let folder = folder.to_string_lossy().into_owned();
        call(Command::new(if cfg!(windows) { "python" } else { "python3" }).args(["-m", "venv", &folder]))?;
        call(Command::new(&python).args(["-m", "pip", "install", "--quiet", "simpy>=4.1,<5"]))?;
    }
    Ok(python)
}

fn call(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name} could not be started: {error}."))?;
    if !output.status.success() {
        return Err(format!(
            "{name} ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn peer(python: &Path) -> Result<Value, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bench/peer/journey.py");
    let answer = call(Command::new(python).arg(script).arg(PEER_ACCOUNTS.to_string()))?;
    serde_json::from_str(&answer).map_err(|error| format!("SimPy's figures could not be read: {error}."))
}

/// The share of the accounts that took the path of the click.
fn clicked(report: &Report) -> f64 {
    let edges = report.edges.iter();
    let mut taken = edges.filter(|edge| edge.path.as_ref().is_some_and(|path| path.as_str() == "event"));
    let accounts = taken.next().and_then(|edge| edge.accounts.mean).unwrap_or(f64::NAN);
    accounts / report.summary.entered.mean.unwrap_or(f64::NAN)
}

/// Whether both took the path of the click as often, within 4 standard errors of SimPy's fewer accounts: else they did
/// not run the same journey, and their times say nothing of one another.
fn alike(theirs: f64, ours: f64) -> Result<(), String> {
    let error = (ours * (1.0 - ours) / f64::from(PEER_ACCOUNTS)).sqrt();
    if (theirs - ours).abs() <= 4.0 * error {
        return Ok(());
    }
    Err(format!(
        "{theirs:.4} of SimPy's accounts clicked and {ours:.4} of ours: they ran different journeys."
    ))
}

/// Accounts of people who can all be written to, as those of SimPy can.
fn tables() -> Tables {
    let [mut accounts, mut people, mut addresses]: [ColumnBuilder; 3] = Default::default();
    let mut tables = Tables::default();
    for account in 0..OUR_ACCOUNTS {
        accounts.push(&format!("A{account}"));
        for person in 0..PEOPLE {
            people.push(&format!("A{account}P{person}"));
            addresses.push(&format!("p{person}@a{account}.example"));
            tables.account_of.push(account);
        }
    }
    tables.accounts.add("accountKey.sourceKey", accounts.finish());
    tables.people.add("b2b.personKey.sourceKey", people.finish());
    tables.people.add("workEmail.address", addresses.finish());
    tables
}

fn documents() -> Result<(Journey, Workspace, Scenario), String> {
    let journey = json!({"format": "caravan/journey", "version": 1, "id": "small", "name": "Small", "kind": "account",
        "settings": {"timeZone": "UTC", "start": "immediately", "end": "2029-01-01T00:00"},
        "nodes": [
            {"id": "in", "kind": "accountAudience", "audience": "all"},
            {"id": "mail", "kind": "action", "action": {"type": "sendEmail", "email": "mail"}},
            {"id": "clicked", "kind": "listen", "timeout": {"after": {"days": 7}},
                "triggers": [{"on": "people", "event": "directMarketing.emailClicked"}]},
            {"id": "wait", "kind": "wait", "for": {"days": 3}},
            {"id": "a", "kind": "merge"}, {"id": "b", "kind": "merge"}],
        "edges": [{"from": "in", "to": "mail"}, {"from": "mail", "to": "clicked"},
            {"from": "clicked", "path": "event", "to": "a"},
            {"from": "clicked", "path": "timeout", "to": "wait"}, {"from": "wait", "to": "b"}]});
    let workspace = json!({"format": "caravan/workspace", "version": 1, "name": "Small",
        "audiences": [{"id": "all", "name": "All"}],
        "emails": [{"id": "mail", "name": "Mail", "callToAction": "link"}]});
    let scenario = json!({"format": "caravan/scenario", "version": 1, "timeZone": "UTC", "startAt": "2026-12-01T00:00",
        "replications": 1, "horizonDays": 30, "seed": 1,
        "behaviour": {"web": {"visitsPerPersonDay": 0}, "email": {"unsubscribe": 0}}});
    Ok((read(journey)?, read(workspace)?, read(scenario)?))
}

fn read<D: Document>(document: Value) -> Result<D, String> {
    native::read(&document.to_string()).map_err(|error| format!("the small journey: {error}"))
}
