//! Documents: what is read is written back byte for byte, and what can't be read is refused in one sentence.

use std::fmt::Write;
use std::fs;

use design::formats::Subject;
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
    let subject = Subject { workspace: Some(&workspace), ..Subject::of(&journey) };
    expect("seeds-buying-group.svg", &design::formats::svg::write(&subject));
}

/// A document that has come to version 3, with what a file of version 1 needs to be read.
#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Sketch {
    title: String,
    pages: Vec<String>,
}

impl Document for Sketch {
    const FORMAT: &str = "caravan/sketch";
    const UPGRADES: &[native::Upgrade] = &[
        // Version 2 calls the name a title.
        |map| {
            if let Some(name) = map.shift_remove("name") {
                map.insert("title".into(), name);
            }
        },
        // Version 3 has several pages.
        |map| {
            if let Some(page) = map.shift_remove("page") {
                map.insert("pages".into(), vec![page].into());
            }
        },
    ];
}

#[test]
fn older_documents_are_upgraded_step_by_step() {
    let read = |version: u64, rest: &str| {
        native::read::<Sketch>(&format!("{{\"format\": \"caravan/sketch\", \"version\": {version}, {rest}}}"))
    };
    let sketch = Sketch { title: "A".into(), pages: vec!["b".into()] };
    assert_eq!(read(1, "\"name\": \"A\", \"page\": \"b\"").as_ref(), Ok(&sketch));
    assert_eq!(read(2, "\"title\": \"A\", \"page\": \"b\"").as_ref(), Ok(&sketch));
    assert_eq!(read(3, "\"title\": \"A\", \"pages\": [\"b\"]").as_ref(), Ok(&sketch));
    let text = native::write(&sketch);
    assert!(text.starts_with("{\n  \"format\": \"caravan/sketch\",\n  \"version\": 3,"), "{text}");
    assert_eq!(native::read::<Sketch>(&text).as_ref(), Ok(&sketch));
    let newer = read(4, "\"title\": \"A\", \"pages\": []").unwrap_err().to_string();
    assert!(newer.contains("reads up to 3"), "{newer}");
    // A version knows its own keys only.
    let late = read(3, "\"name\": \"A\", \"pages\": []").unwrap_err().to_string();
    assert!(late.contains("name"), "{late}");
}

/// Every fixture and sample is written back as it stands, byte for byte.
#[test]
fn all_fixtures_round_trip() {
    let mut open = vec![place("assets/samples"), place("tests/journeys")];
    let mut checked = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() && !path.ends_with("bad") {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let name = path.display();
        let same = |written: Result<String, native::ReadError>| match written {
            Ok(written) => assert_eq!(written, text, "{name}"),
            Err(error) => panic!("{name}: {error}"),
        };
        let head = text.lines().nth(1).unwrap_or_default();
        match () {
            () if head.contains("caravan/journey") => {
                same(native::read::<Journey>(&text).map(|it| native::write(&it)))
            }
            () if head.contains("caravan/workspace") => {
                same(native::read::<Workspace>(&text).map(|it| native::write(&it)));
            }
            () if head.contains("caravan/scenario") => {
                same(native::read::<Scenario>(&text).map(|it| native::write(&it)))
            }
            () => continue,
        }
        checked += 1;
    }
    assert!(checked >= 12, "only {checked} documents were found");
}
