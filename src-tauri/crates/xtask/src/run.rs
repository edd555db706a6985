//! `cargo xtask run`: the app on a sample workspace, or the same job in the terminal where there is no display.

use std::time::{Duration, Instant};

use crate::step::{Outcome, call, command, step};
use crate::{apt, node, place, terminal};

/// Optimised without the last pass over everything, so that the first start is minutes away and not a quarter of an hour.
pub(crate) const PROFILE: &str = "swift";

/// A window that dies sooner than this never opened.
const OPENED: Duration = Duration::from_secs(5);

/// `--terminal` does the job in the terminal although there is a display.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| *argument != "--terminal") {
        return Err(format!("`cargo xtask run` knows --terminal only, not {unknown}."));
    }
    if !arguments.is_empty() {
        return terminal::run();
    }
    if !display() {
        println!("There is no display here, so the sample journey is simulated in the terminal.");
        return terminal::run();
    }
    build()?;
    if open()? {
        return Ok(());
    }
    println!("\nThe window could not be opened, so the sample journey is simulated in the terminal.");
    terminal::run()
}

fn build() -> Outcome {
    step("System packages", || apt::ensure(apt::WINDOW))?;
    step("UI packages", node::ensure)?;
    step("UI", || call(&place::ui(), "npm", &["run", "--silent", "build"]))?;
    step("App", || {
        let app = ["build", "--profile", PROFILE, "--package", "caravan-desktop"];
        call(&place::root(), "cargo", &app)
    })
}

/// Opens the window and waits until it is closed; false if it never was there.
fn open() -> Outcome<bool> {
    let app = place::binary(PROFILE, "caravan-desktop");
    let data = place::out().join("workspace");
    let mut window = command(&place::root(), &app.to_string_lossy(), &[]);
    if std::env::var_os("CARAVAN_DATA").is_none() {
        println!("\nThe sample workspace is in {}; close the window when you are done.", data.display());
        window.env("CARAVAN_DATA", data);
    }
    let start = Instant::now();
    let status =
        window.status().map_err(|error| format!("{} could not be started: {error}.", app.display()))?;
    if status.success() {
        Ok(true)
    } else if start.elapsed() < OPENED {
        Ok(false)
    } else {
        Err(format!("The app ended with {status}; its workspace is as you left it."))
    }
}

/// Whether a window can be seen: on Linux a Wayland display, or an X one whose socket is there.
fn display() -> bool {
    if cfg!(not(target_os = "linux")) {
        return true;
    }
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if set("WAYLAND_DISPLAY").is_some() {
        return true;
    }
    set("DISPLAY").is_some_and(|display| match display.strip_prefix(':') {
        Some(local) => {
            let number = local.split('.').next().unwrap_or_default();
            std::path::Path::new("/tmp/.X11-unix").join(format!("X{number}")).exists()
        }
        None => true,
    })
}
