//! Edits, undo and redo: on the disk before they are answered, whatever happens next.

use serde_json::{Value, json};

use super::desk::Desk;

#[test]
fn every_edit_and_the_history_survive_a_kill() {
    let desk = Desk::new();
    let states: Vec<Value> = std::iter::once(desk.state())
        .chain((0..3).map(|_| {
            desk.insert_wait();
            let state = desk.state();
            assert_eq!(desk.killed().state(), state);
            state
        }))
        .collect();
    // Back to the first state and forth again, killed before every step.
    let mut desk = desk.killed();
    for expected in states.iter().rev().skip(1) {
        desk.call("undo", json!({"journey": desk.journey()}));
        desk = desk.killed();
        assert_eq!(without_history(desk.state()), without_history(expected.clone()));
    }
    assert_eq!(desk.state()["undo"], Value::Null);
    for expected in &states[1..] {
        desk.call("redo", json!({"journey": desk.journey()}));
        desk = desk.killed();
        assert_eq!(without_history(desk.state()), without_history(expected.clone()));
    }
    assert_eq!(desk.state(), states[3]);
}

fn without_history(mut state: Value) -> Value {
    for key in ["undo", "redo"] {
        state.as_object_mut().unwrap().remove(key);
    }
    state
}

#[test]
fn an_edit_after_undo_forgets_what_was_undone() {
    let desk = Desk::new();
    desk.insert_wait();
    desk.insert_wait();
    desk.call("undo", json!({"journey": desk.journey()}));
    desk.rename("Another way").unwrap();
    let state = desk.killed().state();
    assert_eq!(state["redo"], Value::Null);
    assert_eq!(state["undo"]["code"], "rename");
    let desk = desk.killed();
    desk.call("undo", json!({"journey": desk.journey()}));
    desk.call("undo", json!({"journey": desk.journey()}));
    assert_eq!(desk.state()["undo"], Value::Null);
}

#[test]
fn the_stored_document_is_the_same_bytes_after_undo() {
    let desk = Desk::new();
    let stored = || -> String {
        desk.disk().query_row("SELECT document FROM journeys", [], |row| row.get(0)).unwrap()
    };
    let before = stored();
    desk.insert_wait();
    assert_ne!(stored(), before);
    desk.call("undo", json!({"journey": desk.journey()}));
    assert_eq!(stored(), before);
}

#[test]
fn undo_with_nothing_to_undo_answers_with_the_whole() {
    let desk = Desk::new();
    for command in ["undo", "redo"] {
        let update = desk.call(command, json!({"journey": desk.journey()}));
        assert_eq!(update["whole"], true);
    }
}

/// The disk refuses; memory must not run ahead of it.
#[test]
fn an_edit_that_cannot_be_saved_did_not_happen() {
    let desk = Desk::new();
    let before = desk.state();
    let disk = desk.disk();
    let refuse = "CREATE TRIGGER refuse BEFORE UPDATE ON journeys BEGIN SELECT RAISE(ABORT, 'no'); END";
    disk.execute_batch(refuse).unwrap();
    assert_eq!(desk.rename("Lost").unwrap_err().code, "store-failed");
    assert_eq!(desk.state(), before);
    disk.execute_batch("DROP TRIGGER refuse").unwrap();
    desk.rename("Kept").unwrap();
    assert_eq!(desk.state()["header"]["name"], "Kept");
}

#[test]
fn a_damaged_document_is_refused_by_its_hash() {
    let desk = Desk::new();
    let disk = desk.disk();
    disk.execute("UPDATE journeys SET document = replace(document, 'wait', 'waits')", []).unwrap();
    desk.check("open", json!({"journey": desk.journey()}), "document-damaged");
}
