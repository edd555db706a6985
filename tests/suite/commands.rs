//! The commands of the window, called through the one table that the window and the host for browsers share.

mod answers;
mod chapters;
mod clipboard;
mod desk;
mod edits;
mod groups;
mod journey_files;
mod lifecycle;
mod runs;
mod scenarios;
mod tables;
mod versions;
mod workspace;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use studio::commands;

use desk::Desk;

#[test]
fn the_first_start_shows_the_sample_workspace() {
    let start = Desk::new().call("start", json!({}));
    assert_eq!(start["accounts"], 500);
    assert!(start["people"].as_u64().unwrap() > 1500, "{}", start["people"]);
    assert_eq!(start["journeys"].as_array().unwrap().len(), 1);
    assert_eq!(start["journeys"][0]["changed"], "2026-12-01T08:00:00.000Z");
    assert_eq!(start["preferences"], json!({"locale": "system", "theme": "system"}));
    assert_eq!(start["systemDark"], true);
    assert_eq!(start["last"], Value::Null);
    let roles = start["references"]["role"].as_array().unwrap();
    assert!(roles.iter().any(|role| role["id"] == "Champion"));
    for reference in ["audience", "destination", "email", "solutionInterest", "stage", "journey"] {
        assert!(!start["references"][reference].as_array().unwrap().is_empty(), "{reference}");
    }
}

#[test]
fn the_journey_that_was_open_is_open_again() {
    let desk = Desk::new();
    desk.call("open", json!({"journey": desk.journey()}));
    let start = desk.killed().call("start", json!({}));
    assert_eq!(start["last"], start["journeys"][0]["id"]);
}

