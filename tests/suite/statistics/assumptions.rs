//! Every number of a scenario: that all are listed, with the defaults that runs use, and can be moved.

use std::collections::BTreeSet;

use design::assumptions::{Preset, Unit, assume, assumptions, preset};
use design::compile::compile;
use design::formats::native;
use design::scenario::Scenario;
use serde_json::{Value, json};

use super::Sample;

fn scenario(behaviour: Value) -> Scenario {
    let document = json!({"format": "caravan/scenario", "version": 1, "behaviour": behaviour,
        "groups": [{"solutionInterest": "si-seeds"}]});
    native::read(&document.to_string()).unwrap()
}

/// The numbers of a struct of the schema and of those inside it, delays as one.
fn numbers(schema: &Value, name: &str, path: &str, found: &mut BTreeSet<String>) {
    for (key, property) in schema["$defs"][name]["properties"].as_object().unwrap() {
        let text = property.to_string();
        let inner = ["EmailBehaviour", "MessageBehaviour", "AfterClick", "Web", "Ads"];
        let inner = inner.iter().find(|inner| text.contains(&format!("$defs/{inner}\"")));
        let path = format!("{path}.{key}");
        match inner {
            Some(inner) => numbers(schema, inner, &path, found),
            None if text.contains("/Number") || text.contains("/Delay") => drop(found.insert(path)),
            None => {}
        }
    }
}

#[test]
fn every_number_of_the_format_is_listed_with_its_default() {
    let schemas = design::schema::schemas();
    let (_, text) = schemas.iter().find(|(name, _)| *name == "scenario.json").unwrap();
    let schema: Value = serde_json::from_str(text).unwrap();
    let mut wanted = BTreeSet::new();
    numbers(&schema, "Behaviour", "behaviour", &mut wanted);
    numbers(&schema, "Costs", "costs", &mut wanted);
    let listed = assumptions(&scenario(json!({})));
    let paths: BTreeSet<String> =
        listed.iter().filter(|of| of.unit != Unit::Sigma).map(|of| of.path.clone()).collect();
    assert_eq!(paths, wanted);
    for of in &listed {
        assert_eq!(of.value, of.default, "{}", of.path);
        assert!(of.low <= of.default && of.default <= of.high, "{}", of.path);
        assert!(!of.meaning.en.is_empty() && of.meaning.en != of.meaning.es, "{}", of.path);
    }
}

#[test]
fn the_defaults_are_those_of_runs() {
    let sample = Sample::new(5);
    let run = |scenario: &Scenario| {
        let compiled = compile(&sample.journey, &sample.workspace, &sample.tables, scenario).unwrap();
        format!("{:?}", compiled.program)
    };
    let nothing_said = scenario(json!({}));
    let said = preset(&nothing_said, Preset::Base);
    assert_ne!(said, nothing_said);
    assert_eq!(run(&said), run(&nothing_said));
    assert_ne!(run(&preset(&nothing_said, Preset::Cautious)), run(&nothing_said));
}

#[test]
fn numbers_are_moved_where_they_stand() {
    let check = |behaviour: Value, path: &str, number: f64, expected: Value| {
        let moved = assume(&scenario(behaviour), path, number).unwrap();
        let behaviour = serde_json::to_value(&moved).unwrap()["behaviour"].clone();
        assert_eq!(behaviour, expected, "{path}");
        let listed = assumptions(&moved);
        assert_eq!(listed.iter().find(|of| of.path == path).unwrap().value, number, "{path}");
    };
    check(json!({}), "behaviour.email.open", 0.5, json!({"email": {"open": 0.5}}));
    check(json!({"email": null}), "behaviour.email.open", 0.5, json!({"email": {"open": 0.5}}));
    check(
        json!({}),
        "behaviour.email.openDelay",
        60.0,
        json!({"email": {"openDelay": {"lognormal": {"medianMinutes": 60.0, "sigma": 1.2}}}}),
    );
    check(
        json!({"email": {"openDelay": {"fixed": {"minutes": 5}}}}),
        "behaviour.email.openDelay",
        9.0,
        json!({"email": {"openDelay": {"fixed": {"minutes": 9.0}}}}),
    );
    check(
        json!({"custom": {"demo.requested": {"perPersonDay": 0.1}}}),
        "behaviour.custom[demo.requested].perPersonDay",
        0.2,
        json!({"custom": {"demo.requested": {"perPersonDay": 0.2}}}),
    );
    check(
        json!({"byRole": {"Decision Maker": {"email": {"open": 0.8}}}}),
        "behaviour.byRole[Decision Maker].email.open",
        0.9,
        json!({"byRole": {"Decision Maker": {"email": {"open": 0.9}}}}),
    );
    // A fixed delay has no spread.
    let fixed = scenario(json!({"email": {"openDelay": {"fixed": {"minutes": 5}}}}));
    assert!(!assumptions(&fixed).iter().any(|of| of.unit == Unit::Sigma));
}
