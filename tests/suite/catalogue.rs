//! The catalogue: everything has a name, a hint and an icon, in both languages, and can be inserted as it says.

use design::catalogue::{FieldInfo, catalogue};
use design::journey::Node;
use design::{Maybe, Text};
use serde_json::{Value, json};

fn check(what: &str, text: &Text) {
    assert!(!text.en.is_empty() && !text.es.is_empty(), "{what} lacks a text");
}

fn check_fields(what: &str, fields: &[FieldInfo]) {
    for field in fields {
        let what = format!("{what}.{}", field.key);
        check(&what, &field.name);
        check(&what, &field.hint);
        assert_ne!(field.hint.en, field.hint.es, "{what} lacks its hint in Spanish");
    }
    assert!(fields.iter().filter(|field| field.fact).count() <= 3, "{what} shows too much");
}

fn check_icon(what: &str, icon: &str) {
    assert!(
        icon.starts_with("<svg ") && icon.contains("viewBox=\"0 0 20 20\"") && icon.contains("currentColor"),
        "{what} has no icon"
    );
}

#[test]
fn kinds_are_complete() {
    let catalogue = catalogue();
    assert_eq!(catalogue.kinds.len(), 13);
    for kind in &catalogue.kinds {
        check(&kind.kind, &kind.name);
        check(&kind.kind, &kind.hint);
        check_fields(&kind.kind, &kind.fields);
        check_icon(&kind.kind, &kind.icon);
        let mut node = json!({"id": "n", "kind": kind.kind, "action": {"type": "sendEmail"}});
        if kind.kind != "action" {
            node.as_object_mut().unwrap().remove("action");
        }
        node.as_object_mut().unwrap().extend(kind.default.clone());
        let node: Node =
            serde_json::from_value(node).unwrap_or_else(|error| panic!("{}: {error}", kind.kind));
        assert_eq!(node.label, Maybe::Absent);
    }
}

#[test]
fn actions_are_complete() {
    let catalogue = catalogue();
    assert_eq!(catalogue.actions.len(), 25);
    for action in &catalogue.actions {
        check(&action.r#type, &action.name);
        check(&action.r#type, &action.hint);
        check_fields(&action.r#type, &action.fields);
        check_icon(&action.r#type, &action.icon);
    }
}

#[test]
fn forms_ask_for_what_the_settings_are() {
    let catalogue = serde_json::to_value(catalogue()).unwrap();
    let input = |list: &str, tag: &str, key: &str| -> Value {
        let items = catalogue[list].as_array().unwrap();
        let item = items.iter().find(|item| item["kind"] == tag || item["type"] == tag).unwrap();
        item["fields"].as_array().unwrap().iter().find(|field| field["key"] == key).unwrap()["input"].clone()
    };
    assert_eq!(input("kinds", "wait", "for"), json!({"type": "duration"}));
    assert_eq!(input("kinds", "wait", "until"), json!({"type": "dateTime"}));
    assert_eq!(input("kinds", "wait", "mustEndOn"), json!({"type": "mustEndOn"}));
    assert_eq!(input("kinds", "listen", "triggers"), json!({"type": "triggers"}));
    assert_eq!(input("kinds", "listen", "timeout"), json!({"type": "timeout"}));
    assert_eq!(input("kinds", "action", "action"), json!({"type": "action"}));
    assert_eq!(input("kinds", "splitAccounts", "paths"), json!({"type": "paths", "of": "condition"}));
    assert_eq!(input("kinds", "splitAccounts", "other"), json!({"type": "other", "of": "boolean"}));
    assert_eq!(input("kinds", "splitPeople", "paths"), json!({"type": "paths", "of": "conditionActions"}));
    assert_eq!(input("kinds", "splitPeople", "other"), json!({"type": "other", "of": "actions"}));
    assert_eq!(
        input("kinds", "variantSplitPeople", "paths"),
        json!({"type": "paths", "of": "percentageActions"})
    );
    assert_eq!(input("kinds", "nextBestPath", "paths"), json!({"type": "paths", "of": "share"}));
    assert_eq!(input("kinds", "personAudience", "condition"), json!({"type": "condition", "on": "people"}));
    assert_eq!(
        input("kinds", "externalAction", "timeout"),
        json!({"type": "number", "min": 0.0, "max": 240.0, "integer": true})
    );
    assert_eq!(input("kinds", "externalAction", "on")["options"][1]["name"]["es"], "Personas");
    assert_eq!(input("actions", "sendEmail", "email"), json!({"type": "reference", "to": "email"}));
    assert_eq!(input("actions", "sendSalesAlert", "to"), json!({"type": "texts"}));
    assert_eq!(
        input("actions", "updateBuyingGroupStatus", "status"),
        json!({"type": "text", "maxLength": 50})
    );
    assert_eq!(
        input("actions", "updateAccountProfile", "attribute"),
        json!({"type": "attribute", "of": "accounts"})
    );
    assert_eq!(input("kinds", "externalSplit", "paths")["of"], "returned");
}
