//! The layout: nothing overlaps, paths keep their order, merges stand centred, placed cards stay.

use std::fmt::Write;

use design::document::Document;
use design::formats::native;
use design::journey::{Journey, JourneyKind};
use design::layout::{SIZES, height, layout};
use serde_json::json;

use crate::desk::{Desk, intent};
use crate::golden::{expect, fixture};

fn check(journey: &Journey) {
    let laid = layout(journey);
    assert_eq!(laid.places.len(), journey.nodes.len());
    let boxes: Vec<_> = journey
        .nodes
        .iter()
        .map(|node| {
            let place = &laid.places[&node.id];
            (node.id.as_str(), place.x.get(), place.y.get(), height(node, journey.kind))
        })
        .collect();
    for (index, a) in boxes.iter().enumerate() {
        for b in &boxes[index + 1..] {
            let apart = (a.1 - b.1).abs() >= SIZES.width || a.2 + a.3 <= b.2 || b.2 + b.3 <= a.2;
            assert!(apart, "{a:?} and {b:?} overlap");
        }
        for end in &laid.ends {
            let inside = end.x > a.1 && end.x < a.1 + SIZES.width && end.y > a.2 && end.y < a.2 + a.3;
            assert!(!inside, "the end of {} stands on {a:?}", end.from);
        }
    }
    for node in &journey.nodes {
        let targets: Vec<f64> = journey
            .exits(node)
            .iter()
            .filter_map(|exit| journey.target(&node.id, exit.path.as_ref()))
            .filter(|to| journey.edges.iter().filter(|edge| edge.to == **to).count() == 1)
            .filter_map(|to| Some(laid.places.get(to)?.y.get()))
            .collect();
        assert!(targets.is_sorted(), "the paths of {} are out of order: {targets:?}", node.id);
    }
}

fn open(name: &str) -> Journey {
    native::read(&fixture(name)).unwrap()
}

#[test]
fn examples_are_laid_out() {
    let mut said = String::new();
    for name in ["seeds-buying-group", "paid-media-controller"] {
        let journey = open(&format!("{name}/journey.json"));
        check(&journey);
        writeln!(said, "{name}").unwrap();
        for (id, place) in &layout(&journey).places {
            writeln!(said, "  {id} {} {}", place.x.get(), place.y.get()).unwrap();
        }
    }
    expect("layout.txt", &said);
}

#[test]
fn placed_cards_stay() {
    let mut journey = open("every-node/account.json");
    let laid = layout(&journey);
    assert_eq!(laid.places["merge"].y.get(), -40.5);
    journey.layout = design::Maybe::Absent;
    check(&journey);
}

#[test]
fn an_insertion_moves_only_what_stands_behind_it() {
    let mut desk = Desk::open("paid-media-controller/journey.json");
    let gesture = json!({"do": "insert", "from": "off-3", "path": null, "kind": "wait", "action": null});
    let update = desk.edit(intent(gesture)).unwrap().update;
    let mut moved: Vec<_> = update.places.keys().map(|id| id.as_str()).collect();
    moved.sort_unstable();
    assert_eq!(moved, ["alert", "new1", "together"]);
}

/// A tree of splits with merges, as large as wanted.
pub(crate) fn grown(count: usize) -> Journey {
    let mut desk = Desk::open("seeds-buying-group/journey.json");
    let kinds =
        ["wait", "splitAccounts", "wait", "listen", "merge", "variantSplitAccounts", "wait", "splitPeople"];
    let mut journey = desk.document.journey().clone();
    let mut number = 0_usize;
    while journey.nodes.len() < count {
        // Spread over the journey, the same each time.
        let node = &journey.nodes[(number * 7919) % journey.nodes.len()];
        let exits = journey.exits(node);
        let path = exits[number % exits.len()].path.clone();
        let gesture =
            json!({"do": "insert", "from": node.id, "path": path, "kind": kinds[number % 8], "action": null});
        number += 1;
        desk.edit(intent(gesture)).unwrap();
        journey = desk.document.journey().clone();
    }
    journey
}

#[test]
fn grown_journeys_are_laid_out() {
    check(&grown(220));
}

#[test]
fn drawings_that_are_wrong_are_laid_out_too() {
    let mut journey = open("seeds-buying-group/journey.json");
    // A cycle, an edge to nowhere, and a node to which nothing leads.
    let edge = |from: &str, to: &str| serde_json::from_value(json!({"from": from, "to": to})).unwrap();
    journey.edges.push(edge("alert", "intro"));
    journey.edges.push(edge("linkedin-off", "nobody"));
    journey.nodes.push(serde_json::from_value(json!({"id": "loose", "kind": "merge"})).unwrap());
    check(&journey);
    journey.edges.clear();
    check(&journey);
    journey.nodes.clear();
    check(&journey);
}

/// Prints how long an edit takes; the figures of an optimised build are the ones that count.
#[test]
fn large_journeys_are_edited_quickly() {
    let mut desk =
        Desk::of(grown_chain(2000), native::read(&fixture("seeds-buying-group/workspace.json")).unwrap());
    desk.document.whole(&desk.context());
    let edit = |days: u32| json!({"do": "insert", "from": format!("n{days}"), "path": null, "kind": "wait", "action": null});
    let start = std::time::Instant::now();
    for number in 0..10 {
        desk.edit(intent(edit(number * 100 + 4))).unwrap();
    }
    let each = start.elapsed() / 10;
    println!("an edit at 2,000 nodes takes {each:?}");
    if !cfg!(debug_assertions) {
        assert!(each.as_millis() < 10, "an edit at 2,000 nodes takes {each:?}");
    }
}

/// 2,000 nodes without the detour of inserting them one by one: emails and waits behind a split in twenty paths.
fn grown_chain(count: usize) -> Journey {
    let mut journey: Journey = open("seeds-buying-group/journey.json");
    let mut nodes = vec![json!({"id": "start", "kind": "accountAudience", "audience": "aud-agri"})];
    let paths: Vec<_> = (0..20)
        .map(|path| json!({"id": format!("p{path}"), "condition": {"attribute": "account.accountName", "op": "is", "value": format!("A{path}")}}))
        .collect();
    nodes.push(json!({"id": "split", "kind": "splitAccounts", "paths": paths, "other": true}));
    let mut edges = vec![json!({"from": "start", "to": "split"})];
    for number in 0..count - 2 {
        let id = format!("n{number}");
        nodes.push(match number % 3 {
            0 => json!({"id": id, "kind": "action", "action": {"type": "sendEmail", "email": "em-intro"}}),
            1 => json!({"id": id, "kind": "wait", "for": {"days": 5}}),
            _ => json!({"id": id, "kind": "action", "action": {"type": "updateBuyingGroupStage", "solutionInterest": "si-seeds", "stage": "engaged"}}),
        });
        edges.push(match number {
            0..20 => json!({"from": "split", "path": format!("p{number}"), "to": id}),
            _ => json!({"from": format!("n{}", number - 20), "to": id}),
        });
    }
    journey.nodes = serde_json::from_value(nodes.into()).unwrap();
    journey.edges = serde_json::from_value(edges.into()).unwrap();
    assert_eq!(journey.kind, JourneyKind::Account);
    assert_eq!(Document::new(journey.clone()).journey().nodes.len(), count);
    journey
}
