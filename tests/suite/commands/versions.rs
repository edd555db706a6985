//! The history of a journey: versions named and kept, compared and brought back.

use serde_json::{Value, json};

use super::desk::Desk;

fn history(desk: &Desk) -> Value {
    desk.call("listVersions", json!({"journey": desk.journey()}))
}

#[test]
fn the_state_before_the_first_edit_is_kept() {
    let desk = Desk::new();
    assert_eq!(history(&desk)["versions"], json!([]));
    desk.insert_wait();
    let history = history(&desk);
    assert_eq!(history["versions"][0]["reason"], "start");
    assert_eq!(history["now"]["differences"][0]["what"], "added");
    assert_eq!(history["now"]["differences"][0]["node"]["kind"], "wait");
}

#[test]
fn a_version_is_named_once_and_survives_a_kill() {
    let desk = Desk::new();
    let journey = desk.journey();
    desk.insert_wait();
    let name = |version: Value, name: &str| {
        desk.call("nameVersion", json!({"journey": journey, "version": version, "name": name}))
    };
    let named = name(Value::Null, "With a wait");
    assert_eq!(named["versions"][0]["name"], "With a wait");
    assert_eq!(named["versions"][0]["summary"]["differences"][0]["what"], "added");
    assert_eq!(named["now"]["differences"], json!([]));
    // The same state under the same name is the same version.
    assert_eq!(name(Value::Null, "With a wait"), named);
    let renamed = name(named["versions"][0]["id"].clone(), "With one wait");
    assert_eq!(renamed["versions"][0]["name"], "With one wait");
    assert_eq!(history(&desk.killed()), renamed);
    desk.check("nameVersion", json!({"journey": journey, "version": null, "name": " "}), "version-nameless");
    desk.check("nameVersion", json!({"journey": journey, "version": "x", "name": "y"}), "unknown-version");
}

#[test]
fn restoring_is_one_step_and_loses_nothing() {
    let desk = Desk::new();
    let journey = desk.journey();
    let before = desk.state();
    desk.insert_wait();
    desk.rename("Another").unwrap();
    let changed = desk.state();
    let start = history(&desk)["versions"][0]["id"].clone();
    desk.call("restoreVersion", json!({"journey": journey, "version": start}));
    let restored = desk.killed().state();
    assert_eq!((&restored["nodes"], &restored["header"]), (&before["nodes"], &before["header"]));
    assert_eq!(restored["undo"]["code"], "restoreVersion");
    // What was there stands in the history, and undo brings it back as well.
    let kept = history(&desk)["versions"][0].clone();
    assert_eq!(kept["reason"], "restored");
    let shown = desk.call("readVersion", json!({"journey": journey, "version": kept["id"]}));
    assert_eq!(shown["nodes"], changed["nodes"]);
    let undone = desk.call("undo", json!({"journey": journey}));
    assert_eq!(undone["header"], changed["header"]);
    desk.check("restoreVersion", json!({"journey": journey, "version": "x"}), "unknown-version");
}

#[test]
fn any_two_states_are_compared() {
    let desk = Desk::new();
    let journey = desk.journey();
    desk.insert_wait();
    let start = history(&desk)["versions"][0]["id"].clone();
    let (a, b) =
        (json!({"journey": journey, "version": start}), json!({"journey": journey, "version": null}));
    let compared = desk.call("compareVersions", json!({"a": a, "b": b}));
    assert_eq!(compared["differences"].as_array().unwrap().len(), 1);
    assert_eq!(
        compared["b"]["nodes"].as_object().unwrap().len(),
        compared["a"]["nodes"].as_object().unwrap().len() + 1
    );
    let same = desk.call("compareVersions", json!({"a": b, "b": b}));
    assert_eq!(same["differences"], json!([]));
}

#[test]
fn undone_steps_are_kept_before_an_edit_forgets_them() {
    let desk = Desk::new();
    let journey = desk.journey();
    for _ in 0..3 {
        desk.insert_wait();
    }
    let full = desk.state();
    for _ in 0..3 {
        desk.call("undo", json!({"journey": journey}));
    }
    desk.rename("Another way").unwrap();
    let kept = history(&desk)["versions"][0].clone();
    assert_eq!(kept["reason"], "undone");
    let shown = desk.call("readVersion", json!({"journey": journey, "version": kept["id"]}));
    assert_eq!(shown["nodes"], full["nodes"]);
}

#[test]
fn many_edits_in_a_row_make_a_version() {
    let desk = Desk::new();
    for _ in 0..52 {
        desk.insert_wait();
    }
    assert_eq!(history(&desk)["versions"][0]["reason"], "edits");
}

#[test]
fn a_published_journey_is_kept_and_cannot_be_brought_back() {
    let desk = Desk::new();
    let journey = desk.journey();
    desk.insert_wait();
    desk.call("setJourneyStatus", json!({"journey": journey, "status": "live"}));
    let versions = history(&desk)["versions"].clone();
    assert_eq!(versions[0]["reason"], "published");
    let restore = json!({"journey": journey, "version": versions[1]["id"]});
    assert!(desk.try_call("restoreVersion", restore).is_err());
    assert_eq!(history(&desk)["versions"], versions);
}
