//! How long an edit takes until its update is there, on journeys of 200 and of 2,000 nodes.

use std::time::Instant;

use design::Id;
use design::document::{Context, Document, Named};
use design::formats::native;
use design::intent::Intent;
use design::workspace::Workspace;
use serde_json::{Value, json};

use crate::workload::document;

/// Prints the median and the worst of editing, undoing and redoing.
pub(crate) fn measure(runs: usize, as_json: bool) -> Result<(), String> {
    let workspace: Workspace = document("workspace.json", &[])?;
    let journeys = [Named { id: "large".into(), name: "Large".into() }];
    let today = jiff::civil::date(2026, 12, 1);
    let context = Context { workspace: &workspace, journeys: &journeys, today, tables: None };
    let mut rows = Vec::new();
    for nodes in [200, 2_000] {
        let journey = native::read(&large(nodes).to_string()).map_err(|error| error.to_string())?;
        let mut document = Document::new(journey);
        let mut count = 0_u32;
        let mut fresh = || {
            count += 1;
            Id::new(format!("new{count}"))
                .unwrap_or_else(|| unreachable!("a short word and a number are an id"))
        };
        let mut times = Vec::new();
        for round in 0..runs.max(5) * 4 {
            let at = 1 + round * 7 % (nodes - 12);
            let intents = [
                json!({"do": "set", "node": {"id": "n1", "kind": "wait", "label": format!("W{round}"), "for": {"days": 5}}}),
                json!({"do": "insert", "from": format!("n{}", (at / 5) * 5 + 1), "path": null, "kind": "wait", "action": null}),
            ];
            for intent in intents {
                let intent: Intent = serde_json::from_value(intent).map_err(|error| error.to_string())?;
                let start = Instant::now();
                let outcome =
                    document.edit(intent, &mut fresh, &context).map_err(|error| error.to_string())?;
                let text = serde_json::to_string(&outcome.update).map_err(|error| error.to_string())?;
                times.push(start.elapsed().as_secs_f64() * 1e3);
                drop(text);
            }
            let start = Instant::now();
            document.undo(&context);
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        rows.push(json!({"nodes": nodes, "median": median, "worst": worst}));
        if !as_json {
            println!(
                "{nodes:>6} nodes: edit to update {median:7.2} ms in the median, {worst:7.2} ms at worst"
            );
        }
    }
    if as_json {
        println!("{}", serde_json::to_string_pretty(&rows).map_err(|error| error.to_string())?);
    }
    Ok(())
}

/// Splits in a row, each of two paths that do something and come together again.
pub(crate) fn large(nodes: usize) -> Value {
    let (mut list, mut edges) =
        (vec![json!({"id": "n0", "kind": "accountAudience", "audience": "aud-agri"})], Vec::new());
    let mut last = "n0".to_owned();
    for start in (1..nodes.saturating_sub(4)).step_by(5) {
        let id = |offset: usize| format!("n{}", start + offset);
        list.push(json!({"id": id(0), "kind": "wait", "for": {"days": 5}}));
        list.push(json!({"id": id(1), "kind": "splitAccounts", "other": true, "paths": [{"id": "p1", "label": "Large",
            "condition": {"attribute": "account.accountOrganization.annualRevenue.amount", "op": "atLeast", "value": start}}]}));
        list.push(
            json!({"id": id(2), "kind": "action", "action": {"type": "sendEmail", "email": "em-intro"}}),
        );
        list.push(json!({"id": id(3), "kind": "wait", "for": {"days": 3}}));
        list.push(json!({"id": id(4), "kind": "merge"}));
        edges.push(json!({"from": last, "to": id(0)}));
        edges.push(json!({"from": id(0), "to": id(1)}));
        edges.push(json!({"from": id(1), "path": "p1", "to": id(2)}));
        edges.push(json!({"from": id(1), "path": "other", "to": id(3)}));
        edges.push(json!({"from": id(2), "to": id(4)}));
        edges.push(json!({"from": id(3), "to": id(4)}));
        last = id(4);
    }
    json!({"format": "caravan/journey", "version": 1, "id": "large", "name": "Large", "kind": "account",
        "settings": {"timeZone": "Europe/Madrid", "start": "immediately", "end": null},
        "nodes": list, "edges": edges})
}
