//! Runs through the commands.

use std::sync::{Arc, mpsc};

use serde_json::{Value, json};
use studio::{Failure, RunEvent, commands};

use super::desk::Desk;

/// The events of a run up to its end.
fn run(desk: &Desk, each: impl Fn(&RunEvent)) -> Result<Vec<RunEvent>, Failure> {
    let (sender, receiver) = mpsc::channel();
    let listener = Arc::new(move |event| drop(sender.send(event)));
    commands::call(&desk.studio, "simulate", json!({"journey": desk.journey()}), listener)?;
    Ok(receiver.into_iter().inspect(each).collect())
}

#[test]
fn a_run_tells_how_far_it_is_and_its_result_is_kept_with_its_revision() {
    let desk = Desk::new();
    assert_eq!(desk.call("lastRun", json!({"journey": desk.journey()})), Value::Null);
    desk.rename("Twice edited").unwrap();
    let events = run(&desk, |_| ()).unwrap();
    assert!(matches!(events.first(), Some(RunEvent::Started { .. })));
    for event in &events {
        if let RunEvent::Progress { done, of, seconds } = event {
            assert!(*done > 0 && done <= of && *seconds >= 0.0, "{event:?}");
        }
    }
    let Some(RunEvent::Finished { view }) = events.last() else { panic!("{:?}", events.last()) };
    assert_eq!(view.revision, 1);
    assert!(desk.rename("Edited since").is_ok());
    let kept = desk.killed().call("lastRun", json!({"journey": desk.journey()}));
    assert_eq!(kept, serde_json::to_value(view).unwrap());
    assert_eq!(kept["report"]["accounts"], 500);
}

#[test]
fn the_journey_is_shown_live_and_set_against_what_it_did_before() {
    let desk = Desk::new();
    let journey = desk.journey();
    let first = desk.call("live", json!({"journey": journey}));
    assert_eq!((&first["accounts"], &first["of"], &first["revision"]), (&json!(500), &json!(500), &json!(0)));
    assert_eq!((&first["since"]["ready"], &first["since"]["cost"]), (&json!(0.0), &json!(0.0)));
    assert!(first["numbers"]["cost"].as_f64().unwrap() > 0.0);
    assert!(desk.rename("Edited").is_ok());
    let second = desk.call("live", json!({"journey": journey}));
    assert_eq!(second["revision"], 1);
    assert_eq!(second["numbers"], first["numbers"]);
}

#[test]
fn edits_of_a_journey_that_is_watched_live_answer_with_its_numbers() {
    let desk = Desk::new();
    let journey = desk.journey();
    let settings = desk.call("open", json!({"journey": journey}))["header"]["settings"].clone();
    let edit = |name: &str| {
        let intent = json!({"do": "header", "name": name, "description": "", "settings": settings});
        desk.call("edit", json!({"journey": journey, "intent": intent})).get("live").cloned()
    };
    assert_eq!(edit("Nobody looks"), None);
    let asked = desk.call("live", json!({"journey": journey}));
    let answered = edit("Watched").unwrap();
    assert_eq!(answered, desk.call("live", json!({"journey": journey})));
    assert_eq!((&answered["revision"], &answered["numbers"]), (&json!(2), &asked["numbers"]));
    let undone = desk.call("undo", json!({"journey": journey}));
    assert_eq!(undone["live"]["revision"], undone["revision"]);
    desk.call("endLive", json!({}));
    assert_eq!(edit("Nobody looks any more"), None);
}

#[test]
fn goals_are_kept_with_the_journey_and_judge_its_runs() {
    let desk = Desk::new();
    let journey = desk.journey();
    assert_eq!(desk.call("goals", json!({"journey": journey})), json!({"goals": []}));
    let goals = json!({"goals": [{"id": "g1", "figure": "summary.cost", "op": "lessThan", "value": 1e12}]});
    assert_eq!(desk.call("saveGoals", json!({"journey": journey, "goals": goals})), goals);
    desk.check("saveGoals", json!({"journey": "nobody", "goals": goals}), "unknown-journey");
    run(&desk, |_| ()).unwrap();
    let desk = desk.killed();
    let runs = desk.call("listRuns", json!({"journey": journey}));
    assert_eq!(
        (&runs[0]["accounts"], &runs[0]["seed"], &runs[0]["revision"]),
        (&json!(500), &json!(42), &json!(0))
    );
    let opened = desk.call("openRun", json!({"run": runs[0]["run"]}));
    assert_eq!(opened, desk.call("lastRun", json!({"journey": journey})));
    let judged = desk.call("judge", json!({"run": runs[0]["run"]}));
    assert_eq!((&judged[0]["goal"], &judged[0]["standing"]), (&json!("g1"), &json!("met")));
    desk.check("openRun", json!({"run": "gone"}), "unknown-run");
}

#[test]
fn assumptions_are_listed_with_what_they_mean() {
    let view = Desk::new().call("scenarios", json!({}));
    let list = &view["assumptions"];
    let open = list.as_array().unwrap().iter().find(|of| of["path"] == "behaviour.email.open").unwrap();
    assert_eq!((&open["unit"], &open["default"]), (&json!("share"), &json!(0.32)));
}

#[test]
fn a_cancelled_run_leaves_nothing() {
    let desk = Desk::new();
    let events = run(&desk, |event| {
        if let RunEvent::Started { run } = event {
            desk.call("cancel", json!({"run": run}));
        }
    })
    .unwrap();
    assert!(matches!(events.last(), Some(RunEvent::Cancelled)), "{:?}", events.last());
    assert_eq!(desk.call("lastRun", json!({"journey": desk.journey()})), Value::Null);
}

#[test]
fn a_journey_with_errors_is_not_run() {
    let desk = Desk::new();
    let made = desk.call("createJourney", json!({"name": "Nobody chosen yet"}));
    desk.check("simulate", json!({"journey": made["id"]}), "problems");
}
