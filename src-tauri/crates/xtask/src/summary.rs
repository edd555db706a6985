//! A report in words, for the terminal.

use std::fmt::Write;
use std::fs;

use serde_json::Value;

use crate::step::Outcome;

/// Reads a report and the documents that it belongs to, and tells what came of the run.
pub(crate) fn read(report: &str, journey: &str, workspace: &str, scenario: &str) -> Outcome<String> {
    let [report, journey, workspace, scenario] =
        [open(report)?, open(journey)?, open(workspace)?, open(scenario)?];
    let currency = scenario["costs"]["currency"].as_str().unwrap_or("EUR");
    let mut text = String::new();
    head(&mut text, &report, &journey);
    ready(&mut text, &report, &workspace);
    roles(&mut text, &report, &workspace);
    kpis(&mut text, &report, currency);
    why(&mut text, &report, &workspace);
    Ok(text)
}

fn open(path: &str) -> Outcome<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path} could not be read: {error}."))?;
    serde_json::from_str(&text).map_err(|error| format!("{path} is no JSON: {error}."))
}

fn head(text: &mut String, report: &Value, journey: &Value) {
    line(text, "", &format!("{} · {}", string(&journey["name"]), string(&report["scenario"])));
    line(
        text,
        "",
        &format!(
            "{} accounts, {} people, {} replications of {} days, seed {}",
            whole(&report["accounts"]),
            whole(&report["peopleAtStart"]),
            report["replications"],
            report["horizonDays"],
            report["seed"]
        ),
    );
}

fn ready(text: &mut String, report: &Value, workspace: &Value) {
    title(text, "Sales-ready groups (mean, 95% interval)");
    for row in rows(&report["solutionInterests"]) {
        let share = estimate(&row["salesReadyShare"], 100.0, " %");
        let ready = estimate(&row["salesReady"], 1.0, "");
        line(text, &name(workspace, row), &format!("{ready} of {} groups, {share}", row["groups"]));
        let [start, end] = ["completenessStart", "completenessEnd"].map(|key| mean(&row[key], 1.0, " %"));
        line(text, "  completeness", &format!("{start} → {end}"));
        line(text, "  median days to ready", &estimate(&row["medianDaysToReady"], 1.0, ""));
    }
}

fn roles(text: &mut String, report: &Value, workspace: &Value) {
    title(text, "Fill of each role, start → end");
    for row in rows(&report["roles"]) {
        let mark = if row["required"] == true { " *" } else { "" };
        let [start, end] = ["fillStart", "fillEnd"].map(|key| mean(&row[key], 100.0, " %"));
        let missing = mean(&row["groupsMissing"], 1.0, "");
        let label = format!("{}{mark}", string(&row["role"]));
        let bar = bar(row["fillEnd"]["mean"].as_f64());
        line(
            text,
            &label,
            &format!("{bar} {start:>8} → {end:>8}   missing in {missing} groups of {}", name(workspace, row)),
        );
    }
    line(text, "", "* required");
}

fn kpis(text: &mut String, report: &Value, currency: &str) {
    let kpis = &report["kpis"];
    title(text, "Key figures: awareness");
    line(text, "accounts reached", &estimate(&kpis["awareness"]["accountsReached"], 100.0, " %"));
    line(text, "click-through", &estimate(&kpis["awareness"]["clickThrough"], 100.0, " %"));
    line(text, "click-through before", &estimate(&kpis["awareness"]["clickThroughBefore"], 100.0, " %"));
    title(text, "Key figures: engagement");
    line(text, "accounts engaged", &estimate(&kpis["engagement"]["accounts"], 100.0, " %"));
    line(text, "people engaged", &estimate(&kpis["engagement"]["people"], 100.0, " %"));
    title(text, "Key figures: time");
    line(text, "contacts per ready group", &estimate(&kpis["time"]["contactsPerReadyGroup"], 1.0, ""));
    title(text, "Key figures: cost");
    let money = format!(" {currency}");
    line(text, "in all", &estimate(&report["summary"]["cost"], 1.0, &money));
    line(text, "per ready group", &estimate(&report["summary"]["costPerReadyGroup"], 1.0, &money));
    line(text, "per lead", &estimate(&report["summary"]["costPerLead"], 1.0, &money));
    for (channel, cost) in kpis["cost"]["byChannel"].as_object().into_iter().flatten() {
        if cost["mean"].as_f64().is_some_and(|mean| mean > 0.0) {
            line(text, &format!("  {}", words(channel)), &estimate(cost, 1.0, &money));
        }
    }
}

fn why(text: &mut String, report: &Value, workspace: &Value) {
    title(text, "Why groups are not ready: missing roles by cause (groups)");
    for row in rows(&report["why"]) {
        let causes: Vec<String> = row["causes"]
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(_, count)| count["mean"].as_f64().is_some_and(|mean| mean > 0.0))
            .map(|(cause, count)| format!("{} {}", words(cause), mean(count, 1.0, "")))
            .collect();
        let causes = if causes.is_empty() { "nothing is missing".into() } else { causes.join(" · ") };
        line(text, string(&row["role"]), &format!("{causes} ({})", name(workspace, row)));
    }
}

fn title(text: &mut String, words: &str) {
    let _ = writeln!(text, "\n{words}");
}

fn line(text: &mut String, label: &str, rest: &str) {
    let _ = if label.is_empty() { writeln!(text, "{rest}") } else { writeln!(text, "  {label:<30} {rest}") };
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The name of the solution interest that a row is about.
fn name(workspace: &Value, row: &Value) -> String {
    let id = &row["solutionInterest"];
    let known = rows(&workspace["solutionInterests"]).iter().find(|interest| interest["id"] == *id);
    string(known.map_or(id, |interest| &interest["name"])).to_owned()
}

/// `12.3 (11.9 to 12.7)`; a dash where the figure is undefined.
fn estimate(value: &Value, factor: f64, unit: &str) -> String {
    let [mean, low, high] = ["mean", "low", "high"].map(|key| value[key].as_f64().map(|x| x * factor));
    match (mean, low, high) {
        (Some(mean), Some(low), Some(high)) => {
            format!("{}{unit} ({} to {})", number(mean), number(low), number(high))
        }
        _ => "–".into(),
    }
}

fn mean(value: &Value, factor: f64, unit: &str) -> String {
    value["mean"].as_f64().map_or("–".into(), |mean| format!("{}{unit}", number(mean * factor)))
}

fn whole(value: &Value) -> String {
    value.as_u64().map_or("–".into(), |count| grouped(&count.to_string()))
}

/// One digit after the point below 1,000, none above; thousands apart.
fn number(value: f64) -> String {
    if value.abs() < 1000.0 {
        return format!("{value:.1}");
    }
    let digits = grouped(&format!("{:.0}", value.abs()));
    if value < 0.0 { format!("-{digits}") } else { digits }
}

fn grouped(digits: &str) -> String {
    let first = digits.len() % 3;
    digits.char_indices().fold(String::new(), |mut text, (place, digit)| {
        if place > 0 && place % 3 == first {
            text.push(',');
        }
        text.push(digit);
        text
    })
}

fn bar(share: Option<f64>) -> String {
    let full = (share.unwrap_or(0.0).clamp(0.0, 1.0) * 20.0).round() as usize;
    format!("{}{}", "█".repeat(full), "░".repeat(20 - full))
}

/// `noMatchingTitle` → `no matching title`.
fn words(key: &str) -> String {
    key.chars().fold(String::new(), |mut text, letter| {
        if letter.is_uppercase() {
            text.push(' ');
        }
        text.extend(letter.to_lowercase());
        text
    })
}
