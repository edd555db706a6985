//! Documents: what is read is written back byte for byte, and what can't be read is refused in one sentence.

use std::fmt::Write;
use std::fs;

use design::formats::native::{self, Document};
use design::journey::Journey;
use design::scenario::Scenario;
use design::workspace::Workspace;

use crate::golden::{expect, fixture, place};

fn check<D: Document>(name: &str) {
    let text = fixture(name);
    let document: D = native::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(native::write(&document), text, "{name}");
}

#[test]
fn documents_round_trip() {
    for example in ["seeds-buying-group", "paid-media-controller"] {
        check::<Journey>(&format!("{example}/journey.json"));
        check::<Workspace>(&format!("{example}/workspace.json"));
        check::<Scenario>(&format!("{example}/scenario.json"));
    }
    check::<Journey>("every-node/account.json");
    check::<Journey>("every-node/person.json");
}

#[test]
fn a_byte_order_mark_is_understood() {
    let text = fixture("every-node/person.json");
    assert_eq!(native::read::<Journey>(&format!("\u{feff}{text}")), native::read::<Journey>(&text));
}

#[test]
fn bad_documents_are_refused_in_one_sentence() {
    let mut names: Vec<_> = fs::read_dir(place("tests/journeys/bad"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut said = String::new();
    for name in names {
        let error = native::read::<Journey>(&fixture(&format!("bad/{name}"))).expect_err(&name);
        writeln!(said, "{name}\n  {error}").unwrap();
    }
    expect("bad-documents.txt", &said);
}

#[test]
fn journeys_are_drawn() {
    let workspace: Workspace = native::read(&fixture("seeds-buying-group/workspace.json")).unwrap();
    let journey: Journey = native::read(&fixture("seeds-buying-group/journey.json")).unwrap();
    expect("seeds-buying-group.svg", &design::formats::svg::write(&journey, Some(&workspace)));
}
