//! The command line. It owns the words of the commands, what is printed and the exit codes: 0 done, 1 findings that
//! block, 2 bad input or usage with one sentence on standard error. It never decides what a journey means.

mod commands;
mod end;
mod findings;
mod language;
mod progress;
mod read;
mod usage;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Designs of B2B marketing journeys: check them, simulate them, make sample data.
#[derive(Parser)]
#[command(name = "caravan", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Validate(commands::validate::Validate),
    Simulate(commands::simulate::Simulate),
    Compare(commands::compare::Compare),
    Sensitivity(commands::sensitivity::Sensitivity),
    Search(commands::search::Search),
    Sample(commands::sample::Sample),
    Calibrate(commands::calibrate::Calibrate),
    Export(commands::export::Export),
    Report(commands::report::Report),
    Show(commands::show::Show),
    Schema(commands::schema::Schema),
}

fn main() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => return usage::end(&error),
    };
    let done = match line.command {
        Command::Validate(command) => commands::validate::run(&command),
        Command::Simulate(command) => commands::simulate::run(&command),
        Command::Compare(command) => commands::compare::run(&command),
        Command::Search(command) => commands::search::run(&command),
        Command::Sensitivity(command) => commands::sensitivity::run(&command),
        Command::Sample(command) => commands::sample::run(&command),
        Command::Calibrate(command) => commands::calibrate::run(&command),
        Command::Export(command) => commands::export::run(&command),
        Command::Report(command) => commands::report::run(&command),
        Command::Show(command) => commands::show::run(&command),
        Command::Schema(command) => commands::schema::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(end) => end.say(),
    }
}
