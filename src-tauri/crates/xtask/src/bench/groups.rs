//! How long the live look at a roles template takes, and the groups of the data at hand.

use std::time::Instant;

use design::groups::{GroupsLooking, GroupsNow};
use design::matching::{Ground, preview_template};
use design::scenario::Scenario;
use design::workspace::Workspace;
use serde_json::{Value, json};
use studio::sample::sample;

use crate::workload::{PEOPLE, SEED, document};

/// Prints medians in milliseconds.
pub(crate) fn measure(accounts: u32, runs: usize, as_json: bool) -> Result<(), String> {
    let workspace: Workspace = document("workspace.json", &[])?;
    let scenario: Scenario = document("scenario.json", &[])?;
    let tables = sample(accounts, SEED, Some(PEOPLE));
    let ground = Ground::default();
    let template = &workspace.roles_templates.items()[0];
    let wrong = |error: design::compile::CompileError| error.to_string();
    let groups = GroupsNow::make(&workspace, &tables, &scenario).map_err(wrong)?;
    let looking = GroupsLooking::default();
    let figures = [
        (
            "the look at a template",
            100.0,
            median(runs, || {
                preview_template(&template.cards, &workspace, &tables, &scenario, &ground)
                    .map(drop)
                    .map_err(wrong)
            })?,
        ),
        (
            "all groups made",
            1_000.0,
            median(runs, || GroupsNow::make(&workspace, &tables, &scenario).map(drop).map_err(wrong))?,
        ),
        (
            "a page of the list",
            50.0,
            median(runs, || {
                groups.list(&tables, &looking, 0, 100);
                Ok(())
            })?,
        ),
        (
            "the heat map",
            50.0,
            median(runs, || {
                groups.coverage();
                Ok(())
            })?,
        ),
    ];
    if as_json {
        let figures: Vec<Value> = figures
            .iter()
            .map(|(name, goal, time)| json!({"name": name, "milliseconds": time, "goal": goal}))
            .collect();
        println!("{}", json!({"people": tables.people.rows(), "figures": figures}));
        return Ok(());
    }
    println!(
        "\nBuying groups of {} people, milliseconds; medians of {}.\n",
        tables.people.rows(),
        runs.max(5)
    );
    for (name, goal, time) in figures {
        println!("{name:<26} {time:>8.1}  {:>5.2} × the goal of {goal}", time / goal);
    }
    Ok(())
}

fn median(runs: usize, mut work: impl FnMut() -> Result<(), String>) -> Result<f64, String> {
    let mut times = Vec::new();
    for _ in 0..runs.max(5) {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}
