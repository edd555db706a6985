//! What differs between two states of a journey, and that its records lead from one to the other.

use std::fmt::Write;

use design::comparison::node_differences;
use design::diff::diff;
use design::formats::native;
use design::journey::Journey;
use design::update::Sentence;
use serde_json::{Value, json};

use crate::desk::{Desk, intent};
use crate::golden::{expect, fixture};

const SEEDS: &str = "seeds-buying-group/journey.json";
const TIERS: &str = "paid-media-controller/journey.json";

/// The gestures, one after the other, and a line for each difference between the first and the last state, then the
/// same in words.
fn told(name: &str, gestures: &[Value]) -> String {
    let mut desk = Desk::open(name);
    let before = desk.document.journey().clone();
    for gesture in gestures {
        desk.edit(intent(gesture.clone())).unwrap_or_else(|error| panic!("{gesture}: {error}"));
    }
    let after = desk.document.journey();
    let lines = diff(&before, after).into_iter().map(|line| serde_json::to_string(&line).unwrap());
    let words = node_differences(&before, after).into_iter().map(|of| {
        let node = of.node.map_or("the journey".to_owned(), |id| id.to_string());
        format!("in words: {node}: {}", of.change)
    });
    lines.chain(words).map(|line| line + "\n").collect()
}

fn node(name: &str, id: &str) -> Value {
    let journey: Value = serde_json::from_str(&fixture(name)).unwrap();
    journey["nodes"].as_array().unwrap().iter().find(|node| node["id"] == id).unwrap().clone()
}

#[test]
fn differences_are_told_one_by_one() {
    let mut said = String::new();
    let mut tell = |title: &str, name: &str, gestures: &[Value]| {
        writeln!(said, "{title}\n{}", told(name, gestures)).unwrap();
    };
    let shorter = json!({"do": "set", "node": {"id": "season-wait", "kind": "wait", "for": {"days": 3}}});
    tell("a shorter wait without its label", SEEDS, &[shorter]);
    let add = json!({"do": "insert", "from": "intro", "path": null, "kind": "action", "action": "sendEmail"});
    tell("an email more", SEEDS, &[add]);
    tell("an email less", SEEDS, &[json!({"do": "remove", "nodes": ["intro"], "keep": null})]);
    tell("a card moved", SEEDS, &[json!({"do": "move", "places": {"intro": {"x": 1, "y": 2}}})]);
    tell("a path cut", SEEDS, &[json!({"do": "connect", "from": "intro", "path": null, "to": null})]);
    let mut split = node(TIERS, "tiers");
    let paths = split["paths"].as_array_mut().unwrap();
    paths[0]["label"] = "The largest".into();
    paths.swap(0, 1);
    paths.push(json!({"id": "vps", "label": "VPs"}));
    tell("paths renamed, reordered and added", TIERS, &[json!({"do": "set", "node": split})]);
    let settings = json!({"timeZone": "UTC", "start": "immediately", "end": "2027-01-01T00:00"});
    let rename = json!({"do": "header", "name": "Other", "description": "", "settings": settings});
    tell("the journey's settings", SEEDS, &[rename]);
    expect("differences.txt", &said);
}

/// From any state to any other and back, to the byte; and nothing differs from itself.
#[test]
fn the_records_of_a_difference_lead_to_the_other_state() {
    for name in [SEEDS, TIERS, "every-node/account.json", "every-node/person.json"] {
        let journey: Journey = native::read(&fixture(name)).unwrap();
        assert_eq!(diff(&journey, &journey), []);
        let mut states = vec![journey.clone()];
        let mut turned = journey.clone();
        turned.nodes.reverse();
        turned.edges.rotate_left(1);
        states.push(turned);
        let mut fewer = journey.clone();
        fewer.nodes.retain(|node| node.id.as_str().len() % 2 == 0);
        fewer.edges.truncate(2);
        fewer.layout = design::Maybe::Absent;
        fewer.name = "Fewer".into();
        states.push(fewer);
        let mut twice = journey.clone();
        twice.nodes.extend(journey.nodes.first().cloned());
        states.push(twice);
        for from in &states {
            for to in &states {
                let workspace = native::read(&fixture("seeds-buying-group/workspace.json")).unwrap();
                let mut desk = Desk::of(from.clone(), workspace);
                desk.bring_to(to, Sentence::new("restoreVersion")).unwrap();
                assert_eq!(desk.bytes(), native::write(to), "{name}");
                if desk.undo().is_some() {
                    assert_eq!(desk.bytes(), native::write(from), "{name}");
                }
            }
        }
    }
}
