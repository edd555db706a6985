//! Copying, cutting, pasting and duplicating: what the clipboard holds, where it goes, and that one gesture is one step.

use std::fmt::Write;

use design::Id;
use design::formats::native;
use design::fragment::Fragment;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::desk::{Desk, intent};
use crate::golden::{expect, fixture};

const SEEDS: &str = "seeds-buying-group/journey.json";
const TIERS: &str = "paid-media-controller/journey.json";
const PERSON: &str = "every-node/person.json";

fn ids(names: &[&str]) -> Vec<Id> {
    names.iter().map(|name| Id::new(*name).unwrap()).collect()
}

fn copied(from: &str, nodes: &[&str]) -> String {
    native::write(&Fragment::of(Desk::open(from).document.journey(), &ids(nodes)).unwrap())
}

/// Does a gesture in a journey, compares its new edges, and takes it back as one step.
fn check(name: &str, gesture: Value, edges: &[&str]) -> Desk {
    let mut desk = Desk::open(name);
    let before = desk.bytes();
    desk.edit(intent(gesture)).unwrap();
    let drawn: Vec<String> = desk
        .document
        .journey()
        .edges
        .iter()
        .map(|edge| format!("{}.{}>{}", edge.from, edge.path.get().map_or("", Id::as_str), edge.to))
        .filter(|edge| edge.contains("new"))
        .collect();
    assert_eq!(drawn, edges);
    let after = desk.bytes();
    desk.undo().unwrap();
    assert_eq!(desk.bytes(), before);
    desk.redo().unwrap();
    assert_eq!(desk.bytes(), after);
    desk
}

fn paste(fragment: &str, from: Option<&str>, path: Option<&str>) -> Value {
    json!({"do": "paste", "fragment": fragment, "from": from, "path": path, "at": null})
}

#[test]
fn a_fragment_reads_as_it_was_written() {
    let text = copied(SEEDS, &["audience", "intro", "clicked", "moment"]);
    expect("fragment.json", &text);
    assert_eq!(native::write(&Fragment::read(&text).unwrap()), text);
    assert!(!text.contains("audience\""), "the start stays behind");
}

#[test]
fn what_is_pasted_on_an_edge_stands_in_line() {
    let fragment = copied(SEEDS, &["intro", "clicked"]);
    // The first open exit of what was copied leads on.
    check(
        SEEDS,
        paste(&fragment, Some("audience"), None),
        &["audience.>new1", "new1.>new2", "new2.event>intro"],
    );
}

#[test]
fn what_is_pasted_at_an_open_exit_ends_there() {
    let fragment = copied(SEEDS, &["intro", "season-wait"]);
    check(SEEDS, paste(&fragment, Some("alert"), None), &["alert.>new1"]);
}

#[test]
fn what_is_pasted_freely_keeps_its_shape() {
    let fragment = copied(SEEDS, &["intro", "clicked"]);
    let gesture =
        json!({"do": "paste", "fragment": fragment, "from": null, "path": null, "at": {"x": 500, "y": -40}});
    let desk = check(SEEDS, gesture, &["new1.>new2"]);
    let layout = serde_json::to_value(&desk.document.journey().layout).unwrap();
    let (first, second) = (&layout["new1"], &layout["new2"]);
    assert_eq!((&first["x"], &first["y"]), (&json!(500), &json!(-40)));
    assert!(second["x"].as_i64() > Some(500) && second["y"] == -40, "{layout}");
}

#[test]
fn a_whole_journey_is_pasted_without_its_start() {
    let before = Desk::open(SEEDS).document.journey().nodes.len();
    let mut desk = Desk::open(TIERS);
    let here = desk.document.journey().nodes.len();
    desk.edit(intent(paste(&fixture(SEEDS), None, None))).unwrap();
    assert_eq!(desk.document.journey().nodes.len(), here + before - 1);
}

#[test]
fn references_that_do_not_exist_here_become_findings() {
    let fragment = copied(SEEDS, &["intro"]);
    let mut desk = Desk::open(TIERS);
    let update = desk.edit(intent(paste(&fragment, Some("audience"), None))).unwrap().update;
    let problem = |code: &str| {
        let at = Id::new("new1");
        update.problems.iter().any(|problem| problem.code == code && problem.node == at)
    };
    assert!(problem("unknown-reference"), "{:#?}", update.problems);
}

#[test]
fn a_duplicate_stands_in_line_behind_the_original() {
    check(SEEDS, json!({"do": "duplicate", "nodes": ["intro"]}), &["intro.>new1", "new1.>clicked"]);
    // A whole split with its branches goes on behind their merge.
    let all = ["tiers", "on-1", "run-1", "off-1", "on-2", "run-2", "off-2", "together"];
    let desk = Desk::open(TIERS);
    let known: Vec<_> =
        all.iter().filter(|id| desk.document.journey().node(&ids(&[id])[0]).is_some()).collect();
    let desk = {
        let mut desk = desk;
        desk.edit(intent(json!({"do": "duplicate", "nodes": known}))).unwrap();
        desk
    };
    let into = desk.document.journey().edges.iter().find(|edge| edge.from.as_str() == "together").unwrap();
    assert_eq!(into.to.as_str(), "new1");
}

