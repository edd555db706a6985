//! Checks: each case mends or breaks a fixture, and its findings are compared with the expected ones.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use design::check::{check as findings, errors, mend_workspace};
use design::fix::FixOf;
use design::formats::native;
use design::history::Steps;
use design::intent::Intent;
use design::problem::{Finding, Problem, Severity};
use design::tables::{ColumnBuilder, Table, Tables};
use design::workspace::document::WorkspaceDocument;
use design::workspace::uses::Users;
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
    let mut desk = Desk::of(journey, workspace);
    desk.tables = tables(&case["tables"]).map(Arc::new);
    let mut said = String::new();
    let found = findings(desk.document.journey(), &desk.context());
    let blocking: Vec<_> = found.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert_eq!(errors(desk.document.journey(), &desk.context()).iter().collect::<Vec<_>>(), blocking);
    for problem in found {
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        let place =
            [&problem.node, &problem.exit].into_iter().flatten().map(ToString::to_string).collect::<Vec<_>>();
        writeln!(said, "  {severity} {} [{}]", problem.code, place.join(" ")).unwrap();
        writeln!(said, "    {}\n    {}", problem.sentence.en, problem.sentence.es).unwrap();
        if let Some(fix) = &problem.fix {
            writeln!(said, "    {}: {} / {}", fix.code, fix.name.en, fix.name.es).unwrap();
        }
        mends(&desk, &problem);
        assert!(problem.sentence.en.ends_with('.') && problem.sentence.es.ends_with('.'), "{}", problem.code);
    }
    said
}

/// A fix takes its finding away, brings no new error, and undo takes it back to the byte.
fn mends(desk: &Desk, problem: &Problem) {
    let Some(fix) = &problem.fix else { return };
    let finding = Finding {
        code: problem.code.clone(),
        node: problem.node.clone(),
        exit: problem.exit.clone(),
        params: problem.params.clone(),
        fix: fix.code.clone(),
    };
    let before = findings(desk.document.journey(), &desk.context());
    let count = |problems: &[Problem]| problems.iter().filter(|other| same(other, problem)).count();
    let mut mended = Desk::of(desk.document.journey().clone(), desk.workspace.clone());
    mended.tables.clone_from(&desk.tables);
    let bytes = mended.bytes();
    if fix.of == FixOf::Journey {
        mended.edit(Intent::Mend { finding }).unwrap_or_else(|error| panic!("{problem:#?}: {error}"));
    } else {
        let intents = mend_workspace(&finding, desk.document.journey(), &desk.context()).unwrap();
        let mut document = WorkspaceDocument::with_history(desk.workspace.clone(), 0, Steps::default());
        let text = native::write(document.workspace());
        document.edit(intents, &Users::default()).unwrap_or_else(|error| panic!("{problem:#?}: {error}"));
        mended.workspace = document.workspace().clone();
        document.undo().unwrap();
        assert_eq!(native::write(document.workspace()), text, "{problem:#?}");
    }
    let after = findings(mended.document.journey(), &mended.context());
    assert!(count(&after) < count(&before), "{} stays after {}: {after:#?}", problem.code, fix.code);
    let errors = |problems: &[Problem]| {
        let mut counts = BTreeMap::new();
        for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
            *counts.entry(problem.code.clone()).or_insert(0) += 1;
        }
        counts
    };
    let (errors, known) = (errors(&after), errors(&before));
    for (code, count) in errors {
        assert!(count <= known.get(&code).copied().unwrap_or(0), "{} brings {code}: {after:#?}", fix.code);
    }
    if fix.of == FixOf::Journey {
        mended.undo().unwrap();
        assert_eq!(mended.bytes(), bytes, "{problem:#?}");
        assert!(mended.undo().is_none(), "{} is more than one step", fix.code);
    }
}

/// The same finding; where something is between nodes, positions may have shifted.
fn same(a: &Problem, b: &Problem) -> bool {
    a.code == b.code && a.node == b.node && a.exit == b.exit && a.sentence == b.sentence
}

/// Tables of a case: by `accounts` and `people` the columns with their cells, null for a missing one.
fn tables(case: &Value) -> Option<Tables> {
    let table = |columns: &Value| {
        let mut table = Table::default();
        for (name, cells) in columns.as_object().into_iter().flatten() {
            let mut column = ColumnBuilder::default();
            cells.as_array().unwrap().iter().for_each(|cell| column.push(cell.as_str().unwrap_or_default()));
            table.add(name.as_str(), column.finish());
        }
        table
    };
    case.is_object().then(|| {
        let people = table(&case["people"]);
        let account_of = (0..people.rows() as u32).collect();
        Tables { accounts: table(&case["accounts"]), people, account_of, ..Tables::default() }
    })
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
