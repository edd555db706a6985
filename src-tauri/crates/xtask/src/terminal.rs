//! The main job without a window: sample data, the sample journey simulated, what came of it in words.

use std::fs;

use crate::run::PROFILE;
use crate::step::{Outcome, call, command, finish, step};
use crate::{apt, place, summary};

/// As many accounts as the app starts with.
const ACCOUNTS: &str = "500";

pub(crate) fn run() -> Outcome {
    step("System packages", || apt::ensure(apt::COMPILER))?;
    step("Command line", || {
        call(
            &place::root(),
            "cargo",
            &["build", "--profile", PROFILE, "--package", "caravan", "--bin", "caravan"],
        )
    })?;
    let sample = place::root().join("assets/samples/seeds-buying-group");
    let [journey, workspace, scenario] = ["journey.json", "workspace.json", "scenario.json"]
        .map(|name| sample.join(name).to_string_lossy().into_owned());
    let out = place::out();
    let [data, report, drawing] =
        ["data", "report.json", "journey.svg"].map(|name| out.join(name).to_string_lossy().into_owned());
    fs::create_dir_all(&out).map_err(|error| format!("{} could not be made: {error}.", out.display()))?;

    step("Sample data", || caravan(&["sample", "--accounts", ACCOUNTS, "--seed", "1", "--out", &data]))?;
    step("Simulation", || {
        caravan(&[
            "simulate",
            &journey,
            "--workspace",
            &workspace,
            "--data",
            &data,
            "--scenario",
            &scenario,
            "--out",
            &report,
        ])
    })?;
    step("Drawing", || caravan(&["export", &journey, "--to", "svg", "--out", &drawing]))?;

    println!("\n{}", summary::read(&report, &journey, &workspace, &scenario)?);
    println!("The whole report: {report}\nThe journey as a picture: {drawing}");
    Ok(())
}

fn caravan(arguments: &[&str]) -> Outcome {
    finish(command(&place::root(), &place::binary(PROFILE, "caravan").to_string_lossy(), arguments))
}
