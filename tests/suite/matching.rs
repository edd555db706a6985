//! Counting who meets a condition: column by column, held against the simulator's own way of asking one account at
//! a time; and what the data offers to choose from.

use design::On;
use design::condition::Condition;
use design::formats::native;
use design::matching::{Ground, Matches, count, rows_one_by_one};
use design::scenario::Scenario;
use design::suggest::{ValuesOf, suggest};
use design::tables::Tables;
use design::workspace::Workspace;
use proptest::prelude::*;
use serde_json::{Value, json};
use studio::sample::sample;

use crate::golden::fixture;

struct Data {
    workspace: Workspace,
    scenario: Scenario,
    tables: Tables,
    ground: Ground,
}

impl Data {
    fn of(accounts: u32) -> Data {
        let mut workspace: Value =
            serde_json::from_str(&fixture("seeds-buying-group/workspace.json")).unwrap();
        workspace["accountLists"] = json!([
            {"id": "vip", "name": "Must win", "type": "static", "status": "live", "condition": null, "members": ["ACC-000001", "ACC-000003"]},
            {"id": "spain", "name": "Spain", "type": "dynamic", "status": "live",
             "condition": {"attribute": "account.accountBillingAddress.country", "op": "is", "value": "Spain"}, "members": []},
            {"id": "led", "name": "Led by a VP", "type": "dynamic", "status": "live",
             "condition": {"attribute": "person.extendedWorkDetails.jobTitle", "op": "startsWith", "value": "VP"}, "members": []}]);
        let mut tables = sample(accounts, 3, None);
        let held = ["contractor|owner", "Contractor", "owner", ""].into_iter().cycle();
        tables.people.add("personRoles", held.take(tables.people.rows()).collect());
        Data {
            workspace: native::read(&workspace.to_string()).unwrap(),
            scenario: native::read(&fixture("seeds-buying-group/scenario.json")).unwrap(),
            tables,
            ground: Ground::default(),
        }
    }

    fn count(&self, on: On, condition: &Value) -> Matches {
        let condition: Condition = serde_json::from_value(condition.clone()).unwrap();
        count(on, &condition, &self.workspace, &self.tables, &self.scenario, &self.ground).unwrap()
    }

    /// The same number by both ways.
    fn check(&self, on: On, condition: &Value) -> Matches {
        let found = self.count(on, condition);
        let parsed: Condition = serde_json::from_value(condition.clone()).unwrap();
        let slow = rows_one_by_one(on, &parsed, &self.workspace, &self.tables, &self.scenario).unwrap();
        assert_eq!(found.matches as usize, slow.len(), "{on:?} {condition}");
        assert_eq!(found.parts[0], found.matches);
        found
    }
}

