//! Files into tables that are there: each file of `tests/merging` holds two folders, one imported after the other, and
//! what the second one changes. With UPDATE set, what becomes of them is written anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use design::tables::Tables;
use studio::Failure;
use studio::import::{DayOrder, Given, ImportSummary, Watch, into, preview};

use crate::import::{bytes, records};

#[test]
fn an_import_changes_what_it_says() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("merging");
    for case in fs::read_dir(cases).unwrap() {
        check(&case.unwrap().path());
    }
}

fn check(case: &Path) {
    let text = fs::read_to_string(case).unwrap();
    let (given, expected) = text.split_once("--- expected\n").unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut tables = Tables::default();
    let mut found = String::new();
    for import in given.split("=== then\n") {
        let mut files = Vec::new();
        for file in import.split("--- ").skip(1) {
            let (name, content) = file.split_once('\n').unwrap();
            let path = dir.path().join(name);
            fs::write(&path, bytes(content)).unwrap();
            files.push(Given { path: path.display().to_string(), ..Given::default() });
        }
        match import_into(&tables, &files) {
            Ok((merged, summary)) => {
                tables = merged;
                said(&mut found, &summary);
            }
            Err(failure) => writeln!(found, "refused, {}", failure.code).unwrap(),
        }
    }
    found.push_str(&records(&tables));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(case, format!("{given}--- expected\n{found}")).unwrap();
        return;
    }
    assert_eq!(found, expected, "{}", case.display());
}

fn import_into(tables: &Tables, files: &[Given]) -> Result<(Tables, ImportSummary), Failure> {
    into(tables, files, &Arc::new(Watch::default()))
}

fn said(text: &mut String, summary: &ImportSummary) {
    let ImportSummary { accounts, people, activities, members, notes, noted } = summary;
    for (what, changes) in
        [("accounts", accounts), ("people", people), ("activities", activities), ("members", members)]
    {
        let (added, updated, unchanged) = (changes.added, changes.updated, changes.unchanged);
        if added + updated + unchanged > 0 {
            writeln!(text, "{what}: {added} added, {updated} updated, {unchanged} unchanged").unwrap();
        }
    }
    assert_eq!(notes.len() as u32, *noted);
    notes.iter().for_each(|note| writeln!(text, "note: {note}").unwrap());
}

#[test]
fn a_cancelled_import_leaves_the_tables_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("accounts.csv");
    fs::write(&path, "Id,Name\nA1,Velmarin\n").unwrap();
    let watch = Arc::new(Watch::default());
    watch.stop();
    let files = [Given { path: path.display().to_string(), ..Given::default() }];
    assert_eq!(into(&Tables::default(), &files, &watch).unwrap_err().code, "cancelled");
}

/// Where nothing in a column says whether its dates begin with the day or with the month, the user does.
#[test]
fn the_user_says_which_comes_first_in_dates() {
    let dir = tempfile::tempdir().unwrap();
    let given = |name: &str, content: &str| {
        let path = dir.path().join(name);
        fs::write(&path, content).unwrap();
        Given { path: path.display().to_string(), ..Given::default() }
    };
    let records = [
        given("accounts.csv", "Id,Name\nA1,Velmarin Farms\n"),
        given("people.csv", "Id,AccountId,Email\nP1,A1,alia@velmarin.example\n"),
    ];
    let did =
        given("activities.csv", "Person ID,Timestamp,Event type\nP1,03/11/2026 09:30,web.formFilledOut\n");
    let with = |days: Option<DayOrder>| Given { days: Some(vec![None, days, None]), ..did.clone() };
    let begins = |days| preview(&with(days)).unwrap().columns[1].days.unwrap().order;
    let taken = |days| {
        let files = [&records[..], &[with(days)]].concat();
        let (tables, summary) = into(&Tables::default(), &files, &Arc::default()).unwrap();
        (tables.activities.first().map(|activity| activity.timestamp.clone()), summary.noted)
    };
    assert_eq!((begins(None), taken(None)), (None, (None, 1)));
    for (days, at) in
        [(DayOrder::DayFirst, "2026-11-03T09:30:00"), (DayOrder::MonthFirst, "2026-03-11T09:30:00")]
    {
        assert_eq!((begins(Some(days)), taken(Some(days))), (Some(days), (Some(at.to_owned()), 0)));
    }
}
