//! Checks: each case mends or breaks a fixture, and its findings are compared with the expected ones.

use std::fmt::Write;

use design::check::check as findings;
use design::formats::native;
use design::problem::Severity;
use serde_json::Value;

use crate::desk::Desk;
use crate::golden::{expect, fixture};

/// A case of `tests/journeys/checks.json`: a fixture, and by JSON pointer what is put (or with null: taken) where.
fn check(case: &Value) -> String {
    let name = case["journey"].as_str().unwrap();
    let folder = name.split('/').next().unwrap();
    let folder = if folder == "every-node" { "seeds-buying-group" } else { folder };
    let mut journey: Value = serde_json::from_str(&fixture(name)).unwrap();
    let mut workspace: Value = serde_json::from_str(&fixture(&format!("{folder}/workspace.json"))).unwrap();
    put(&mut journey, &case["put"]);
    put(&mut workspace, &case["workspace"]);
    let journey = native::read(&journey.to_string()).unwrap_or_else(|error| panic!("{case}: {error}"));
    let workspace = native::read(&workspace.to_string()).unwrap_or_else(|error| panic!("{case}: {error}"));
    let desk = Desk::of(journey, workspace);
    let mut said = String::new();
    for problem in findings(desk.document.journey(), &desk.context()) {
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        let place =
            [problem.node, problem.exit].into_iter().flatten().map(|id| id.to_string()).collect::<Vec<_>>();
        writeln!(said, "  {severity} {} [{}]", problem.code, place.join(" ")).unwrap();
        writeln!(said, "    {}\n    {}", problem.sentence.en, problem.sentence.es).unwrap();
        assert!(problem.sentence.en.ends_with('.') && problem.sentence.es.ends_with('.'), "{}", problem.code);
    }
    said
}

fn put(document: &mut Value, changes: &Value) {
    for (pointer, value) in changes.as_object().into_iter().flatten() {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
            Value::Array(items) if key == "-" => items.push(value.clone()),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            Value::Object(map) => {
                map.insert(key.to_owned(), value.clone());
            }
            _ => panic!("{pointer}"),
        }
    }
}

#[test]
fn findings_are_as_expected() {
    let cases: Value = serde_json::from_str(&fixture("checks.json")).unwrap();
    let mut said = String::new();
    for case in cases.as_array().unwrap() {
        let found = check(case);
        let name = case["name"].as_str().unwrap();
        writeln!(said, "{name}\n{found}").unwrap();
        // A case is named after the code that it shows.
        let code = name.split([' ', ':']).next().unwrap();
        assert!(code == "none" || found.contains(code), "{name} is not found:\n{found}");
    }
    expect("checks.txt", &said);
}
