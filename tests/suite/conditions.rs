//! What one condition says about another is true of every record: compared with trying all of them.

use design::On;
use design::condition::{Condition, implies, impossible};
use design::formats::native;
use design::matching::{Ground, count};
use design::scenario::Scenario;
use design::tables::{ColumnBuilder, Table, Tables};
use design::workspace::Workspace;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::golden::fixture;

const TEXTS: [&str; 9] =
    ["", "Agri", "agriculture", "AGRICULTURE", "Culture", "re", "true", "5", "2026-01-01"];
const NUMBERS: [f64; 5] = [0.0, 4.5, 5.0, 6.0, 1e9];

/// Accounts with every pair of cells, each with two people of its own.
fn tables() -> Tables {
    let cells: Vec<&str> = TEXTS.iter().copied().chain(["4.5", "6", "1e9", "2025-12-31T23:00"]).collect();
    let mut columns: Vec<ColumnBuilder> = (0..7).map(|_| ColumnBuilder::default()).collect();
    let mut account_of = Vec::new();
    let mut account = 0_u32;
    for (at, first) in cells.iter().enumerate() {
        for (other, second) in cells.iter().enumerate() {
            columns[0].push(&format!("A{account}"));
            columns[1].push(first);
            columns[2].push(second);
            for person in 0..2 {
                columns[3].push(&format!("P{account}-{person}"));
                columns[4].push(&format!("p{account}-{person}@x"));
                columns[5].push(cells[(at + person * 3) % cells.len()]);
                columns[6].push(cells[(other + person * 5) % cells.len()]);
                account_of.push(account);
            }
            account += 1;
        }
    }
    let mut finished = columns.into_iter().map(ColumnBuilder::finish);
    let (mut accounts, mut people) = (Table::default(), Table::default());
    for name in ["accountKey.sourceKey", "custom.a", "custom.b"] {
        accounts.add(name, finished.next().unwrap());
    }
    for name in ["b2b.personKey.sourceKey", "workEmail.address", "custom.a", "custom.b"] {
        people.add(name, finished.next().unwrap());
    }
    Tables { accounts, people, account_of: account_of.into(), ..Tables::default() }
}

fn leaf() -> impl Strategy<Value = Value> {
    let attribute = prop::sample::select(vec![
        "account.custom.a",
        "account.custom.a",
        "account.custom.b",
        "person.custom.a",
        "person.custom.b",
    ]);
    let texts = ["is", "isNot", "contains", "notContains", "startsWith", "endsWith"];
    let text = (
        prop::sample::select(texts.to_vec()),
        prop::collection::vec(prop::sample::select(TEXTS.to_vec()), 1..3),
    )
        .prop_map(|(op, values)| json!({"op": op, "value": values}));
    let numbers = ["equals", "notEquals", "greaterThan", "atLeast", "lessThan", "atMost"];
    let number = (prop::sample::select(numbers.to_vec()), prop::sample::select(NUMBERS.to_vec()))
        .prop_map(|(op, value)| json!({"op": op, "value": value}));
    let between = (prop::sample::select(NUMBERS.to_vec()), prop::sample::select(NUMBERS.to_vec()))
        .prop_map(|(low, high)| json!({"op": "between", "value": [low, high]}));
    let date = prop::sample::select(vec!["greaterThan", "atMost", "equals"])
        .prop_map(|op| json!({"op": op, "value": "2026-01-01"}));
    let empty = prop::sample::select(vec!["isEmpty", "isNotEmpty"]).prop_map(|op| json!({"op": op}));
    let flag = any::<bool>().prop_map(|flag| json!({"op": "is", "value": flag}));
    (attribute, prop_oneof![4 => text, 4 => number, 2 => between, 1 => date, 2 => empty, 1 => flag]).prop_map(
        |(attribute, mut test)| {
            test["attribute"] = attribute.into();
            test
        },
    )
}

