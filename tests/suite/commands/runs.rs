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
