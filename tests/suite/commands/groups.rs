//! Buying groups of the data at hand, and the look at a template before it is live.

use serde_json::{Value, json};

use super::desk::Desk;

fn list(desk: &Desk, looking: Value) -> Value {
    desk.call("listGroups", json!({"looking": looking, "from": 0, "count": 100_000}))
}

#[test]
fn groups_are_listed_searched_and_sorted() {
    let desk = Desk::new();
    let all = list(&desk, json!({}));
    assert!(all["found"].as_u64().unwrap() > 0 && all["found"] == all["all"]);
    let ready = list(&desk, json!({"ready": true}))["found"].as_u64().unwrap();
    let others = list(&desk, json!({"ready": false}))["found"].as_u64().unwrap();
    assert_eq!(ready + others, all["all"].as_u64().unwrap());
    let sorted = list(&desk, json!({"sort": {"by": "completeness", "descending": true}}));
    let figures: Vec<f64> = sorted["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["completeness"].as_f64().unwrap())
        .collect();
    assert!(figures.is_sorted_by(|a, b| a >= b));
    let missing = list(&desk, json!({"missing": ["Champion"]}));
    for line in missing["lines"].as_array().unwrap() {
        assert!(line["missing"].as_array().unwrap().iter().any(|missing| missing["role"] == "Champion"));
    }
    let name = all["lines"][0]["name"].as_str().unwrap();
    let found = list(&desk, json!({"search": name.to_uppercase()}));
    assert!(found["found"].as_u64().unwrap() >= 1);
}

/// The list, its detail, the heat map and the condition "member of buying group" count the same.
#[test]
fn all_looks_at_groups_agree() {
    let desk = Desk::new();
    let all = list(&desk, json!({}));
    let lines = all["lines"].as_array().unwrap();
    let members: u64 = lines.iter().map(|line| line["members"].as_u64().unwrap()).sum();
    let coverage = desk.call("coverage", json!({}));
    let cells = coverage["cells"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap());
    let counted: u64 = cells.filter_map(|cell| cell["members"].as_u64()).sum();
    assert_eq!(members, counted);
    for line in lines.iter().take(20) {
        let detail =
            desk.call("group", json!({"interest": line["solutionInterest"], "account": line["account"]}));
        let cards = detail["cards"].as_array().unwrap();
        let inside: usize = cards.iter().map(|card| card["members"].as_array().unwrap().len()).sum();
        assert_eq!(inside as u64, line["members"].as_u64().unwrap());
        let required: Vec<f64> = cards
            .iter()
            .filter(|card| card["required"] == true)
            .map(|card| card["completeness"].as_f64().unwrap())
            .collect();
        let mean = required.iter().sum::<f64>() / required.len() as f64;
        assert!((mean - line["completeness"].as_f64().unwrap()).abs() < 1e-9);
    }
    let condition = json!({"memberOfBuyingGroup": {"is": true}});
    let matches =
        desk.call("countMatches", json!({"on": "people", "condition": condition}))["matches"].as_u64();
    let overlap = desk.call("overlap", json!({}));
    assert!(overlap["people"].as_u64().unwrap() + matches.unwrap() >= members);
}

#[test]
fn a_member_is_put_in_and_taken_out_by_hand() {
    let desk = Desk::new();
    let line = list(&desk, json!({"missing": ["Champion"]}))["lines"][0].clone();
    let at = json!({"interest": line["solutionInterest"], "account": line["account"]});
    let before = desk.call("group", at.clone());
    let person = before["others"][0]["person"].clone();
    let intent = |role: &str, removed: bool| json!({"intent": {"do": "setMember", "solutionInterest": line["solutionInterest"], "person": person, "role": role, "removed": removed}});
    desk.call("editTables", intent("Champion", false));
    let champion = |whole: &Value| {
        whole["cards"].as_array().unwrap().iter().find(|card| card["role"] == "Champion").unwrap().clone()
    };
    let after = champion(&desk.call("group", at.clone()));
    assert_eq!((&after["members"][0]["person"], &after["members"][0]["source"]), (&person, &json!("manual")));
    desk.call("editTables", intent("Champion", true));
    let gone = desk.killed().call("group", at.clone());
    assert_eq!(gone["removed"][0]["person"], person);
    let forget =
        json!({"do": "forgetMember", "solutionInterest": line["solutionInterest"], "person": person});
    desk.call("editTables", json!({"intent": forget}));
    assert_eq!(desk.call("group", at.clone()), before);
    for _ in 0..3 {
        desk.call("undoTables", json!({}));
    }
    assert_eq!(desk.killed().call("group", at), before);
}

#[test]
fn lists_for_sales_and_linkedin_are_written() {
    let desk = Desk::new();
    let looking = json!({"ready": false, "missing": ["Champion"]});
    let found = list(&desk, looking.clone());
    let text = |of: &str, language: &str| {
        let sheet = json!({"of": of, "looking": looking});
        let answer = desk.call("exportSheet", json!({"sheet": sheet, "form": "csv", "language": language}));
        answer["text"].as_str().unwrap().trim_start_matches('\u{feff}').to_owned()
    };
    let companies = text("companies", "en");
    assert!(companies.starts_with("companyname,companywebsite,companyemaildomain,"));
    let mut accounts: Vec<_> =
        found["lines"].as_array().unwrap().iter().map(|line| line["account"].to_string()).collect();
    accounts.sort();
    accounts.dedup();
    assert_eq!(companies.lines().count(), accounts.len() + 1);
    assert!(text("handoff", "en").starts_with("Account,Account key,"));
    assert!(text("handoff", "es").starts_with("Cuenta,Clave de la cuenta,"));
}

#[test]
fn a_template_is_looked_at_before_it_is_live() {
    let desk = Desk::new();
    let workspace = desk.call("workspace", json!({}))["workspace"].clone();
    let cards = workspace["rolesTemplates"][0]["cards"].clone();
    let look = |cards: &Value| desk.call("previewTemplate", json!({"cards": cards}));
    let seen = look(&cards);
    let sum = |seen: &Value| -> u64 {
        seen["cards"].as_array().unwrap().iter().map(|card| card["assigned"].as_u64().unwrap()).sum()
    };
    assert_eq!(sum(&seen) + seen["none"].as_u64().unwrap(), seen["people"].as_u64().unwrap());
    let bands: u64 = seen["bands"].as_array().unwrap().iter().map(|band| band.as_u64().unwrap()).sum();
    assert_eq!(json!(bands), seen["accounts"]);
    for (card, of) in seen["cards"].as_array().unwrap().iter().zip(cards.as_array().unwrap()) {
        let claimed: u64 =
            card["claimed"].as_array().unwrap().iter().map(|claim| claim["people"].as_u64().unwrap()).sum();
        assert_eq!(card["matching"].as_u64().unwrap(), card["assigned"].as_u64().unwrap() + claimed);
        assert_eq!(card["role"], of["role"]);
    }
    // The first card takes everybody who meets it, so one that takes all leaves nothing.
    let mut greedy = cards.as_array().unwrap().clone();
    greedy.insert(
        0,
        json!({"role": "Other", "weighting": "minor", "required": false, "autoAssign": {"all": []}}),
    );
    let seen = look(&json!(greedy));
    assert_eq!((&seen["cards"][0]["assigned"], &seen["none"]), (&seen["people"], &json!(0)));
    assert_eq!(sum(&seen), seen["people"].as_u64().unwrap());
}

#[test]
fn users_are_named() {
    let desk = Desk::new();
    let used = desk.call("uses", json!({"of": "email", "key": "em-intro"}));
    assert_eq!(used[0]["by"], "journey");
    assert_eq!(desk.call("uses", json!({"of": "role", "key": "nobody"})), json!([]));
    let stage = desk.call("workspace", json!({}))["workspace"]["stagesModel"]["stages"][0]["id"].clone();
    assert!(desk.call("uses", json!({"of": null, "key": stage})).is_array());
}

#[test]
fn the_values_that_score_100_are_taken_from_the_data() {
    let desk = Desk::new();
    let found = desk.call("calibration", json!({}));
    assert!(found["person"].as_f64().unwrap() > 0.0 && found["group"].as_f64().unwrap() > 0.0);
    let people: u64 = found["people"].as_array().unwrap().iter().map(|bin| bin.as_u64().unwrap()).sum();
    assert_eq!(json!(people), found["active"]);
    desk.call("makeSample", json!({"recipe": {"accounts": 5, "seed": 1, "active": 0}}));
    assert_eq!(desk.call("calibration", json!({}))["person"], Value::Null);
}
