//! Status texts: case tells none apart, and everybody keeps the spelling that was written for it.

use design::report::Report;
use serde_json::{Value, json};

use super::{Case, on_edge, tables};

/// A1 gets one spelling, everybody else another; then all get a third.
fn case() -> Case {
    let status = |id: &str, text: &str| {
        json!({"id": id, "kind": "action",
            "action": {"type": "updateBuyingGroupStatus", "solutionInterest": "si", "status": text}})
    };
    let nodes = json!([
        {"id": "who", "kind": "splitAccounts", "other": true, "paths": [{"id": "one", "condition":
            {"attribute": "account.accountName", "op": "endsWith", "value": ["1"]}}]},
        status("small", "hot lead"),
        status("large", "HOT Lead"),
        {"id": "all", "kind": "merge"},
        status("again", "Hot Lead"),
        {"id": "asked", "kind": "splitAccounts", "other": true, "paths": [{"id": "hot", "condition":
            {"matchedBuyingGroup": {"solutionInterest": "si", "status": ["hOT lEAD"]}}}]},
        status("last", "Won"),
    ]);
    let edges = json!([
        {"from": "in", "to": "who"},
        {"from": "who", "path": "one", "to": "large"}, {"from": "who", "path": "other", "to": "small"},
        {"from": "small", "to": "all"}, {"from": "large", "to": "all"}, {"from": "all", "to": "again"},
        {"from": "again", "to": "asked"}, {"from": "asked", "path": "hot", "to": "last"},
    ]);
    Case::new(nodes, edges, json!({}), json!({}), tables(2, 1))
}

/// The changes of an account's status, as its trace tells them.
fn check(case: &Case, account: &str, expected: [[Option<&str>; 2]; 2]) {
    let lines = case.trace(account);
    let lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let changes = lines.filter(|line| line["what"] == "status");
    let changes: Vec<Value> =
        changes.map(|line| json!([line["detail"]["from"], line["detail"]["to"]])).collect();
    assert_eq!(json!(changes), json!(expected), "{account}");
}

#[test]
fn each_account_keeps_the_spelling_that_was_written_for_it() {
    let case = case();
    check(&case, "A0", [[None, Some("hot lead")], [Some("hot lead"), Some("Won")]]);
    check(&case, "A1", [[None, Some("HOT Lead")], [Some("HOT Lead"), Some("Won")]]);
    let report: Report = case.run();
    assert_eq!(on_edge(&report, "asked", Some("hot")), 2.0, "case tells no two statuses apart");
}
