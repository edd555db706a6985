//! Edits: that undo gives back the same bytes, and that the window has what the program has; whatever was done.

use std::collections::BTreeMap;

use design::actions::Action;
use design::document::HistoryChange;
use design::formats::native;
use design::fragment::Fragment;
use design::journey::{Journey, Node};
use design::kinds::Kind;
use design::problem::Problem;
use design::update::Update;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::SEEDS;
use crate::desk::Desk;

/// The window's side: what it has after merging updates.
#[derive(Default, PartialEq, Debug)]
struct Window(BTreeMap<String, Value>);

impl Window {
    fn merge(&mut self, update: &Update) {
        let update = serde_json::to_value(update).unwrap();
        if update["whole"] == true {
            self.0.clear();
        }
        for part in ["nodes", "exits", "places"] {
            for (id, record) in update[part].as_object().unwrap() {
                let key = format!("{part}/{id}");
                if record.is_null() {
                    self.0.remove(&key)
                } else {
                    self.0.insert(key, record.clone())
                };
            }
        }
        for part in ["header", "ends", "lanes"] {
            if !update[part].is_null() {
                self.0.insert(part.into(), update[part].clone());
            }
        }
        for part in ["problems", "undo", "redo", "revision"] {
            self.0.insert(part.into(), update[part].clone());
        }
    }
}

/// A gesture by three numbers, on whatever the journey holds at that moment: each of the intents, with every kind and
/// action of the catalogue.
fn gesture(desk: &Desk, (what, which, how): (u8, usize, usize)) -> Option<Value> {
    let journey = desk.document.journey();
    let node: &Node = journey.nodes.get(which % journey.nodes.len())?;
    let exits = journey.exits(node);
    let path = exits.get(how % exits.len().max(1)).and_then(|exit| exit.path.clone());
    let other = &journey.nodes[how % journey.nodes.len()].id;
    let both = [&node.id, other];
    Some(match what % 14 {
        0..=2 => {
            let (kind, action) =
                (Kind::TAGS[how % Kind::TAGS.len()], Action::TAGS[which % Action::TAGS.len()]);
            json!({"do": "insert", "from": node.id, "path": path, "kind": kind, "action": action})
        }
        3 => json!({"do": "remove", "nodes": both, "keep": path}),
        4 => json!({"do": "remove", "nodes": [node.id], "keep": null}),
        5 => {
            json!({"do": "connect", "from": node.id, "path": path, "to": if how % 3 == 0 { None } else { Some(other) }})
        }
        6 => json!({"do": "move", "places": {node.id.as_str(): {"x": which, "y": how}}}),
        7 if how % 2 == 0 => json!({"do": "tidy"}),
        7 => json!({"do": "tidy", "nodes": both}),
        8 => json!({"do": "carry", "node": other, "from": node.id, "path": path}),
        9 => json!({"do": "cut", "nodes": both, "keep": path}),
        10 => {
            let fragment = native::write(&Fragment::of(journey, &both.map(Clone::clone))?);
            json!({"do": "paste", "fragment": fragment, "from": (how % 2 == 0).then_some(&node.id), "path": path, "at": null})
        }
        11 if how % 2 == 0 => json!({"do": "duplicate", "nodes": both}),
        11 => {
            let end = if which % 2 == 0 { json!("2027-03-01T09:00") } else { Value::Null };
            let settings = json!({"timeZone": "America/Havana", "start": "2027-01-15T09:00", "end": end});
            json!({"do": "header", "name": format!("N{how}"), "description": "", "settings": settings})
        }
        12 => {
            let problems = desk.document.whole(&desk.context()).problems;
            let fixes = || problems.iter().filter_map(|problem| Some((problem, problem.fix.as_ref()?)));
            let (problem, fix) = fixes().nth(which % fixes().count().max(1))?;
            let Problem { code, node, exit, params, .. } = problem;
            json!({"do": "mend", "finding": {"code": code, "node": node, "exit": exit, "params": params, "fix": fix.code}})
        }
        _ => json!({"do": "set", "node": changed(node, how)}),
    })
}

/// The record of a node with something in it changed: a label, one path less, a path twice, or a setting gone.
fn changed(node: &Node, how: usize) -> Value {
    let mut record = serde_json::to_value(node).unwrap();
    let paths = record.get_mut("paths").and_then(Value::as_array_mut).filter(|paths| !paths.is_empty());
    match (how % 4, paths) {
        (0, Some(paths)) => drop(paths.remove(how / 4 % paths.len())),
        (1, Some(paths)) => {
            let mut path = paths[how / 4 % paths.len()].clone();
            path["id"] = format!("q{how}").into();
            paths.push(path);
        }
        (2, _) => {
            let settings = record.as_object_mut().unwrap();
            let keys: Vec<_> =
                settings.keys().filter(|key| !["id", "kind"].contains(&key.as_str())).collect();
            if let Some(key) = keys.get(how / 4 % keys.len().max(1)).map(|key| (*key).clone()) {
                settings.shift_remove(&key);
            }
        }
        _ => record["label"] = format!("L{how}").into(),
    }
    record
}

/// Does the gestures that are not refused; returns the text after each step, the one before the first at the head.
fn steps(
    desk: &mut Desk,
    window: &mut Window,
    gestures: &[(u8, usize, usize)],
) -> Result<Vec<String>, TestCaseError> {
    let mut texts = vec![desk.bytes()];
    for numbers in gestures {
        let Some(Ok(gesture)) = gesture(desk, *numbers).map(serde_json::from_value) else { continue };
        let Ok(outcome) = desk.edit(gesture) else { continue };
        window.merge(&outcome.update);
        match outcome.history {
            HistoryChange::Added(step) => {
                texts.push(desk.bytes());
                let kept = serde_json::to_string(&step).unwrap();
                prop_assert_eq!(serde_json::from_str::<design::history::Step<_>>(&kept).unwrap(), step);
            }
            HistoryChange::Merged(_) => *texts.last_mut().unwrap() = desk.bytes(),
            _ => prop_assert_eq!(texts.last().unwrap(), &desk.bytes()),
        }
    }
    Ok(texts)
}

/// Any edits of a journey, then all undos, is the identity on the bytes; redo brings each state back; a window that
/// merges every update has what a window that opens the journey gets; and what is kept reads as it was written.
fn undo_is_the_inverse(name: &str, gestures: &[(u8, usize, usize)]) -> Result<(), TestCaseError> {
    let mut desk = Desk::open(name);
    let mut window = Window::default();
    window.merge(&desk.document.whole(&desk.context()));
    let texts = steps(&mut desk, &mut window, gestures)?;
    let read = native::read::<Journey>(&desk.bytes()).map(|journey| native::write(&journey));
    prop_assert_eq!(read, Ok(desk.bytes()));
    for text in texts.iter().rev().skip(1) {
        window.merge(&desk.undo().unwrap().update);
        prop_assert_eq!(&desk.bytes(), text);
    }
    prop_assert!(desk.undo().is_none());
    for text in &texts[1..] {
        window.merge(&desk.redo().unwrap().update);
        prop_assert_eq!(&desk.bytes(), text);
    }
    let mut fresh = Window::default();
    fresh.merge(&desk.document.whole(&desk.context()));
    prop_assert_eq!(&window, &fresh);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_can_be_undone(gestures in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..30)) {
        for name in [SEEDS, "every-node/account.json", "every-node/person.json", "wide-split/journey.json"] {
            undo_is_the_inverse(name, &gestures)?;
        }
    }
}
