//! Edits: what a gesture does to the graph, and what it is called; by examples.

mod undo;

use design::Id;
use design::document::HistoryChange;
use design::journey::Journey;
use serde_json::{Value, json};

use crate::desk::{Desk, intent};

const SEEDS: &str = "seeds-buying-group/journey.json";
const TIERS: &str = "paid-media-controller/journey.json";

/// Does the gestures one after the other, compares the edges at the end (`from.path>to`, only those named), and
/// takes everything back and does it again.
fn check(name: &str, gestures: &[Value], edges: &[&str], gone: &[&str]) -> Desk {
    let mut desk = Desk::open(name);
    let mut texts = vec![desk.bytes()];
    for gesture in gestures {
        desk.edit(intent(gesture.clone())).unwrap_or_else(|error| panic!("{gesture}: {error}"));
        texts.push(desk.bytes());
    }
    let journey = desk.document.journey();
    let drawn = drawn(journey);
    for edge in edges {
        assert!(drawn.contains(&(*edge).to_owned()), "{edge} is not drawn: {drawn:#?}");
    }
    for id in gone {
        assert!(journey.node(&Id::new(*id).unwrap()).is_none(), "{id} is still there");
        assert!(!drawn.iter().any(|edge| edge.split(['.', '>']).any(|part| part == *id)), "{id} has edges");
    }
    for text in texts.iter().rev().skip(1) {
        desk.undo().unwrap();
        assert_eq!(desk.bytes(), *text);
    }
    assert!(desk.undo().is_none());
    for text in &texts[1..] {
        desk.redo().unwrap();
        assert_eq!(desk.bytes(), *text);
    }
    assert!(desk.redo().is_none());
    desk
}

fn drawn(journey: &Journey) -> Vec<String> {
    let edges = journey.edges.iter().map(|edge| match edge.path.get() {
        Some(path) => format!("{}.{path}>{}", edge.from, edge.to),
        None => format!("{}>{}", edge.from, edge.to),
    });
    edges.collect()
}

#[test]
fn a_wait_goes_onto_an_edge() {
    let gesture = json!({"do": "insert", "from": "audience", "path": null, "kind": "wait", "action": null});
    let desk = check(SEEDS, &[gesture], &["audience>new1", "new1>intro"], &[]);
    let node =
        serde_json::to_value(desk.document.journey().node(&Id::new("new1").unwrap()).unwrap()).unwrap();
    assert_eq!(node, json!({"id": "new1", "kind": "wait", "for": {"days": 5}}));
}

#[test]
fn a_journey_is_told_by_its_digest_from_one_that_runs_otherwise() {
    let mut desk = Desk::open(SEEDS);
    let digest = |desk: &Desk| desk.document.journey().digest();
    let first = digest(&desk);
    let settings = serde_json::to_value(&desk.document.journey().settings).unwrap();
    for gesture in [
        json!({"do": "move", "places": {"intro": {"x": 10, "y": 20}}}),
        json!({"do": "header", "name": "Another name", "description": "And words", "settings": settings}),
    ] {
        desk.edit(intent(gesture.clone())).unwrap();
        assert_eq!(digest(&desk), first, "{gesture}");
    }
    desk.edit(intent(json!({"do": "remove", "nodes": ["intro"], "keep": null}))).unwrap();
    assert_ne!(digest(&desk), first);
    desk.undo().unwrap();
    assert_eq!(digest(&desk), first);
}

#[test]
fn what_followed_goes_on_behind_the_first_path_of_a_split() {
    let gesture =
        json!({"do": "insert", "from": "clicked", "path": "event", "kind": "splitAccounts", "action": null});
    check(SEEDS, &[gesture], &["clicked.event>new1", "new1.p1>moment"], &[]);
}

#[test]
fn an_action_goes_onto_an_open_exit() {
    let gesture =
        json!({"do": "insert", "from": "alert", "path": null, "kind": "action", "action": "sendEmail"});
    check(SEEDS, &[gesture], &["alert>new1"], &[]);
}

#[test]
fn the_gap_of_a_removed_node_closes() {
    check(
        SEEDS,
        &[json!({"do": "remove", "nodes": ["intro"], "keep": null})],
        &["audience>clicked"],
        &["intro"],
    );
    check(
        SEEDS,
        &[json!({"do": "remove", "nodes": ["intro", "clicked", "moment"], "keep": null})],
        &[],
        &["intro", "clicked", "moment"],
    );
}

#[test]
fn a_removed_split_keeps_the_named_path() {
    check(
        TIERS,
        &[json!({"do": "remove", "nodes": ["tiers"], "keep": "growth"})],
        &["audience>on-4", "off-4>alert"],
        &["tiers", "on-1", "run-1", "off-1", "on-5", "together"],
    );
}

#[test]
fn a_removed_split_takes_its_branches_along_up_to_where_they_meet() {
    check(
        TIERS,
        &[json!({"do": "remove", "nodes": ["tiers"], "keep": null})],
        &["audience>alert"],
        &["tiers", "on-1", "run-1", "off-5", "together"],
    );
}