fn leaf() -> impl Strategy<Value = Value> {
    let interest = || prop_oneof![Just(Value::Null), Just(json!("si-seeds")), Just(json!("si-unknown"))];
    let score = || {
        prop_oneof![
            Just(Value::Null),
            (0..100).prop_map(|n| json!({"atLeast": n})),
            (0..100).prop_map(|n| json!({"lessThan": n})),
            (0..50).prop_map(|n| json!({"between": [n, n + 30]})),
        ]
    };
    let roles = || {
        prop_oneof![
            Just(Value::Null),
            Just(json!(["Decision Maker"])),
            Just(json!(["Champion", "Influencer"]))
        ]
    };
    prop_oneof![
        prop_oneof![Just("Agri"), Just("Tech"), Just("zzz")].prop_map(
            |text| json!({"attribute": "account.accountOrganization.industry", "op": "startsWith", "value": [text]})
        ),
        (0..5u32, 0..20u32).prop_map(|(op, millions)| {
            let op = ["atLeast", "lessThan", "equals", "notEquals", "isEmpty"][op as usize];
            json!({"attribute": "account.accountOrganization.annualRevenue.amount", "op": op, "value": millions * 1_000_000})
        }),
        prop_oneof![Just("contains"), Just("notContains"), Just("startsWith"), Just("isNot")].prop_map(
            |op| json!({"attribute": "person.extendedWorkDetails.jobTitle", "op": op, "value": ["VP", "Chief"]})
        ),
        (0..60).prop_map(|n| json!({"attribute": "person.engagementScore", "op": "atLeast", "value": n})),
        Just(json!({"attribute": "person.custom.Nowhere", "op": "isNot", "value": "x"})),
        (any::<bool>(), interest(), score(), score(), roles()).prop_map(|(is, interest, one, two, roles)| json!({
            "memberOfBuyingGroup": {"is": is, "solutionInterest": interest, "role": roles, "completeness": one, "engagement": two}
        })),
        (any::<bool>(), interest(), score(), 0..4u32).prop_map(|(is, interest, score, n)| json!({
            "matchedBuyingGroup": {"is": is, "solutionInterest": interest, "completeness": score,
                "people": [{"role": "Decision Maker", "atLeast": n}]}
        })),
        (1..90u32, 1..3u32, any::<bool>()).prop_map(|(days, times, inactive)| json!({
            "eventHistory": {"eventType": "web.webpagedetails.pageViews", "withinDays": days, "atLeast": times, "inactive": inactive}
        })),
        any::<bool>().prop_map(|is| json!({"memberOfAccountList": {"is": is, "list": "vip"}})),
        any::<bool>().prop_map(|is| json!({"memberOfAccountList": {"is": is, "list": "spain"}})),
        any::<bool>().prop_map(|is| json!({"memberOfAccountList": {"is": is, "list": "led"}})),
        any::<bool>().prop_map(|is| json!({"roleInAccount": {"is": is, "role": ["contractor"]}})),
        any::<bool>().prop_map(|is| json!({"roleInAccount": {"is": is, "role": ["Owner", "Contractor"]}})),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|list| json!({"all": list})),
            prop::collection::vec(inner.clone(), 0..4).prop_map(|list| json!({"any": list})),
            prop::collection::vec(inner.clone(), 0..3).prop_map(|list| json!({"none": list})),
            inner.prop_map(|one| json!({"hasPerson": one})),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn columns_and_single_accounts_agree(condition in condition(), people in any::<bool>()) {
        thread_local! { static DATA: Data = Data::of(60); }
        DATA.with(|data| data.check(if people { On::People } else { On::Accounts }, &condition));
    }
}

#[test]
fn every_part_has_its_number() {
    let data = Data::of(200);
    let vp = json!({"attribute": "person.extendedWorkDetails.jobTitle", "op": "startsWith", "value": "VP"});
    let found = data.check(
        On::Accounts,
        &json!({"all": [{"memberOfAccountList": {"list": "spain"}}, {"hasPerson": {"all": [vp]}}, {"none": []}]}),
    );
    let vps = data.count(On::People, &vp).matches;
    let spain = data.count(On::Accounts, &json!({"memberOfAccountList": {"list": "spain"}})).matches;
    let with_vp = data.count(On::Accounts, &vp).matches;
    assert!(found.matches > 0 && found.matches < spain);
    assert_eq!(found.parts, [found.matches, spain, with_vp, vps, vps, 200]);
    assert_eq!((found.of, found.some.len()), (200, 5.min(found.matches as usize)));
}

#[test]
fn a_list_that_asks_for_itself_has_nobody() {
    let mut data = Data::of(20);
    let mut workspace: Value = serde_json::from_str(&fixture("seeds-buying-group/workspace.json")).unwrap();
    workspace["accountLists"] = json!([{"id": "loop", "name": "Loop", "type": "dynamic", "status": "live",
        "condition": {"any": [{"memberOfAccountList": {"list": "loop"}}]}}]);
    data.workspace = native::read(&workspace.to_string()).unwrap();
    assert_eq!(data.check(On::Accounts, &json!({"memberOfAccountList": {"list": "loop"}})).matches, 0);
}

#[test]
fn values_are_suggested_by_how_they_begin_and_how_common_they_are() {
    let data = Data::of(300);
    let of = ValuesOf::Attribute { attribute: "account.accountOrganization.industry".into() };
    let all = suggest(&of, "", &data.tables);
    assert!(all.len() > 2 && all.windows(2).all(|two| two[0].rows >= two[1].rows), "{all:?}");
    let first = &all[0].value;
    let typed = suggest(&of, &first[..3].to_uppercase(), &data.tables);
    assert_eq!(&typed[0].value, first);
    assert!(suggest(&of, "no such thing", &data.tables).is_empty());
}
