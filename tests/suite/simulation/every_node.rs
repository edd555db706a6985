//! The two fixtures hold whatever a journey can hold, and run.

use std::collections::BTreeSet;

use design::catalogue::catalogue;
use design::check::check;
use design::formats::native;
use design::journey::JourneyKind;
use design::problem::Severity;
use serde_json::{Value, json};
use studio::sample::sample;

use super::{Case, mean};
use crate::desk::Desk;
use crate::golden::fixture;

const FIXTURES: [(JourneyKind, &str); 2] =
    [(JourneyKind::Account, "every-node/account.json"), (JourneyKind::Person, "every-node/person.json")];

/// What a document holds: kinds, types of actions, operators, and the keys that tell leaves and triggers apart.
fn held(document: &Value, words: &mut BTreeSet<String>) {
    match document {
        Value::Array(items) => items.iter().for_each(|item| held(item, words)),
        Value::Object(map) => {
            for (key, value) in map {
                words.insert(key.clone());
                if let (Some(text), true) = (
                    value.as_str(),
                    matches!(key.as_str(), "kind" | "type" | "op" | "change" | "membership" | "from"),
                ) {
                    words.insert(format!("{key} {text}"));
                }
                held(value, words);
            }
            if let Some(on) = map.get("on").and_then(Value::as_str) {
                let form = ["event", "change", "moment", "membership", "attribute"]
                    .iter()
                    .find(|form| map.contains_key(**form));
                words.extend(form.map(|form| format!("{form} on {on}")));
            }
        }
        _ => (),
    }
}

#[test]
fn the_fixtures_hold_everything_of_the_catalogue() {
    let mut both = BTreeSet::new();
    for (journey, name) in FIXTURES {
        let mut words = BTreeSet::new();
        held(&serde_json::from_str(&fixture(name)).unwrap(), &mut words);
        for kind in catalogue().kinds.iter().filter(|kind| kind.journeys.contains(&journey)) {
            assert!(words.contains(&format!("kind {}", kind.kind)), "{name} lacks {}", kind.kind);
        }
        let of_people = |action: &&design::catalogue::ActionInfo| {
            journey == JourneyKind::Account || action.on == design::On::People
        };
        for action in catalogue().actions.iter().filter(of_people) {
            assert!(words.contains(&format!("type {}", action.r#type)), "{name} lacks {}", action.r#type);
        }
        both.append(&mut words);
    }
    for operator in &catalogue().operators {
        let op = serde_json::to_value(operator).unwrap()["op"].as_str().unwrap().to_owned();
        assert!(both.contains(&format!("op {op}")), "no fixture has the operator {op}");
    }
    for word in [
        "all",
        "any",
        "none",
        "hasPerson",
        "matchedBuyingGroup",
        "memberOfBuyingGroup",
        "eventHistory",
        "memberOfAccountList",
        "roleInAccount",
        "event on people",
        "membership on people",
        "attribute on people",
        "change on accounts",
        "attribute on accounts",
        "moment on accounts",
        "change stage",
        "change status",
        "change completeness",
        "change engagement",
        "membership assigned",
        "membership removed",
        "where",
        "filter",
        "withinDays",
        "inactive",
        "removed",
        "people",
        "mustEndOn",
        "until",
        "after",
        "at",
    ] {
        assert!(both.contains(word), "no fixture has {word}");
    }
}

#[test]
fn the_fixtures_are_run_without_a_refusal() {
    for (kind, name) in FIXTURES {
        let read = |name: &str| native::read(&fixture(&format!("seeds-buying-group/{name}.json"))).unwrap();
        let mut case = Case {
            journey: native::read(&fixture(name)).unwrap(),
            workspace: native::read(&fixture("seeds-buying-group/workspace.json")).unwrap(),
            scenario: read("scenario"),
            tables: sample(300, 1, None),
        };
        case.scenario.replications = 2.into();
        let desk = Desk::of(case.journey.clone(), case.workspace.clone());
        let problems = check(desk.document.journey(), &desk.context());
        let error = problems.iter().find(|problem| problem.severity == Severity::Error);
        assert!(error.is_none(), "{name}: {error:?}");
        let report = case.run();
        assert!(mean(&report.summary.entered) > 0.0, "{name}: nobody entered");
        super::counts::check_balance(&report);
        if kind == JourneyKind::Person {
            let nobody: Vec<_> = report
                .nodes
                .iter()
                .filter(|node| mean(&node.entered) == 0.0)
                .map(|node| node.id.to_string())
                .collect();
            assert_eq!(json!(nobody), json!([]), "nobody came to these nodes");
        }
    }
}