fn condition() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 10, 3, |part| {
        (prop::sample::select(vec!["all", "any", "none", "hasPerson"]), prop::collection::vec(part, 0..3))
            .prop_map(|(group, parts)| match (group, parts.first()) {
                ("hasPerson", Some(part)) => json!({"hasPerson": part}),
                ("hasPerson", None) => json!({"all": []}),
                (group, _) => json!({group: parts}),
            })
    })
}

/// Whoever meets `a` and not `b`, among all the records; none where the claim is true.
fn counterexamples(a: &Value, b: &Value, on: On) -> u32 {
    thread_local! {
        static DESK: (Workspace, Tables, Scenario, Ground) = (
            native::read(&fixture("seeds-buying-group/workspace.json")).unwrap(),
            tables(),
            native::read("{\"format\": \"caravan/scenario\", \"version\": 1, \"name\": \"Try\"}").unwrap(),
            Ground::default(),
        );
    }
    let against: Condition = serde_json::from_value(json!({"all": [a, {"none": [b]}]})).unwrap();
    DESK.with(|(workspace, tables, scenario, ground)| {
        count(on, &against, workspace, tables, scenario, ground).unwrap().matches
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn an_implication_has_no_counterexample(a in condition(), b in condition(), narrow in any::<u8>()) {
        // Half of the pairs are related, so that there is something to claim.
        let a = match narrow % 4 {
            0 => json!({"all": [b, a]}),
            1 => b.as_object().and_then(|map| map.get("any")?.as_array()?.first().cloned()).unwrap_or(a),
            _ => a,
        };
        let read = |json: &Value| -> Condition { serde_json::from_value(json.clone()).unwrap() };
        for on in [On::Accounts, On::People] {
            if implies(&read(&a), &[&read(&b)], on) {
                prop_assert_eq!(counterexamples(&a, &b, on), 0, "{} -> {} on {:?}", a, b, on);
            }
            if impossible(&read(&a), on) {
                prop_assert_eq!(counterexamples(&a, &json!({"any": []}), on), 0, "{} on {:?}", a, on);
            }
        }
    }
}

/// What must be seen, since people write it.
#[test]
fn related_conditions_are_seen() {
    let test = |op: &str, value: Value| json!({"attribute": "account.custom.a", "op": op, "value": value});
    let implied = |a: Value, b: Value| {
        let (a, b): (Condition, Condition) =
            (serde_json::from_value(a).unwrap(), serde_json::from_value(b).unwrap());
        implies(&a, &[&b], On::Accounts)
    };
    assert!(implied(test("is", json!(["a", "B"])), test("is", json!(["b", "A", "c"]))));
    assert!(implied(test("between", json!([1, 2])), test("atLeast", json!(1))));
    assert!(implied(test("lessThan", json!("2026-01-01")), test("atMost", json!("2026-01-01"))));
    assert!(implied(test("startsWith", json!("VP of")), test("contains", json!("vp"))));
    assert!(implied(test("endsWith", json!("officer")), test("isNot", json!("manager"))));
    assert!(!implied(test("atLeast", json!(1)), test("greaterThan", json!(1))));
    assert!(!implied(test("isNot", json!("a")), test("isNotEmpty", json!(null))));
    assert!(implied(
        json!({"all": [test("atLeast", json!(0)), {"none": [test("greaterThan", json!(0))]}]}),
        test("equals", json!(0))
    ));
    let group = |inner: Value| json!({"matchedBuyingGroup": inner});
    assert!(implied(
        group(
            json!({"solutionInterest": "s", "completeness": {"atLeast": 80}, "people": [{"role": "Champion", "exactly": 2}]})
        ),
        group(json!({"completeness": {"atLeast": 70}, "people": [{"role": "Champion", "atLeast": 1}]}))
    ));
    assert!(!implied(group(json!({"stage": ["a"]})), group(json!({"solutionInterest": "s"}))));
}
