//! Measures the simulator on the sample journey: accounts of exactly eight people, 90 days, one replication.
//!
//! Each line of the table is a process of its own, so that its peak of memory is its own. Times are medians; every
//! figure is set against its baseline of the same run (the smallest size, one thread), since machines differ.

mod edits;
mod figure;
mod groups;
mod import;
mod machine;
mod matches;
mod peer;
mod profile;
mod small;
mod table;
mod workload;

use std::process::{Command, ExitCode, Stdio};

use serde_json::{Value, json};

use crate::figure::Figure;

struct Options {
    json: bool,
    /// How often each figure is taken.
    runs: usize,
    accounts: Vec<u32>,
    threads: Vec<usize>,
    replications: u32,
    /// Measure here and now instead of in children; of the lists the first counts.
    here: bool,
    /// Measure the counting of matches instead of runs, on the first number of accounts.
    matches: bool,
    /// Measure the buying groups instead, on the first number of accounts.
    groups: bool,
    /// Measure an import instead, of the first number of accounts.
    import: bool,
    /// What an import's own process does, and where.
    place: Vec<String>,
    /// Measure edits of large journeys instead of runs.
    edits: bool,
    /// Measure against SimPy instead.
    peer: bool,
    /// Show where the time goes instead, on the first number of accounts.
    profile: bool,
    /// Measure the smaller figures here and now.
    small: bool,
}

fn main() -> ExitCode {
    let answer = options().and_then(|options| {
        if options.edits {
            edits::measure(options.runs, options.json)
        } else if let ([what, dir], true) = (&options.place[..], options.import) {
            import::child(what, dir)
        } else if options.import {
            import::measure(options.accounts[0], options.runs, options.json)
        } else if options.groups {
            groups::measure(options.accounts[0], options.runs, options.json)
        } else if options.matches {
            matches::measure(options.accounts[0], options.runs, options.json)
        } else if options.peer {
            peer::measure(options.runs, options.json)
        } else if options.profile {
            profile::measure(options.accounts[0], options.runs, options.json)
        } else if options.small {
            println!("{}", Value::Array(small::measure(options.runs)?));
            Ok(())
        } else if options.here {
            child(&options)
        } else {
            all(&options)
        }
    });
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn child(options: &Options) -> Result<(), String> {
    let Options { runs, replications, .. } = *options;
    let figure = workload::measure(options.accounts[0], options.threads[0], runs, replications)?;
    println!("{}", figure.json());
    Ok(())
}

fn all(options: &Options) -> Result<(), String> {
    let machine = machine::describe();
    let mut figures: Vec<Figure> = Vec::new();
    for &accounts in &options.accounts {
        for &threads in &options.threads {
            eprintln!("measuring {accounts} accounts on {threads} threads …");
            figures.push(apart(accounts, threads, options.runs)?);
        }
    }
    eprintln!("measuring smaller figures …");
    let smaller: Vec<Value> = serde_json::from_str(&in_a_process(&["--small".into()], 0, options.runs)?)
        .map_err(|error| format!("The smaller figures could not be read: {error}."))?;
    if options.json {
        let rows: Vec<Value> = figures.iter().map(Figure::json).collect();
        let whole = json!({"machine": machine, "runs": options.runs, "peoplePerAccount": workload::PEOPLE, "figures": rows,
            "smaller": smaller});
        println!("{}", serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())?);
    } else {
        print!("{}{}", table::draw(&machine, &figures, options.runs), table::draw_smaller(&smaller));
    }
    Ok(())
}

/// Measures a size in a process of its own.
fn apart(accounts: u32, threads: usize, runs: usize) -> Result<Figure, String> {
    let arguments =
        ["--here", "--accounts", &accounts.to_string(), "--threads", &threads.to_string()].map(String::from);
    Figure::read(&in_a_process(&arguments, threads, runs)?)
}

/// What this program prints with other arguments, on so many threads; 0: as many as there are cores.
fn in_a_process(arguments: &[String], threads: usize, runs: usize) -> Result<String, String> {
    let program =
        std::env::current_exe().map_err(|error| format!("This program can't find itself: {error}."))?;
    let output = Command::new(program)
        .args(arguments)
        .args(["--runs", &runs.to_string()])
        .env("RAYON_NUM_THREADS", threads.to_string())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("A process to measure in could not be started: {error}."))?;
    if !output.status.success() {
        return Err(format!("Measuring with {} ended with {}.", arguments.join(" "), output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn options() -> Result<Options, String> {
    let mut options = Options {
        json: false,
        runs: 5,
        accounts: vec![10_000, 100_000, 500_000, 1_000_000],
        threads: vec![1, 2],
        replications: 1,
        here: false,
        matches: false,
        groups: false,
        import: false,
        place: Vec::new(),
        edits: false,
        peer: false,
        profile: false,
        small: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--here" => options.here = true,
            "--edits" => options.edits = true,
            "--peer" => options.peer = true,
            "--small" => options.small = true,
            "--profile" => {
                options.profile = true;
                options.accounts = vec![50_000];
            }
            "--matches" => {
                options.matches = true;
                options.accounts = vec![12_500];
            }
            "--groups" => {
                options.groups = true;
                options.accounts = vec![12_500];
            }
            "--import" => {
                options.import = true;
                options.accounts = vec![125_000];
            }
            "--runs" => options.runs = numbers(&argument, arguments.next())?[0],
            "--accounts" => options.accounts = numbers(&argument, arguments.next())?,
            "--threads" => options.threads = numbers(&argument, arguments.next())?,
            "--replications" => options.replications = numbers(&argument, arguments.next())?[0],
            place if options.import && options.here && !place.starts_with("--") => {
                options.place.push(place.to_owned());
            }
            other => {
                return Err(format!(
                    "`cargo xtask bench` knows --json, --runs, --accounts, --threads, --replications (with --here), --matches, --groups, --import, --edits, --peer, --profile, --small, not {other}."
                ));
            }
        }
    }
    Ok(options)
}

/// `10000,100000`: at least one number, each above 0.
fn numbers<T: std::str::FromStr + PartialOrd + Default>(
    name: &str,
    list: Option<String>,
) -> Result<Vec<T>, String> {
    let read = |part: &str| part.replace('_', "").parse::<T>().ok().filter(|number| *number > T::default());
    let list = list.unwrap_or_default();
    list.split(',')
        .map(read)
        .collect::<Option<Vec<T>>>()
        .ok_or(format!("{name} takes numbers above 0, not \"{list}\"."))
}
