//! `cargo xtask bench`: builds what measures in release mode and starts it.

use std::process::Command;

use crate::step::{Outcome, call, command, finish};
use crate::{node, place};

pub(crate) fn bench(arguments: &[String]) -> Outcome {
    if let Some(at) = arguments.iter().position(|argument| argument == "--canvas") {
        let cards = arguments.get(at + 1).map_or("100,500,2000", String::as_str);
        return window("frames", "CARAVAN_FRAMES", cards);
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--live") {
        return window("live", "CARAVAN_LIVE", arguments.get(at + 1).map_or("10,60,200", String::as_str));
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--rows") {
        return window("rows", "CARAVAN_ROWS", arguments.get(at + 1).map_or("12500,125000", String::as_str));
    }
    let build = ["build", "--release", "--package", "xtask", "--features", "bench", "--bin", "caravan-bench"];
    let mut built = command(&place::root(), "cargo", &build);
    // A profile names functions.
    built.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    finish(built)?;
    let program = place::binary("release", "caravan-bench");
    let mut bench: Command = command(&place::root(), &program.to_string_lossy(), &[]);
    bench.args(arguments);
    finish(bench)
}

/// Measures in the real window with journeys of so many cards, `frames` of panning, zooming and dragging, or how soon
/// `live` shows an edit; or with the people of so many accounts, `rows` of a table that is scrolled.
fn window(what: &str, variable: &str, sizes: &str) -> Outcome {
    node::ensure()?;
    call(&place::ui(), "npm", &["run", "--silent", "build"])?;
    call(&place::root(), "cargo", &["build", "--release", "--package", "caravan-desktop"])?;
    let test = ["test", "--package", "caravan-tests", "--features", "window", "--test", "e2e", what];
    let mut measured =
        command(&place::root(), "cargo", &[&test[..], &["--", "--ignored", "--nocapture"]].concat());
    measured.env("CARAVAN_DESKTOP", place::binary("release", "caravan-desktop")).env(variable, sizes);
    finish(measured)
}
