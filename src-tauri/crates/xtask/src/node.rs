//! Node and the UI's packages.

use std::fs;
use std::process::Command;

use crate::place;
use crate::step::{Outcome, call};

/// The oldest Node that the UI's build works with.
const OLDEST: (u32, u32) = (20, 19);

/// Sees to it that Node is there and that the UI's packages are those of the lock file.
pub(crate) fn ensure() -> Outcome {
    check()?;
    let lock = place::ui().join("package-lock.json");
    let stamp = place::ui().join("node_modules/.installed-lock.json");
    let wanted =
        fs::read(&lock).map_err(|error| format!("{} could not be read: {error}.", lock.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    call(&place::ui(), "npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"])?;
    fs::write(&stamp, wanted).map_err(|error| format!("{} could not be written: {error}.", stamp.display()))
}

fn check() -> Outcome {
    let (major, minor) = OLDEST;
    let install = format!(
        "Install Node {major}.{minor} or newer (with npm) from nodejs.org or your package manager, then run this again."
    );
    let Ok(output) = Command::new("node").arg("--version").output() else {
        return Err(format!("Node is missing. {install}"));
    };
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if read(&version).is_none_or(|found| found < OLDEST) {
        return Err(format!("Node {version} is too old. {install}"));
    }
    if place::program(&["npm", "npm.cmd"]).is_none() {
        return Err(format!("npm is missing. {install}"));
    }
    Ok(())
}

/// `v20.20.2` → (20, 20).
fn read(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
