//! The JSON Schemas are generated from the Rust types; a stale file is a red test. Every document that ships is valid.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::golden::{folder, place};

#[test]
fn generated_schemas_are_fresh() {
    let files: BTreeMap<String, String> =
        design::schema::schemas().into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    folder(&place("assets/schema"), &files);
}

#[test]
fn shipped_documents_are_valid() {
    let schemas: BTreeMap<_, _> = design::schema::schemas()
        .into_iter()
        .map(|(name, text)| {
            let schema: Value = serde_json::from_str(&text).unwrap();
            (name.trim_end_matches(".json"), jsonschema::validator_for(&schema).unwrap())
        })
        .collect();
    let mut checked = 0;
    for path in documents() {
        let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let Some(format) = document["format"].as_str().and_then(|format| format.strip_prefix("caravan/"))
        else {
            continue;
        };
        let problems: Vec<_> = schemas[format]
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert!(problems.is_empty(), "{}: {problems:#?}", path.display());
        checked += 1;
    }
    assert!(checked >= 8, "only {checked} documents were found");
}

/// The table of memberships has no head that names a format; the tests of imports read the same file.
#[test]
fn memberships_are_valid() {
    let schemas = design::schema::schemas();
    let (_, text) = schemas.iter().find(|(name, _)| *name == "members.json").unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap();
    let case = fs::read_to_string(place("tests/tables/members-json.txt")).unwrap();
    let (_, table) = case.split_once("--- members.json\n").unwrap();
    let mut table: Value = serde_json::from_str(table.split_once("--- ").unwrap().0).unwrap();
    assert!(schema.is_valid(&table));
    for (key, wrong) in [("source", "robot"), ("removed", "perhaps")] {
        let mut row = table[0].clone();
        row[key] = wrong.into();
        table[1] = row;
        assert!(!schema.is_valid(&table), "{key}");
    }
}

#[test]
fn unknown_keys_and_newer_versions_are_invalid() {
    let (_, text) = design::schema::schemas().remove(0);
    let schema = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
    let mut document: Value =
        serde_json::from_str(&crate::golden::fixture("seeds-buying-group/journey.json")).unwrap();
    assert!(schema.is_valid(&document));
    document["nodes"][0]["colour"] = "red".into();
    assert!(!schema.is_valid(&document));
    document["nodes"][0].as_object_mut().unwrap().remove("colour");
    document["version"] = 2.into();
    assert!(!schema.is_valid(&document));
}

/// Every JSON file of the samples and of the fixtures that are meant to be read.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![place("assets/samples"), place("assets/templates"), place("tests/journeys")];
    while let Some(path) = open.pop() {
        if path.is_dir() && !path.ends_with("bad") {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|end| end == "json") {
            found.push(path);
        }
    }
    found.sort();
    found
}
