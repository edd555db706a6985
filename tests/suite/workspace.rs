//! Edits of the workspace: what they do, what they refuse and by whom, and that undo gives back the same bytes.

use design::formats::native;
use design::history::Steps;
use design::journey::Journey;
use design::scenario::Scenario;
use design::workspace::document::{WorkspaceDocument, WorkspaceHistory, WorkspaceStep};
use design::workspace::intent::WorkspaceIntent;
use design::workspace::uses::Users;
use design::workspace::{Collection, Workspace, WorkspaceError};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::golden::fixture;

struct Shelf {
    document: WorkspaceDocument,
    journeys: Vec<Journey>,
    scenarios: Vec<Scenario>,
}

impl Shelf {
    fn open(name: &str) -> Shelf {
        let read = |file: &str| fixture(&format!("{name}/{file}.json"));
        Shelf {
            document: WorkspaceDocument::with_history(
                native::read(&read("workspace")).unwrap(),
                0,
                Steps::default(),
            ),
            journeys: vec![native::read(&read("journey")).unwrap()],
            scenarios: vec![native::read(&read("scenario")).unwrap()],
        }
    }

    fn bare() -> Shelf {
        let workspace =
            native::read("{\"format\": \"caravan/workspace\", \"version\": 1, \"name\": \"Bare\"}");
        let document = WorkspaceDocument::with_history(workspace.unwrap(), 0, Steps::default());
        Shelf { document, journeys: Vec::new(), scenarios: Vec::new() }
    }

    fn edit(&mut self, intent: Value) -> Result<Option<String>, WorkspaceError> {
        let intent: WorkspaceIntent =
            serde_json::from_value(intent.clone()).unwrap_or_else(|error| panic!("{intent}: {error}"));
        let users = Users { journeys: &self.journeys, scenarios: &self.scenarios, tables: None };
        self.document.edit(vec![intent], &users).map(|outcome| outcome.created)
    }

    fn bytes(&self) -> String {
        native::write(self.document.workspace())
    }
}

/// Does the gestures on the seeds workspace; then everything is taken back and done again, byte for byte.
fn check(mut shelf: Shelf, gestures: &[Value]) -> Workspace {
    let mut texts = vec![shelf.bytes()];
    for gesture in gestures {
        shelf.edit(gesture.clone()).unwrap_or_else(|error| panic!("{gesture}: {error}"));
        texts.push(shelf.bytes());
    }
    for text in texts.iter().rev().skip(1) {
        shelf.document.undo().unwrap();
        assert_eq!(shelf.bytes(), *text);
    }
    for text in &texts[1..] {
        shelf.document.redo().unwrap();
        assert_eq!(shelf.bytes(), *text);
    }
    shelf.document.workspace().clone()
}

#[test]
fn records_are_created_by_their_names() {
    for of in Collection::ALL {
        let mut shelf = Shelf::open("seeds-buying-group");
        let created =
            shelf.edit(json!({"do": "create", "of": of, "name": "Demo, requested!"})).unwrap().unwrap();
        let twice = shelf.edit(json!({"do": "create", "of": of, "name": "Demo, requested!"}));
        assert_eq!(twice.is_err(), *of == Collection::Role, "{of:?}");
        assert!(of.find(shelf.document.workspace(), &created).is_some(), "{created}");
        let text = shelf.bytes();
        assert_eq!(native::write(&native::read::<Workspace>(&text).unwrap()), text);
    }
}

#[test]
fn a_workspace_with_nothing_in_it_gets_its_first_records() {
    let workspace = check(
        Shelf::bare(),
        &[
            json!({"do": "add", "record": {"email": {"id": "hello", "name": "Hello", "callToAction": "link"}}}),
            json!({"do": "set", "key": "hello", "record": {"email": {"id": "hello", "name": "Hi", "callToAction": "chat"}}}),
            json!({"do": "remove", "of": "email", "key": "hello"}),
            json!({"do": "setWeights", "weights": {"event.attended": 50}}),
            json!({"do": "setScoreReferences", "references": {"person": 30}}),
            json!({"do": "setTitles", "titles": {"Champion": ["Fan"]}}),
            json!({"do": "rename", "name": "Full"}),
            json!({"do": "setStagesModel", "model": {"name": "M", "status": "draft", "stages": [
                {"id": "a", "name": "A", "entry": true, "next": ["b"]},
                {"id": "b", "name": "B", "entry": false, "destination": "success"}]}}),
            json!({"do": "publishStagesModel"}),
        ],
    );
    assert_eq!(workspace.name, "Full");
}

#[test]
fn drafts_go_live_when_they_are_whole() {
    let mut shelf = Shelf::open("seeds-buying-group");
    let key = shelf.edit(json!({"do": "create", "of": "rolesTemplate", "name": "New"})).unwrap().unwrap();
    let publish = json!({"do": "publish", "of": "rolesTemplate", "key": key});
    assert!(matches!(shelf.edit(publish.clone()), Err(WorkspaceError::NotReady(..))));
    let card = json!({"role": "Champion", "weighting": "normal", "required": true});
    let template = |status: &str| json!({"rolesTemplate": {"id": key, "name": "New", "status": status, "cards": [card]}});
    shelf.edit(json!({"do": "set", "key": key, "record": template("draft")})).unwrap();
    shelf.edit(publish).unwrap();
    let back = shelf.edit(json!({"do": "set", "key": key, "record": template("draft")}));
    assert_eq!(back, Err(WorkspaceError::LiveStays));
}

