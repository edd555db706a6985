//! Where the time of a run goes: perf looks many times a second which function is at work, and the functions are put
//! together by what they are for.

use std::process::{Command, Stdio};

use serde_json::json;

/// What parts of the names of functions say; the first that is found counts. The tables are made before measuring.
const AREAS: [(&str, &[&str]); 14] = [
    (TABLES, &["studio::sample", "caravan_bench", "tables::texts", "ColumnBuilder", "codes::Codes", "fmt::"]),
    ("compiling", &["design::compile", "design::tables", "design::compare", "jiff::"]),
    ("reporting", &["design::", "simulator::samples"]),
    ("draws and logarithms", &["simulator::random", "simulator::normal", "libm::"]),
    ("the queue", &["simulator::queue"]),
    ("scores", &["simulator::scores"]),
    ("the jobs of the day", &["simulator::jobs"]),
    ("groups and roles", &["simulator::groups"]),
    ("impressions", &["simulator::impressions", "simulator::counted", "simulator::poisson"]),
    ("actions, emails and other events", &["simulator::people", "simulator::messages"]),
    ("visits and new people", &["simulator::web", "simulator::visits"]),
    ("conditions", &["simulator::condition"]),
    ("the way through the journey", &["simulator::course", "simulator::place", "simulator::time"]),
    ("the loop, its beginning and its end", &["simulator::"]),
];
const TABLES: &str = "making the tables";
const OTHER: &str = "the system and the rest";

/// Prints the share of each area in the time of `runs` runs on one thread.
pub(crate) fn measure(accounts: u32, runs: usize, as_json: bool) -> Result<(), String> {
    let place = std::env::temp_dir().join(format!("caravan-profile-{}", std::process::id()));
    let program =
        std::env::current_exe().map_err(|error| format!("This program can't find itself: {error}."))?;
    let mut record = Command::new("perf");
    record.args(["record", "--quiet", "--event", "cpu-clock", "--freq", "1999", "--output"]).arg(&place);
    record.arg("--").arg(program).args(["--here", "--threads", "1", "--accounts", &accounts.to_string()]);
    record.args(["--runs", &runs.to_string()]).env("RAYON_NUM_THREADS", "1");
    text_of(&mut record)?;
    let mut report = Command::new("perf");
    report.args(["report", "--stdio", "--no-children", "--sort", "symbol", "--input"]).arg(&place);
    let told = text_of(&mut report);
    let _ = std::fs::remove_file(&place);
    let shares = shares(&told?);
    if shares.first().is_none_or(|(area, share)| *area == OTHER && *share > 0.99) {
        return Err("perf found no names of our functions; the program was built without them.".into());
    }
    if as_json {
        let rows: Vec<_> = shares.iter().map(|(area, share)| json!({"area": area, "share": share})).collect();
        println!("{}", serde_json::to_string_pretty(&rows).map_err(|error| error.to_string())?);
        return Ok(());
    }
    println!(
        "{accounts} accounts, {} people each, one thread; shares of the time but {TABLES}",
        crate::workload::PEOPLE
    );
    shares.iter().for_each(|(area, share)| println!("{:>7.1} %  {area}", share * 100.0));
    Ok(())
}

/// By area its share, the largest first.
fn shares(report: &str) -> Vec<(&'static str, f64)> {
    let mut sums: Vec<(&str, f64)> =
        AREAS.iter().map(|(area, _)| (*area, 0.0)).chain([(OTHER, 0.0)]).collect();
    for line in report.lines().filter(|line| !line.starts_with('#')) {
        let Some((share, symbol)) = line.trim().split_once('%') else { continue };
        let Ok(share) = share.parse::<f64>() else { continue };
        let found = AREAS.iter().position(|(_, words)| words.iter().any(|word| symbol.contains(word)));
        sums[found.unwrap_or(AREAS.len())].1 += share;
    }
    sums.retain(|(area, _)| *area != TABLES);
    let whole: f64 = sums.iter().map(|(_, share)| share).sum();
    sums.iter_mut().for_each(|(_, share)| *share /= whole);
    sums.sort_by(|a, b| b.1.total_cmp(&a.1));
    sums
}

fn text_of(command: &mut Command) -> Result<String, String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("perf could not be started: {error}; install it to see a profile."))?;
    if !output.status.success() {
        return Err(format!("perf ended with {}.", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