#[test]
fn a_vanished_path_takes_its_branch_along() {
    let desk = Desk::open(TIERS);
    let mut node =
        serde_json::to_value(desk.document.journey().node(&Id::new("tiers").unwrap()).unwrap()).unwrap();
    node["paths"].as_array_mut().unwrap().truncate(1);
    check(
        TIERS,
        &[json!({"do": "set", "node": node})],
        &["off-1>alert"],
        &["on-2", "off-2", "on-5", "together"],
    );
}

#[test]
fn edges_are_drawn_redirected_and_cut() {
    let cut = json!({"do": "connect", "from": "intro", "path": null, "to": null});
    let draw = json!({"do": "connect", "from": "intro", "path": null, "to": "alert"});
    let redirect = json!({"do": "connect", "from": "intro", "path": null, "to": "clicked"});
    let desk = check(SEEDS, &[cut, draw, redirect], &["intro>clicked"], &[]);
    assert_eq!(desk.document.revision(), 9);
}

#[test]
fn what_cannot_be_done_is_refused_and_changes_nothing() {
    let refused = |gesture: Value, expected: &str| {
        let mut desk = Desk::open(SEEDS);
        let before = desk.bytes();
        let error = desk.edit(intent(gesture)).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(desk.bytes(), before);
        assert!(desk.undo().is_none());
    };
    refused(json!({"do": "remove", "nodes": ["intro", "audience"], "keep": null}), "start cannot be deleted");
    refused(
        json!({"do": "insert", "from": "intro", "path": "x", "kind": "wait", "action": null}),
        "no exit x",
    );
    refused(
        json!({"do": "insert", "from": "intro", "path": null, "kind": "nextBestPath", "action": null}),
        "cannot stand",
    );
    refused(
        json!({"do": "insert", "from": "intro", "path": null, "kind": "accountAudience", "action": null}),
        "one start",
    );
    refused(
        json!({"do": "insert", "from": "intro", "path": null, "kind": "action", "action": "sendFax"}),
        "no action",
    );
    refused(json!({"do": "connect", "from": "alert", "path": null, "to": "intro"}), "no cycles");
    refused(json!({"do": "connect", "from": "alert", "path": null, "to": "audience"}), "into the start");
    refused(carry("audience", "intro", None), "start stays");
    refused(carry("known", "intro", None), "merge stays");
    refused(carry("intro", "clicked", Some("x")), "no exit x");
    refused(carry("clicked", "moment", None), "lead back");
    refused(json!({"do": "set", "node": {"id": "intro", "kind": "wait"}}), "keeps its kind");
    refused(json!({"do": "move", "places": {"nobody": {"x": 1, "y": 2}}}), "no node nobody");
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut desk = Desk::open(SEEDS);
    let before = desk.bytes();
    let labelled = |label: &str| json!({"do": "set", "node": {"id": "season-wait", "kind": "wait", "label": label, "for": {"days": 7}}});
    assert!(matches!(desk.edit(intent(labelled("A"))).unwrap().history, HistoryChange::Added(_)));
    let typed = |desk: &mut Desk, label: &str| desk.edit(intent(labelled(label))).unwrap().history;
    assert!(matches!(typed(&mut desk, "AB"), HistoryChange::Added(_)));
    assert!(matches!(typed(&mut desk, "ABC"), HistoryChange::Merged(_)));
    assert_eq!(typed(&mut desk, "ABC"), HistoryChange::Unchanged);
    // Another field, another step.
    let longer = json!({"do": "set", "node": {"id": "season-wait", "kind": "wait", "label": "ABC", "for": {"days": 8}}});
    assert!(matches!(desk.edit(intent(longer)).unwrap().history, HistoryChange::Added(_)));
    let update = desk.undo().unwrap().update;
    assert_eq!(update.undo.unwrap().params["label"], "ABC");
    assert_eq!(update.redo.unwrap().code, "set");
    // What was typed before an undo is closed.
    assert!(matches!(typed(&mut desk, "ABCD"), HistoryChange::Added(_)));
    for _ in 0..3 {
        desk.undo().unwrap();
    }
    assert_eq!(desk.bytes(), before);
}

#[test]
fn cards_are_placed_and_tidied() {
    let place = json!({"do": "move", "places": {"intro": {"x": 10, "y": -20.5}}});
    let again = json!({"do": "move", "places": {"intro": {"x": 11, "y": 0}, "alert": {"x": 1, "y": 2}}});
    let gone = json!({"do": "remove", "nodes": ["intro"], "keep": null});
    check(SEEDS, &[place, again, gone, json!({"do": "tidy"})], &[], &[]);
}

fn carry(node: &str, from: &str, path: Option<&str>) -> Value {
    json!({"do": "carry", "node": node, "from": from, "path": path})
}