#[test]
fn what_is_in_use_stays_and_the_refusal_says_by_whom() {
    let refused = |gesture: Value, by: &[&str]| {
        let mut shelf = Shelf::open("seeds-buying-group");
        let before = shelf.bytes();
        let Err(WorkspaceError::InUse { by: found, .. }) = shelf.edit(gesture.clone()) else {
            panic!("{gesture} is not refused")
        };
        let names: Vec<_> = found.iter().map(|user| user.name.as_str()).collect();
        for name in by {
            assert!(names.contains(name), "{gesture}: {names:?}");
        }
        assert_eq!(shelf.bytes(), before);
    };
    let remove = |of: &str, key: &str| json!({"do": "remove", "of": of, "key": key});
    let shelf = Shelf::open("seeds-buying-group");
    let (journey, scenario) = (shelf.journeys[0].name.clone(), shelf.scenarios[0].name.text().to_owned());
    let workspace = shelf.document.workspace();
    refused(remove("email", "em-intro"), &[&journey]);
    refused(remove("solutionInterest", "si-seeds"), &[&journey, &scenario]);
    refused(remove("rolesTemplate", "rt-seeds"), &[&workspace.solution_interests.items()[0].name]);
    let role = workspace.roles.items()[0].name.clone();
    refused(remove("role", &role), &[]);
    refused(json!({"do": "setStagesModel", "model": null}), &[&journey]);
}

#[test]
fn wrong_gestures_are_refused_and_change_nothing() {
    let refused = |gesture: Value, expected: &str| {
        let mut shelf = Shelf::open("seeds-buying-group");
        let before = shelf.bytes();
        let error = shelf.edit(gesture).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(shelf.bytes(), before);
        assert!(shelf.document.undo().is_none());
    };
    refused(json!({"do": "create", "of": "email", "name": " "}), "needs a name");
    refused(json!({"do": "create", "of": "role", "name": "Champion"}), "is there already");
    refused(json!({"do": "remove", "of": "role", "key": "Champion"}), "always exists");
    refused(json!({"do": "remove", "of": "email", "key": "nobody"}), "nothing called nobody");
    refused(
        json!({"do": "set", "key": "si-seeds", "record": {"solutionInterest": {"id": "si-seeds", "name": "S", "rolesTemplate": "other"}}}),
        "make another solution interest",
    );
    refused(
        json!({"do": "setStagesModel", "model": {"name": "Other", "status": "draft", "stages": []}}),
        "stays as it is",
    );
}

/// A gesture made of numbers, over every collection and every intent.
fn gesture(workspace: &Workspace, (what, of, which): (u8, u8, u8)) -> Value {
    let of = Collection::ALL[usize::from(of) % Collection::ALL.len()];
    let text = native::write(workspace);
    let whole: Value = serde_json::from_str(&text).unwrap();
    let field = match of {
        Collection::Role => "roles",
        Collection::RolesTemplate => "rolesTemplates",
        Collection::SolutionInterest => "solutionInterests",
        Collection::Audience => "audiences",
        Collection::AccountList => "accountLists",
        Collection::Destination => "destinations",
        Collection::Email => "emails",
        Collection::EventType => "eventTypes",
    };
    let records = whole[field].as_array().cloned().unwrap_or_default();
    let record = records.get(usize::from(which) % records.len().max(1)).cloned();
    let key = record.as_ref().and_then(|record| {
        ["id", "type", "name"].into_iter().find_map(|key| record[key].as_str()).map(str::to_owned)
    });
    match (what % 8, key, record) {
        (0 | 1, ..) => json!({"do": "create", "of": of, "name": format!("N {which}")}),
        (2, Some(key), _) => json!({"do": "remove", "of": of, "key": key}),
        (3 | 4, Some(key), Some(mut record)) => {
            if of == Collection::Role {
                record["description"] = format!("D{which}").into();
            } else {
                record["name"] = format!("M{which}").into();
            }
            let of = serde_json::to_value(of).unwrap();
            json!({"do": "set", "key": key, "record": {of.as_str().unwrap(): record}})
        }
        (5, Some(key), _) => json!({"do": "publish", "of": of, "key": key}),
        (6, ..) => json!({"do": "setTitles", "titles": {"Champion": [format!("T{which}")]}}),
        (7, ..) => json!({"do": "setWeights", "weights": {"event.attended": which}}),
        _ => json!({"do": "rename", "name": format!("W{which}")}),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any edits, then all undos, is the identity on the bytes; redo brings each state back.
    #[test]
    fn undo_is_the_inverse(gestures in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 1..25)) {
        for mut shelf in [Shelf::open("seeds-buying-group"), Shelf::open("paid-media-controller"), Shelf::bare()] {
            let mut texts = vec![shelf.bytes()];
            for numbers in &gestures {
                let intent = serde_json::from_value(gesture(shelf.document.workspace(), *numbers)).unwrap();
                let users = Users { journeys: &shelf.journeys, scenarios: &shelf.scenarios, tables: None };
                let Ok(outcome) = shelf.document.edit(vec![intent], &users) else { continue };
                match outcome.history {
                    WorkspaceHistory::Added(step) => {
                        texts.push(shelf.bytes());
                        let kept = serde_json::to_string(&step).unwrap();
                        prop_assert_eq!(serde_json::from_str::<WorkspaceStep>(&kept).unwrap(), step);
                    }
                    WorkspaceHistory::Merged(_) => *texts.last_mut().unwrap() = shelf.bytes(),
                    _ => prop_assert_eq!(texts.last().unwrap(), &shelf.bytes()),
                }
            }
            for text in texts.iter().rev().skip(1) {
                shelf.document.undo().unwrap();
                prop_assert_eq!(&shelf.bytes(), text);
            }
            prop_assert!(shelf.document.undo().is_none());
            for text in &texts[1..] {
                shelf.document.redo().unwrap();
                prop_assert_eq!(&shelf.bytes(), text);
            }
        }
    }
}