#[test]
fn what_cannot_be_pasted_is_refused_in_a_sentence() {
    let mut said = String::new();
    let mut refused = |name: &str, journey: &str, gesture: Value| {
        let mut desk = Desk::open(journey);
        let before = desk.bytes();
        let error = desk.edit(intent(gesture)).expect_err(name);
        writeln!(said, "{name}\n  {error}").unwrap();
        assert_eq!(desk.bytes(), before);
        assert!(desk.undo().is_none());
    };
    let whole: Value = serde_json::from_str(&copied(SEEDS, &["intro", "clicked"])).unwrap();
    let changed = |change: fn(&mut Value)| {
        let mut fragment = whole.clone();
        change(&mut fragment);
        paste(&fragment.to_string(), Some("audience"), None)
    };
    refused("no fragment", SEEDS, paste("Dear colleague", Some("audience"), None));
    refused("cut short", SEEDS, paste(&whole.to_string()[..200], Some("audience"), None));
    refused("another document", SEEDS, paste(&fixture("seeds-buying-group/workspace.json"), None, None));
    refused("newer", SEEDS, changed(|it| it["version"] = 2.into()));
    refused("unknown key", SEEDS, changed(|it| it["colour"] = "red".into()));
    refused("unknown kind", SEEDS, changed(|it| it["nodes"][0]["kind"] = "fax".into()));
    refused("empty", SEEDS, changed(|it| (it["nodes"], it["edges"]) = (json!([]), json!([]))));
    refused("id twice", SEEDS, changed(|it| it["nodes"][1]["id"] = it["nodes"][0]["id"].clone()));
    refused("loose edge", SEEDS, changed(|it| it["edges"][0]["to"] = "nobody".into()));
    refused(
        "a circle",
        SEEDS,
        changed(|it| {
            let back = json!({"from": "clicked", "path": "event", "to": "intro"});
            it["edges"].as_array_mut().unwrap().push(back);
        }),
    );
    refused(
        "a start",
        SEEDS,
        changed(|it| {
            it["nodes"][0] = json!({"id": "intro", "kind": "accountAudience", "audience": "aud-agri"});
        }),
    );
    refused("only a start", SEEDS, json!({"do": "duplicate", "nodes": ["audience"]}));
    refused("unknown node", SEEDS, json!({"do": "duplicate", "nodes": ["nobody"]}));
    refused("unknown exit", SEEDS, paste(&whole.to_string(), Some("audience"), Some("p9")));
    refused("account action among people", PERSON, paste(&copied(SEEDS, &["alert"]), None, None));
    expect("refused-pastes.txt", &said);
}

#[test]
fn cutting_is_one_step_with_a_name_of_its_own() {
    let desk = check(SEEDS, json!({"do": "cut", "nodes": ["intro"], "keep": null}), &[]);
    assert_eq!(desk.document.whole(&desk.context()).undo.unwrap().code, "cutOut");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is copied can be pasted at any exit: everything keeps its settings, the edges within are the same,
    /// nothing that was reached before is lost, and undo gives back the bytes.
    #[test]
    fn any_selection_can_be_pasted(picks in prop::collection::vec(any::<bool>(), 40), which in any::<usize>()) {
        for name in [SEEDS, TIERS, "every-node/account.json"] {
            let mut desk = Desk::open(name);
            let journey = desk.document.journey().clone();
            let nodes = journey.nodes.iter().zip(&picks).filter(|(_, pick)| **pick);
            let chosen: Vec<Id> = nodes.map(|(node, _)| node.id.clone()).collect();
            let Some(fragment) = Fragment::of(&journey, &chosen) else { continue };
            let from = &journey.nodes[which % journey.nodes.len()];
            let exits = journey.exits(from);
            let Some(exit) = exits.get(which % exits.len().max(1)) else { continue };
            let before = desk.bytes();
            let path = exit.path.as_ref().map(Id::as_str);
            desk.edit(intent(paste(&native::write(&fragment), Some(from.id.as_str()), path))).unwrap();
            let after = desk.document.journey();
            prop_assert_eq!(after.nodes.len(), journey.nodes.len() + fragment.nodes.len());
            let settings = |node: &design::journey::Node| (node.label.clone(), node.kind.clone());
            let fresh: Vec<Id> = (1..=fragment.nodes.len()).map(|at| Id::new(format!("new{at}")).unwrap()).collect();
            for (node, id) in fragment.nodes.iter().zip(&fresh) {
                prop_assert_eq!(settings(after.node(id).unwrap()), settings(node));
            }
            let renamed = |id: &Id| fresh[fragment.nodes.iter().position(|node| node.id == *id).unwrap()].clone();
            for edge in &fragment.edges {
                prop_assert_eq!(after.target(&renamed(&edge.from), edge.path.get()), Some(&renamed(&edge.to)));
            }
            desk.undo().unwrap();
            prop_assert_eq!(desk.bytes(), before);
        }
    }
}
