//! The journeys to begin with: each reads in both languages, is right in the sample workspace, and does its work.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use design::check::check as findings;
use design::document::Context;
use design::formats::native;
use design::journey::Journey;
use design::kinds::Kind;
use design::scenario::Scenario;
use design::sentences::Language;
use design::tables::Tables;
use design::workspace::Workspace;
use serde_json::Value;
use studio::runs::{Job, simulate};
use studio::sample::sample;
use studio::templates::{TEMPLATES, Template};

use crate::golden::place;

fn file(name: &str) -> String {
    fs::read_to_string(place("assets").join(name)).unwrap()
}

fn workspace() -> Workspace {
    native::read(&file("samples/seeds-buying-group/workspace.json")).unwrap()
}

fn problems(journey: &Journey, workspace: &Workspace, tables: Option<&Arc<Tables>>) -> Vec<String> {
    let context = Context { workspace, journeys: &[], today: jiff::civil::date(2026, 12, 1), tables };
    findings(journey, &context)
        .iter()
        .map(|it| format!("{} {:?}: {}", it.code, it.node, it.sentence.en))
        .collect()
}

#[test]
fn templates_have_nothing_to_mend_in_the_sample_workspace() {
    let tables = Arc::new(sample(500, 1, None));
    for template in TEMPLATES {
        for language in [Language::En, Language::Es] {
            let journey = template.journey(language).unwrap_or_else(|error| panic!("{error}"));
            let found = problems(&journey, &workspace(), Some(&tables));
            assert!(found.is_empty(), "{}: {found:#?}", template.id);
        }
    }
}

/// What a template refers to can be made where it is missing: all but what belongs to a stages model.
#[test]
fn templates_say_what_another_workspace_lacks() {
    let empty: Workspace =
        native::read(r#"{"format": "caravan/workspace", "version": 1, "name": "Empty"}"#).unwrap();
    for template in TEMPLATES {
        let journey = template.journey(Language::En).unwrap();
        let context =
            Context { workspace: &empty, journeys: &[], today: jiff::civil::date(2026, 12, 1), tables: None };
        let found = findings(&journey, &context);
        let lacks = |of: &str| {
            let mut missing =
                found.iter().filter(|it| it.code == "unknown-reference" && it.params["of"] == of);
            missing.next().is_some_and(|it| it.fix.is_some())
        };
        assert!(lacks("email") || lacks("destination"), "{}: {found:#?}", template.id);
    }
}

#[test]
fn templates_differ_in_their_texts_alone() {
    for template in TEMPLATES {
        let spanish: Value =
            serde_json::from_str(&file(&format!("templates/{}.es.json", template.id))).unwrap();
        let document: Value =
            serde_json::from_str(&file(&format!("templates/{}.json", template.id))).unwrap();
        let translated: BTreeSet<&str> = spanish.as_object().unwrap().keys().map(String::as_str).collect();
        let mut said = BTreeSet::new();
        texts(&document, &mut said);
        assert_eq!(said, translated, "{}", template.id);
        let (en, es) = (template.journey(Language::En).unwrap(), template.journey(Language::Es).unwrap());
        assert_eq!(en.edges, es.edges);
        assert_ne!(en.name, es.name);
        assert!(
            native::write(&en) == file(&format!("templates/{}.json", template.id)),
            "{} is not as it would be written",
            template.id
        );
    }
}

fn texts<'a>(value: &'a Value, into: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| match value {
            Value::String(text)
                if ["name", "description", "label", "note", "status"].contains(&key.as_str()) =>
            {
                into.insert(text);
            }
            value => texts(value, into),
        }),
        Value::Array(items) => items.iter().for_each(|item| texts(item, into)),
        _ => {}
    }
}

/// Accounts enter each of them, groups are fuller at its end, and every step is reached by somebody.
#[test]
fn templates_fill_groups() {
    let mut scenario: Value =
        serde_json::from_str(&file("samples/seeds-buying-group/scenario.json")).unwrap();
    scenario["replications"] = 2.into();
    scenario["horizonDays"] = 180.into();
    let scenario: Scenario = native::read(&scenario.to_string()).unwrap();
    let (workspace, tables) = (workspace(), sample(500, 1, None));
    for template in TEMPLATES {
        let journey = template.journey(Language::En).unwrap();
        let job = Job {
            journey: &journey,
            workspace: &workspace,
            tables: &tables,
            scenario: &scenario,
            threads: Some(2),
        };
        let report =
            simulate(&job, &|_| {}, &AtomicBool::new(false)).unwrap_or_else(|error| panic!("{error}"));
        let id = template.id;
        assert!(report.summary.entered.mean.unwrap() > 20.0, "{id}: {:?}", report.summary);
        let group = &report.solution_interests[0];
        let (start, end) = (group.completeness_start.mean.unwrap(), group.completeness_end.mean.unwrap());
        assert!(end > start, "{id}: {start} to {end}");
        let idle: Vec<_> = report.nodes.iter().filter(|node| node.entered.mean == Some(0.0)).collect();
        let idle: Vec<_> = idle.iter().map(|node| node.id.as_str()).collect();
        assert!(idle.is_empty(), "{id}: nobody comes to {idle:?}");
    }
}

#[test]
fn templates_are_no_copies_of_each_other() {
    let kinds = |template: &Template| -> Vec<&'static str> {
        template.journey(Language::En).unwrap().nodes.iter().map(|node| Kind::tag(&node.kind)).collect()
    };
    let all: BTreeSet<_> = TEMPLATES.iter().map(kinds).collect();
    assert_eq!(all.len(), TEMPLATES.len());
    assert!(Template::find("cross-sell").is_some() && Template::find("nothing").is_none());
}
