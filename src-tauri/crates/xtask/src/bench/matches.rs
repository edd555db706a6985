//! How long it takes to count who meets a condition, as the condition editor asks it.

use std::time::Instant;

use design::On;
use design::condition::Condition;
use design::matching::{Ground, count};
use design::scenario::Scenario;
use design::workspace::Workspace;
use serde_json::{Value, json};
use studio::sample::sample;

use crate::workload::{PEOPLE, SEED, document};

/// What is counted: each kind of leaf alone, then a condition as large as people write them.
fn conditions() -> Vec<(&'static str, On, Value)> {
    let title = json!({"attribute": "person.extendedWorkDetails.jobTitle", "op": "startsWith", "value": ["VP", "Chief", "Director"]});
    let spain = json!({"attribute": "account.accountBillingAddress.country", "op": "is", "value": ["Spain", "Germany"]});
    let mail = json!({"attribute": "person.workEmail.address", "op": "contains", "value": ["an", "es"]});
    let score = json!({"attribute": "person.engagementScore", "op": "atLeast", "value": 10});
    let history = json!({"eventHistory": {"eventType": "web.webpagedetails.pageViews", "withinDays": 30, "atLeast": 1}});
    let group = json!({"matchedBuyingGroup": {"completeness": {"atLeast": 50}, "people": [{"role": "Decision Maker", "atLeast": 1}]}});
    let member =
        json!({"memberOfBuyingGroup": {"role": ["Champion", "Influencer"], "engagement": {"atLeast": 1}}});
    let large = json!({"any": [
        {"all": [spain, group, {"hasPerson": {"all": [title, mail, {"none": [history]}]}}]},
        {"all": [history, member, score, {"none": [title, mail]}]},
        {"none": [spain, title, {"any": [mail, member]}]}]});
    vec![
        ("an attribute of few values", On::People, title),
        ("an attribute of as many values as people", On::People, mail),
        ("an engagement score", On::People, score),
        ("an event history", On::People, history),
        ("a buying group", On::Accounts, group),
        ("a member of a buying group", On::People, member),
        ("all of them, nested, twice over", On::Accounts, large),
    ]
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Prints how long the groups take, and the medians of a condition's first count and of the ones after it.
pub(crate) fn measure(accounts: u32, runs: usize, as_json: bool) -> Result<(), String> {
    let workspace: Workspace = document("workspace.json", &[])?;
    let scenario: Scenario = document("scenario.json", &[])?;
    let tables = sample(accounts, SEED, Some(PEOPLE));
    let ground = Ground::default();
    let start = Instant::now();
    ground.warm(&workspace, &tables, &scenario);
    let warm = start.elapsed().as_secs_f64() * 1e3;
    let mut rows = Vec::new();
    for (name, on, condition) in conditions() {
        let condition: Condition = serde_json::from_value(condition).map_err(|error| error.to_string())?;
        let (mut first, mut again) = (Vec::new(), Vec::new());
        let mut matches = 0;
        for _ in 0..runs.max(5) {
            // A new ground knows of no test that was asked before.
            let ground = Ground::default();
            ground.warm(&workspace, &tables, &scenario);
            for times in [&mut first, &mut again] {
                let start = Instant::now();
                let found = count(on, &condition, &workspace, &tables, &scenario, &ground);
                times.push(start.elapsed().as_secs_f64() * 1e3);
                matches = found.map_err(|error| error.to_string())?.matches;
            }
        }
        rows.push((name, median(first), median(again), matches));
    }
    let people = tables.people.rows();
    if as_json {
        let figures: Vec<Value> = rows
            .iter()
            .map(|(name, first, again, matches)| json!({"condition": name, "first": first, "again": again, "matches": matches}))
            .collect();
        println!(
            "{}",
            json!({"accounts": accounts, "people": people, "groundMilliseconds": warm, "figures": figures})
        );
        return Ok(());
    }
    println!("\nCounting matches among {accounts} accounts with {people} people; milliseconds.\n");
    println!("{:<42} {:>8} {:>9} {:>8} {:>9}", "condition", "first", "of 50 ms", "again", "matches");
    for (name, first, again, matches) in rows {
        println!("{name:<42} {first:>8.2} {:>7.0} % {again:>8.2} {matches:>9}", first * 2.0);
    }
    println!("\nonce for each data, before the first count of groups: {warm:.0} ms");
    Ok(())
}