#[test]
fn the_sample_journey_opens_without_errors() {
    let whole = Desk::new().state();
    let problems = whole["problems"].as_array().unwrap();
    let errors: Vec<_> = problems.iter().filter(|problem| problem["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(whole["whole"], true);
    assert_eq!((&whole["undo"], &whole["redo"]), (&Value::Null, &Value::Null));
}

#[test]
fn journeys_are_made_copied_and_deleted() {
    let desk = Desk::new();
    let first = desk.journey();
    let made = desk.call("createJourney", json!({"name": "  Próxima campaña  "}));
    assert_eq!(made["name"], "Próxima campaña");
    assert_eq!(made["nodes"], 1);
    let whole = desk.call("open", json!({"journey": made["id"]}));
    assert_eq!(whole["nodes"].as_object().unwrap().len(), 1);
    desk.insert_wait();
    let copy = desk.call("duplicateJourney", json!({"journey": first, "name": "Copy"}));
    let original = desk.call("open", json!({"journey": first}));
    let opened = desk.call("open", json!({"journey": copy["id"]}));
    assert_eq!(opened["nodes"], original["nodes"]);
    assert_eq!(opened["undo"], Value::Null);
    let left = desk.call("deleteJourney", json!({"journey": first}));
    assert_eq!(left.as_array().unwrap().len(), 2);
    let desk = desk.killed();
    assert_eq!(desk.call("start", json!({}))["journeys"], left);
    desk.check("open", json!({"journey": first}), "unknown-journey");
    desk.check("deleteJourney", json!({"journey": first}), "unknown-journey");
    desk.check("createJourney", json!({"name": " "}), "name-missing");
}

#[test]
fn journeys_begin_with_a_kind_or_a_template() {
    let desk = Desk::new();
    let person = desk.call("createJourney", json!({"name": "People", "kind": "person"}));
    assert_eq!((&person["kind"], &person["nodes"]), (&json!("person"), &json!(1)));
    let templates = desk.call("templates", json!({}));
    let templates = templates.as_array().unwrap();
    assert_eq!(templates.len(), 5);
    for template in templates {
        assert!(template["picture"].as_str().unwrap().starts_with("<svg"));
        for language in ["en", "es"] {
            let name = &template["name"][language];
            let asked = json!({"name": name, "template": template["id"], "language": language});
            let made = desk.call("createJourney", asked);
            assert_eq!(made["nodes"], template["nodes"]);
            let whole = desk.call("open", json!({"journey": made["id"]}));
            let errors = whole["problems"].as_array().unwrap().iter().filter(|it| it["severity"] == "error");
            assert_eq!(errors.count(), 0, "{name}: {:#?}", whole["problems"]);
            assert_eq!(whole["header"]["settings"]["end"], "2027-12-01T00:00");
        }
    }
    desk.check("createJourney", json!({"name": "New", "template": "nothing"}), "unknown-template");
    let all = desk.call("journeys", json!({}));
    assert_eq!(all.as_array().unwrap().len(), 12);
}

#[test]
fn thumbnails_follow_the_edits() {
    let desk = Desk::new();
    let journey = desk.journey();
    let picture = || desk.call("thumbnail", json!({"journey": journey}));
    let before = picture();
    assert!(before.as_str().unwrap().starts_with("<svg viewBox="));
    assert_eq!(picture(), before);
    desk.insert_wait();
    let after = picture();
    assert_ne!(after, before);
    desk.call("undo", json!({"journey": journey}));
    assert_eq!(picture(), before);
    desk.check("thumbnail", json!({"journey": "nobody"}), "unknown-journey");
}

#[test]
fn preferences_survive() {
    let desk = Desk::new();
    let preferences = json!({"locale": "es", "theme": "dark"});
    assert_eq!(desk.call("savePreferences", json!({"preferences": preferences})), preferences);
    assert_eq!(desk.killed().call("start", json!({}))["preferences"], preferences);
}

#[test]
fn matches_are_counted_with_some_names() {
    let desk = Desk::new();
    let all = desk.call("countMatches", json!({"on": "accounts", "condition": {"all": []}}));
    assert_eq!((&all["matches"], &all["of"]), (&json!(500), &json!(500)));
    assert_eq!(all["some"].as_array().unwrap().len(), 5);
    let none = desk.call("countMatches", json!({"on": "people", "condition": {"any": []}}));
    assert_eq!(none["matches"], 0);
}

#[test]
fn wrong_calls_are_refused_in_a_sentence() {
    let desk = Desk::new();
    desk.check("publish", json!({}), "unknown-command");
    desk.check("open", json!({}), "bad-arguments");
    desk.check("open", json!({"journey": "not an id"}), "bad-arguments");
    desk.check("open", json!({"journey": "nobody"}), "unknown-journey");
    desk.check("edit", json!({"journey": desk.journey(), "intent": {"do": "explode"}}), "bad-arguments");
    desk.check("lastRun", Value::Null, "bad-arguments");
    // What is wrong inside a step is named by where it is.
    let node = json!({"id": "n", "kind": "action", "action": {"type": "sendEmail", "mail": "em-intro"}});
    let intent = json!({"do": "set", "node": node});
    let failure = desk.try_call("edit", json!({"journey": desk.journey(), "intent": intent})).unwrap_err();
    assert!(failure.message.starts_with("edit, intent.action.mail: "), "{failure:?}");
    assert!(failure.message.contains("`mail`") && !failure.message.contains('\u{1}'), "{failure:?}");
}

/// The shell's lines, what it allows its window, what it grants, and what the page asks for are one list.
#[test]
fn the_lists_of_commands_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let expected: BTreeSet<&str> = commands::names().into_iter().collect();

    let capability: Value = serde_json::from_str(&text("src-tauri/capabilities/main.json")).unwrap();
    let granted = capability["permissions"].as_array().unwrap();
    let granted = granted.iter().filter_map(|name| name.as_str().unwrap().strip_prefix("allow-"));
    assert_eq!(granted.collect::<BTreeSet<_>>(), expected, "capabilities/main.json");

    for (file, marks) in [
        ("src-tauri/build.rs", ["    \"", "    \""]),
        ("src-tauri/src/commands.rs", ["\";", "\" reports;"]),
        ("ui/src/core/api.ts", ["host.call<", "host.stream<"]),
    ] {
        let text = text(file);
        let lines = text.lines().filter(|line| marks.iter().any(|mark| line.contains(mark)));
        let words = lines.filter_map(|line| line.split('"').nth(1));
        let named: BTreeSet<&str> =
            words.filter(|word| word.bytes().all(|b| b.is_ascii_alphabetic())).collect();
        assert_eq!(named, expected, "{file}");
    }
}