#[test]
fn a_node_is_carried_to_another_edge_and_its_gap_closes() {
    let placed = json!({"do": "move", "places": {"intro": {"x": 10, "y": 700}}});
    let back = carry("intro", "audience", None);
    check(
        SEEDS,
        &[placed, carry("intro", "clicked", Some("event")), back],
        &["audience>intro", "intro>clicked", "clicked.event>moment"],
        &[],
    );
    check(
        SEEDS,
        &[carry("intro", "clicked", Some("event"))],
        &["audience>clicked", "clicked.event>intro", "intro>moment"],
        &[],
    );
    check(SEEDS, &[carry("moment", "alert", None)], &["alert>moment"], &[]);
}

#[test]
fn a_split_is_carried_with_what_follows_it() {
    let wait = json!({"do": "insert", "from": "audience", "path": null, "kind": "wait", "action": null});
    let cut = json!({"do": "connect", "from": "audience", "path": null, "to": null});
    check(
        TIERS,
        &[wait, cut, carry("tiers", "audience", None)],
        &["audience>tiers", "tiers.growth>on-4"],
        &[],
    );
}

#[test]
fn a_new_card_stands_beside_the_placed_one_that_it_follows() {
    let mut desk = Desk::open(SEEDS);
    let place =
        json!({"do": "move", "places": {"intro": {"x": 4000, "y": 900}, "alert": {"x": 4300, "y": 880}}});
    desk.edit(intent(place)).unwrap();
    let wait = json!({"do": "insert", "from": "intro", "path": null, "kind": "wait", "action": null});
    let places = desk.edit(intent(wait)).unwrap().update.places;
    let (x, y) = {
        let place: &design::journey::Place = places["new1"].as_ref().unwrap();
        (place.x.get(), place.y.get())
    };
    assert_eq!((x, y), (4316.0, 1008.0), "to the right, and below the card that stands there");
    let tidy = json!({"do": "tidy", "nodes": ["intro", "new1"]});
    let update = desk.edit(intent(tidy)).unwrap().update;
    assert_eq!(update.undo.unwrap().code, "tidyPart");
    let kept = desk.document.journey().layout.get().unwrap();
    assert_eq!(kept.keys().map(Id::as_str).collect::<Vec<_>>(), ["alert"]);
}

/// What a step is called holds the setting and its values.
#[test]
fn a_step_is_named_with_values() {
    let named = |gestures: &[Value]| {
        let mut desk = Desk::open(SEEDS);
        let mut name = None;
        for gesture in gestures {
            name = desk.edit(intent(gesture.clone())).unwrap().update.undo;
        }
        serde_json::to_value(name.unwrap().params).unwrap()
    };
    let wait = |wait: Value| json!({"do": "set", "node": {"id": "season-wait", "kind": "wait", "label": "Until the season", "for": wait}});
    let mut labelled = serde_json::to_value(
        Desk::open(SEEDS).document.journey().node(&Id::new("season-wait").unwrap()).unwrap(),
    )
    .unwrap();
    labelled["label"] = "Until the season".into();
    let label = json!({"do": "set", "node": labelled});
    let params = named(&[wait(json!({"days": 5})), wait(json!({"days": 35})), wait(json!({"days": 3}))]);
    assert_eq!(
        (&params["field"], &params["before"], &params["after"]),
        (&json!("for"), &json!("{\"days\":5}"), &json!("{\"days\":3}")),
        "typing keeps the first value"
    );
    assert_eq!(named(&[label])["field"], "label");
    let email = json!({"do": "set", "node": {"id": "intro", "kind": "action", "label": "x", "action": {"type": "sendEmail", "email": "em-other"}}});
    let other = json!({"do": "set", "node": {"id": "intro", "kind": "action", "label": "x", "action": {"type": "sendEmail", "email": "em-2"}}});
    let params = named(&[email, other]);
    assert_eq!((&params["field"], &params["after"]), (&json!("email"), &json!("\"em-2\"")));
    let moved = named(&[json!({"do": "move", "places": {"intro": {"x": 1, "y": 2}}})]);
    assert_eq!((&moved["action"], &moved["count"]), (&json!("sendEmail"), &json!("1")));
}

#[test]
fn the_header_changes() {
    let settings = json!({"timeZone": "UTC", "start": "immediately", "end": "2027-01-01T00:00"});
    let rename = json!({"do": "header", "name": "Other name", "description": "", "settings": settings});
    let desk = check(SEEDS, &[rename], &[], &[]);
    assert_eq!(desk.document.whole(&desk.context()).undo.unwrap().code, "rename");
}

#[test]
fn an_update_holds_only_what_changed() {
    let mut desk = Desk::open(SEEDS);
    let gesture = json!({"do": "set", "node": {"id": "season-wait", "kind": "wait", "for": {"days": 9}}});
    let update = desk.edit(intent(gesture)).unwrap().update;
    assert_eq!(update.nodes.keys().map(Id::as_str).collect::<Vec<_>>(), ["season-wait"]);
    assert!(update.places.is_empty() && update.ends.is_none() && !update.whole);
    // The longest way is two days longer, less what the wait's weekday took.
    assert!(update.header.is_some());
}
