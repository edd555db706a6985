//! `cargo xtask bench`: builds the measuring program in release mode and starts it.

use std::process::Command;

use crate::place;
use crate::step::{Outcome, call, command, finish};

pub(crate) fn bench(arguments: &[String]) -> Outcome {
    let build = ["build", "--release", "--package", "xtask", "--features", "bench", "--bin", "caravan-bench"];
    call(&place::root(), "cargo", &build)?;
    let program = place::binary("release", "caravan-bench");
    let mut bench: Command = command(&place::root(), &program.to_string_lossy(), &[]);
    bench.args(arguments);
    finish(bench)
}
