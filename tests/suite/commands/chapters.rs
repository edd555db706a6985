//! The chapters of a journey through the door: edited one gesture a step, taken back, and there after a kill.

use serde_json::{Value, json};

use super::desk::Desk;

fn edit(desk: &Desk, intent: Value) -> Value {
    desk.call("editChapters", json!({"journey": desk.journey(), "intent": intent}))
}

fn step(desk: &Desk, name: &str) -> Value {
    desk.call(name, json!({"journey": desk.journey()}))
}

fn caption(text: &str) -> Value {
    json!({"stop": {"day": 3}, "caption": {"en": text}})
}

#[test]
fn edits_of_chapters_are_taken_back_even_after_a_kill() {
    let desk = Desk::new();
    let before = step(&desk, "chapters");
    let count = before["chapters"].as_array().unwrap().len();
    assert_eq!((count, &before["undo"]), (12, &Value::Null));

    let added = edit(&desk, json!({"do": "add", "chapter": caption("A")}));
    assert_eq!(
        (added["chapters"].as_array().unwrap().len(), &added["undo"]["code"]),
        (13, &json!("addChapter"))
    );
    // What is typed in one go is one step, and typing elsewhere another.
    for (text, typing) in [("Ab", "caption 1"), ("Abc", "caption 1"), ("Abcd", "caption 2")] {
        edit(&desk, json!({"do": "set", "at": 12, "chapter": caption(text), "typing": typing}));
    }
    let removed = edit(&desk, json!({"do": "remove", "at": 0}));
    assert_eq!(removed["chapters"].as_array().unwrap().len(), 12);

    let desk = desk.killed();
    assert_eq!(step(&desk, "chapters"), removed);
    assert_eq!(step(&desk, "undoChapters")["chapters"][0], before["chapters"][0]);
    let last = |view: &Value| view["chapters"][12]["caption"]["en"].clone();
    assert_eq!(last(&step(&desk, "undoChapters")), "Abc");
    let undone = step(&desk, "undoChapters");
    assert_eq!((last(&undone), &undone["redo"]["code"]), (json!("A"), &json!("setChapter")));
    assert_eq!(last(&step(&desk, "redoChapters")), "Abc");
    step(&desk, "undoChapters");
    let first = step(&desk, "undoChapters");
    assert_eq!((&first["chapters"], &first["undo"]), (&before["chapters"], &Value::Null));
    assert_eq!(step(&desk, "undoChapters"), first);
    // After an edit nothing is left to do again, and typing begins a step of its own.
    let set = json!({"do": "set", "at": 0, "chapter": caption("New"), "typing": "caption 1"});
    assert_eq!(edit(&desk, set)["redo"], Value::Null);
    // What changes nothing is no step.
    edit(&desk, json!({"do": "set", "at": 0, "chapter": caption("New"), "typing": null}));
    assert_eq!(step(&desk, "undoChapters")["chapters"], before["chapters"]);
}

#[test]
fn a_chapter_that_is_not_there_is_refused() {
    let desk = Desk::new();
    let journey = desk.journey();
    let intent = json!({"do": "remove", "at": 12});
    desk.check("editChapters", json!({"journey": journey, "intent": intent}), "unknown-chapter");
    desk.check("chapters", json!({"journey": "gone"}), "unknown-journey");
}
