//! `cargo xtask test`: everything that must hold before a change lands, in the order in which it fails soonest.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::step::{Outcome, call, command, finish, step, time};
use crate::{apt, licences, node, place};

/// One set of features for every cargo command below, so that nothing is built twice.
const FEATURES: &str = "caravan-tests/window";

/// What the tests refresh, and what must be committed as it then is.
const GENERATED: &[&str] = &["ui/src/core/types", "assets/schema", "src-tauri/permissions"];

pub(crate) fn setup() -> Outcome {
    step("System packages", || apt::ensure(&[apt::WINDOW, apt::TESTS].concat()))?;
    step("UI packages", node::ensure)
}

pub(crate) fn test() -> Outcome {
    let start = Instant::now();
    setup()?;
    step("Format", || cargo(&["fmt", "--all", "--check"]))?;
    step("Licences", licences::check)?;
    step("UI: types and lint", || npm(&["run", "--silent", "check"]))?;
    step("UI: unit tests", || npm(&["run", "--silent", "test"]))?;
    step("UI: build", || npm(&["run", "--silent", "build"]))?;
    step("Clippy", || {
        let features = format!("{FEATURES},xtask/bench");
        cargo(&["clippy", "--workspace", "--all-targets", "--features", &features, "--", "-D", "warnings"])
    })?;
    step("Programs", || {
        cargo(&["build", "--workspace", "--exclude", "xtask", "--bins", "--features", FEATURES])
    })?;
    let before = generated();
    step("Rust tests", rust)?;
    step("Generated files", || fresh(&before))?;
    step("Browser tests", || npm(&["run", "--silent", "test:browser"]))?;
    if cfg!(target_os = "linux") {
        step("Window tests", window)?;
    } else {
        println!("\nThe window tests need WebKitWebDriver and Xvfb, so they run on Linux only.");
    }
    println!("\nEverything passed in {}.", time(start.elapsed()));
    Ok(())
}

/// The tests of all crates; those of the window wait for their own step, in which they are asked for by name. One
/// process for each binary, not for each test: the catalogue is then derived once.
fn rust() -> Outcome {
    cargo(&["test", "--workspace", "--features", FEATURES])
}

/// One at a time: two windows at once would fight for two cores, and waiting would then look like failing.
fn window() -> Outcome {
    let all = ["test", "--workspace", "--features", FEATURES, "--test", "e2e"];
    let mut tests =
        command(&place::root(), "cargo", &[&all[..], &["--", "--ignored", "--test-threads=1"]].concat());
    tests.env("CARAVAN_DESKTOP", place::binary("debug", "caravan-desktop"));
    finish(tests)
}

fn cargo(arguments: &[&str]) -> Outcome {
    call(&place::root(), "cargo", arguments)
}

fn npm(arguments: &[&str]) -> Outcome {
    let mut npm = command(&place::ui(), "npm", arguments);
    npm.env("CARAVAN_HOST_BIN", place::binary("debug", "caravan-localhost"));
    finish(npm)
}

/// The tests write what is generated; if that changed a file, the one in the checkout was stale.
fn fresh(before: &BTreeMap<PathBuf, Vec<u8>>) -> Outcome {
    let after = generated();
    let stale: Vec<String> = before
        .keys()
        .chain(after.keys().filter(|path| !before.contains_key(*path)))
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| path.strip_prefix(place::root()).unwrap_or(path).display().to_string())
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!(
        "These generated files were stale and have been written anew; commit them: {}.",
        stale.join(", ")
    ))
}

fn generated() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    GENERATED.iter().for_each(|folder| collect(&place::root().join(folder), &mut files));
    files
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if let Ok(bytes) = fs::read(&path) {
            files.insert(path, bytes);
        }
    }
}
