//! Copy and cut as the window asks for them.

use serde_json::{Value, json};

use super::desk::Desk;

#[test]
fn what_was_cut_can_be_pasted_back() {
    let desk = Desk::new();
    let journey = desk.journey();
    let before = desk.state();
    let kept = ["audience"];
    let nodes: Vec<&String> =
        before["nodes"].as_object().unwrap().keys().filter(|id| !kept.contains(&id.as_str())).collect();
    let copied = desk.call("copy", json!({"journey": journey, "nodes": nodes}));
    let cut = desk.call("cut", json!({"journey": journey, "nodes": nodes, "keep": null}));
    assert_eq!(cut["fragment"], copied);
    assert_eq!(desk.state()["nodes"].as_object().unwrap().len(), 1);
    let paste = json!({"do": "paste", "fragment": copied, "from": "audience", "path": null, "at": null});
    desk.call("edit", json!({"journey": journey, "intent": paste}));
    let state = desk.killed().state();
    assert_eq!(state["nodes"].as_object().unwrap().len(), nodes.len() + 1);
    assert_eq!(state["undo"]["code"], "paste");
    desk.call("undo", json!({"journey": journey}));
    desk.call("undo", json!({"journey": journey}));
    assert_eq!(desk.state()["nodes"], before["nodes"]);
}

/// A split that is cut takes its branches along, and they are on the clipboard too.
#[test]
fn nothing_that_a_cut_takes_is_lost() {
    let desk = Desk::new();
    let journey = desk.journey();
    let exits = desk.state()["exits"].clone();
    let split = exits.as_object().unwrap().iter().find(|(_, exits)| exits.as_array().unwrap().len() > 1);
    let (split, _) = split.unwrap();
    let before = desk.state();
    let cut = desk.call("cut", json!({"journey": journey, "nodes": [split], "keep": null}));
    let after = desk.state();
    let fragment: Value = serde_json::from_str(cut["fragment"].as_str().unwrap()).unwrap();
    let fragment = fragment["nodes"].as_array().unwrap();
    let lost = before["nodes"].as_object().unwrap().iter().filter(|(id, node)| {
        after["nodes"].get(id).is_none()
            && node["kind"] != "merge"
            && !fragment.iter().any(|kept| kept["id"] == **id)
    });
    assert_eq!(lost.count(), 0);
}

#[test]
fn what_cannot_be_copied_is_refused() {
    let desk = Desk::new();
    let journey = desk.journey();
    desk.check("copy", json!({"journey": journey, "nodes": ["audience"]}), "nothing-copied");
    desk.check("copy", json!({"journey": journey, "nodes": ["nobody"]}), "unknown-node");
    desk.check("cut", json!({"journey": journey, "nodes": ["audience"], "keep": null}), "start-stays");
    let paste = json!({"do": "paste", "fragment": "{}", "from": null, "path": null, "at": null});
    desk.check("edit", json!({"journey": journey, "intent": paste}), "bad-fragment");
}
