//! `cargo xtask bench`: builds what measures in release mode and starts it.

use std::process::Command;

use crate::step::{Outcome, call, command, finish};
use crate::{node, place};

pub(crate) fn bench(arguments: &[String]) -> Outcome {
    if let Some(at) = arguments.iter().position(|argument| argument == "--canvas") {
        return canvas(arguments.get(at + 1).map_or("100,500,2000", String::as_str));
    }
    let build = ["build", "--release", "--package", "xtask", "--features", "bench", "--bin", "caravan-bench"];
    call(&place::root(), "cargo", &build)?;
    let program = place::binary("release", "caravan-bench");
    let mut bench: Command = command(&place::root(), &program.to_string_lossy(), &[]);
    bench.args(arguments);
    finish(bench)
}

/// Pans, zooms and drags on boards of so many cards, in the real window.
fn canvas(cards: &str) -> Outcome {
    node::ensure()?;
    call(&place::ui(), "npm", &["run", "--silent", "build"])?;
    call(&place::root(), "cargo", &["build", "--release", "--package", "caravan-desktop"])?;
    let test = ["test", "--package", "caravan-tests", "--features", "window", "--test", "e2e", "frames"];
    let mut frames =
        command(&place::root(), "cargo", &[&test[..], &["--", "--ignored", "--nocapture"]].concat());
    frames.env("CARAVAN_DESKTOP", place::binary("release", "caravan-desktop")).env("CARAVAN_FRAMES", cards);
    finish(frames)
}
