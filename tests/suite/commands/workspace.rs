//! The workspace's own records through the door: edits survive a kill, and what is in use is named.

use serde_json::{Value, json};

use super::desk::Desk;

#[test]
fn an_email_is_created_in_place_and_can_be_taken_back() {
    let desk = Desk::new();
    let before = desk.call("workspace", json!({}));
    let made =
        desk.call("editWorkspace", json!({"intent": {"do": "create", "of": "email", "name": "Hello"}}));
    assert_eq!(made["created"], "em-hello");
    let emails = made["references"]["email"].as_array().unwrap();
    assert!(emails.iter().any(|email| email["id"] == "em-hello"));
    let killed = desk.killed();
    let mut again = killed.call("workspace", json!({}));
    again["created"] = made["created"].clone();
    assert_eq!(again, made);
    let undone = killed.call("undoWorkspace", json!({}));
    assert_eq!(undone["workspace"], before["workspace"]);
    assert_eq!(undone["undo"], Value::Null);
    let redone = killed.killed().call("redoWorkspace", json!({}));
    assert_eq!(redone["workspace"], made["workspace"]);
    assert_eq!(killed.call("start", json!({}))["references"]["email"], undone["references"]["email"]);
}

#[test]
fn what_is_in_use_is_refused_by_name() {
    let desk = Desk::new();
    let remove = json!({"intent": {"do": "remove", "of": "email", "key": "em-intro"}});
    let failure = desk.try_call("editWorkspace", remove).unwrap_err();
    let name = desk.state()["header"]["name"].as_str().unwrap().to_owned();
    assert_eq!(failure.code, "in-use");
    assert!(failure.message.contains(&name) && failure.params["es"].contains(&name), "{failure}");
    desk.check(
        "editWorkspace",
        json!({"intent": {"do": "create", "of": "email", "name": ""}}),
        "record-nameless",
    );
    desk.check("editWorkspace", json!({"intent": {"do": "explode"}}), "bad-arguments");
}

/// The disk refuses; memory must not run ahead of it.
#[test]
fn an_edit_that_cannot_be_saved_did_not_happen() {
    let desk = Desk::new();
    let before = desk.call("workspace", json!({}));
    let refuse = "CREATE TRIGGER refuse BEFORE UPDATE ON workspace BEGIN SELECT RAISE(ABORT, 'no'); END";
    desk.disk().execute_batch(refuse).unwrap();
    desk.check("editWorkspace", json!({"intent": {"do": "rename", "name": "Lost"}}), "store-failed");
    assert_eq!(desk.call("workspace", json!({})), before);
}
