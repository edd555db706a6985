//! One step after the other, each with its name and its time; the first that fails ends the work.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What went wrong, as one sentence for the user.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Runs one named step and says how long it took.
pub(crate) fn step(name: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n▸ {name}");
    let start = Instant::now();
    match work() {
        Ok(()) => {
            println!("  {name}: {}", time(start.elapsed()));
            Ok(())
        }
        Err(sentence) => Err(format!("✗ {name}, after {}: {sentence}", time(start.elapsed()))),
    }
}

/// Runs a program in a folder; its output goes where ours goes.
pub(crate) fn call(folder: &Path, program: &str, arguments: &[&str]) -> Outcome {
    finish(command(folder, program, arguments))
}

/// A program to start in a folder, to which the caller adds what it needs.
pub(crate) fn command(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(found(program));
    command.current_dir(folder).args(arguments);
    // The package that cargo runs us as says nothing about the programs that we start.
    for (key, _) in std::env::vars_os() {
        let key_text = key.to_string_lossy();
        if key_text.starts_with("CARGO_PKG_") || key_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&key);
        }
    }
    command
}

/// Waits for a program; anything but success is an error that names it.
pub(crate) fn finish(mut command: Command) -> Outcome {
    let said = said(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{said}` ended with {status}.")),
        Err(error) => Err(format!("`{said}` could not be started: {error}.")),
    }
}

/// The standard output of a program that must succeed.
pub(crate) fn answer(mut command: Command) -> Outcome<String> {
    let said = said(&command);
    let output = command.output().map_err(|error| format!("`{said}` could not be started: {error}."))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{said}` ended with {}: {}", output.status, why.trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A time as people say it.
pub(crate) fn time(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// The cargo that runs us, and npm's script where the system needs its ending.
fn found(program: &str) -> String {
    match program {
        "cargo" => std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()),
        "npm" if cfg!(windows) => "npm.cmd".into(),
        other => other.into(),
    }
}

fn said(command: &Command) -> String {
    let program =
        Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    command.get_args().fold(program, |line, argument| format!("{line} {}", argument.to_string_lossy()))
}
