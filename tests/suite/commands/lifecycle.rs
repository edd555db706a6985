//! The life of a journey through the door: what it may become, that live is frozen, and what keeps it from going.

use serde_json::{Value, json};

use super::desk::Desk;

fn status(desk: &Desk, status: &str) -> Result<Value, studio::Failure> {
    desk.try_call("setJourneyStatus", json!({"journey": desk.journey(), "status": status}))
}

#[test]
fn a_live_journey_is_frozen_and_goes_on_to_its_end() {
    let desk = Desk::new();
    desk.insert_wait();
    desk.check("setJourneyStatus", json!({"journey": desk.journey(), "status": "closed"}), "no-such-step");
    let journeys = status(&desk, "live").unwrap();
    assert_eq!(journeys[0]["status"], "live");
    let killed = desk.killed();
    let live = killed.state();
    assert_eq!((&live["header"]["status"], &live["undo"]), (&json!("live"), &Value::Null));
    assert_eq!(killed.rename("Other").unwrap_err().code, "frozen");
    killed.call("undo", json!({"journey": killed.journey()}));
    assert_eq!(killed.state(), live);
    killed.check("deleteJourney", json!({"journey": killed.journey()}), "still-running");
    killed.check("setJourneyStatus", json!({"journey": killed.journey(), "status": "draft"}), "no-such-step");
    let copy = killed.call("duplicateJourney", json!({"journey": killed.journey(), "name": "Copy"}));
    assert_eq!(copy["status"], "draft");
    for next in ["closed", "finished"] {
        status(&killed, next).unwrap();
        assert_eq!(killed.killed().state()["header"]["status"], next);
    }
    assert_eq!(status(&killed, "aborted").unwrap_err().code, "no-such-step");
    killed.call("deleteJourney", json!({"journey": killed.journey()}));
}

#[test]
fn errors_keep_a_journey_a_draft() {
    let desk = Desk::new();
    let made = desk.call("createJourney", json!({"name": "Empty"}));
    let publish = json!({"journey": made["id"], "status": "live"});
    desk.check("setJourneyStatus", publish, "not-publishable");
    assert_eq!(desk.call("open", json!({"journey": made["id"]}))["header"]["status"], "draft");
}

#[test]
fn the_structure_alone_can_be_duplicated() {
    let desk = Desk::new();
    let original = desk.state();
    let copy =
        desk.call("duplicateJourney", json!({"journey": desk.journey(), "name": "Bare", "structure": true}));
    let bare = desk.call("open", json!({"journey": copy["id"]}));
    let ids = |whole: &Value| whole["nodes"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(ids(&bare), ids(&original));
    assert_eq!(bare["places"], original["places"]);
    for node in bare["nodes"].as_object().unwrap().values() {
        if node["kind"] == "wait" {
            assert_eq!(node["for"], json!({"days": 5}));
        }
        if node["kind"] == "action" {
            assert_eq!(node["action"].as_object().unwrap().len(), 1, "{node}");
        }
    }
}

/// A fix through the door: the finding is gone, undo brings it back, and it survives a kill.
#[test]
fn a_finding_is_mended_by_one_step() {
    let desk = Desk::new();
    let journey = desk.journey();
    let mut settings = desk.state()["header"]["settings"].clone();
    settings["end"] = Value::Null;
    let header = json!({"do": "header", "name": "Endless", "description": "", "settings": settings});
    let update = desk.call("edit", json!({"journey": journey, "intent": header}));
    let problems = update["problems"].as_array().unwrap();
    let problem = problems.iter().find(|problem| problem["code"] == "end-date-missing").unwrap();
    let finding = json!({"code": problem["code"], "node": problem["node"], "exit": problem["exit"],
        "params": problem["params"], "fix": problem["fix"]["code"]});
    let intent = json!({"do": "mend", "finding": finding});
    let mended = desk.call("edit", json!({"journey": journey, "intent": intent}));
    assert_eq!(mended["header"]["settings"]["end"], "2027-03-01T00:00");
    assert_eq!(mended["undo"]["code"], "mend");
    desk.check("edit", json!({"journey": journey, "intent": intent}), "mended");
    let undone = desk.killed().call("undo", json!({"journey": journey}));
    assert_eq!(undone["header"]["settings"]["end"], Value::Null);
}
