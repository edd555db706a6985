//! What can be counted directly.

use design::report::Report;
use serde_json::json;
use simulator::BLOCK;

use super::{Case, mean, on_edge, tables, with_titles};

#[test]
fn a_split_by_a_condition_counts_as_a_filter_of_the_table_does() {
    let nodes = json!([{"id": "split", "kind": "splitAccounts", "other": true, "paths": [
        {"id": "large", "condition":
            {"attribute": "account.accountOrganization.annualRevenue.amount", "op": "atLeast", "value": 700_000}},
        {"id": "seven", "condition": {"attribute": "account.accountName", "op": "endsWith", "value": ["7", "8"]}}]}]);
    let report =
        Case::new(nodes, json!([{"from": "in", "to": "split"}]), json!({}), json!({}), tables(1_000, 1))
            .run();
    let ends = (0..700).filter(|a| a % 10 == 7 || a % 10 == 8).count();
    assert_eq!(on_edge(&report, "split", Some("large")), 300.0);
    assert_eq!(on_edge(&report, "split", Some("seven")), ends as f64);
    assert_eq!(on_edge(&report, "split", Some("other")), (700 - ends) as f64);
}

#[test]
fn variants_keep_their_quotas_within_one_for_each_block() {
    let nodes = json!([{"id": "split", "kind": "variantSplitAccounts", "paths": [
        {"id": "a", "percentage": 33}, {"id": "b", "percentage": 33}, {"id": "c", "percentage": 34}]}]);
    let accounts = 10_000;
    let report =
        Case::new(nodes, json!([{"from": "in", "to": "split"}]), json!({}), json!({}), tables(accounts, 1))
            .run();
    let blocks = accounts.div_ceil(BLOCK) as f64;
    for (path, share) in [("a", 0.33), ("b", 0.33), ("c", 0.34)] {
        let count = on_edge(&report, "split", Some(path));
        assert!((count - share * accounts as f64).abs() <= blocks, "{path}: {count}");
    }
}

#[test]
fn completeness_is_that_of_the_members() {
    let titles = ["Chief", "Fan", "Fan", "Clerk"];
    let card = |role: &str, title: &str, members: u32| {
        json!({"role": role, "weighting": "vital", "required": true, "membersRequired": members, "autoAssign":
            {"attribute": "person.extendedWorkDetails.jobTitle", "op": "is", "value": title}})
    };
    let workspace = json!({"rolesTemplates": [{"id": "rt", "name": "RT", "status": "live", "cards":
        [card("Decision Maker", "Chief", 1), card("Champion", "Fan", 3)]}]});
    let tables = with_titles(600, 5, |account, person| titles[(account + person * person) % 4]);
    let expected = (0..600).map(|account| {
        let count =
            |title| (0..5).filter(|person| titles[(account + person * person) % 4] == title).count() as f64;
        100.0 * (count("Chief").min(1.0) + (count("Fan") / 3.0).min(1.0)) / 2.0
    });
    let expected = expected.sum::<f64>() / 600.0;
    let report = Case::new(json!([]), json!([]), workspace, json!({}), tables).run();
    let interest = &report.solution_interests[0];
    assert!((mean(&interest.completeness_start) - expected).abs() < 1e-9);
    assert!((mean(&interest.completeness_end) - expected).abs() < 1e-9);
    assert_eq!(interest.bands.completeness.iter().sum::<f64>(), 600.0);
}

#[test]
fn accounts_balance_at_every_node() {
    check_balance(&super::independence::sample_case(400, 3).run());
}

/// Whoever comes to a node is there still or has left by one of its exits; and all who entered are somewhere.
pub(super) fn check_balance(report: &Report) {
    for node in &report.nodes {
        let out: f64 =
            report.edges.iter().filter(|edge| edge.from == node.id).map(|edge| mean(&edge.accounts)).sum();
        let into = report.edges.iter().filter(|edge| edge.to.as_ref() == Some(&node.id));
        let into: f64 = into.map(|edge| mean(&edge.accounts)).sum();
        let entered = if node.id == report.nodes[0].id { mean(&report.summary.entered) } else { into };
        assert!((mean(&node.entered) - entered).abs() < 1e-6, "{}: entered", node.id);
        assert!((mean(&node.left) - out).abs() < 1e-6, "{}: left", node.id);
        assert!((mean(&node.entered) - mean(&node.here) - mean(&node.left)).abs() < 1e-6, "{}", node.id);
    }
    let summary = &report.summary;
    assert!((mean(&summary.entered) - mean(&summary.finished) - mean(&summary.still_inside)).abs() < 1e-6);
    let last = report.daily.last().unwrap();
    let here: f64 = last.here.values().sum();
    assert!((here - mean(&summary.still_inside)).abs() < 1e-6, "{here} here at the last midnight");
}

#[test]
fn a_group_is_not_looked_at_between_changes_of_its_completeness_and_midnights() {
    let nodes = json!([
        {"id": "moment", "kind": "action", "action": {"type": "personInterestingMoment", "moment": "web", "description": "d"}},
        {"id": "wait", "kind": "wait", "for": {"days": 2}}]);
    let edges = json!([{"from": "in", "to": "moment"}, {"from": "moment", "to": "wait"}]);
    let card = json!({"role": "Champion", "weighting": "vital", "required": true, "autoAssign": {"all": []}});
    let workspace = json!({
        "rolesTemplates": [{"id": "rt", "name": "RT", "status": "live", "cards": [card]}],
        "solutionInterests": [{"id": "si", "name": "SI", "rolesTemplate": "rt",
            "salesReady": {"completeness": 70, "engagement": 1}}],
    });
    let report =
        Case::new(nodes, edges, workspace, json!({"startAt": "2026-12-01T06:00"}), tables(2, 1)).run();
    // The moment makes the group engaged at once; the midnight 18 hours later sees it.
    assert_eq!(report.solution_interests[0].median_days_to_ready.mean, Some(0.75));
}

/// A date is its midnight, and one that was written with an offset stays the day that it says, `Z` or not.
#[test]
fn dates_are_days_whatever_their_offset() {
    let path = |id: &str, op: &str| json!({"id": id, "condition": {"attribute": "person.custom.since", "op": op, "value": "2020-05-01"}, "actions": []});
    let nodes = json!([{"id": "split", "kind": "splitPeople", "other": {"actions": []},
        "paths": [path("before", "lessThan"), path("on", "equals"), path("after", "greaterThan")]}]);
    let mut tables = tables(1, 5);
    let since =
        ["2020-04-30T23:59:00Z", "2020-05-01", "2020-05-01T00:00:00Z", "2020-05-01T00:01:00+02:00", "soon"];
    tables.people.add("custom.since", since.into_iter().collect());
    let report = Case::new(nodes, json!([{"from": "in", "to": "split"}]), json!({}), json!({}), tables).run();
    let paths = &report.nodes[1].people.paths;
    assert_eq!(["before", "on", "after", "other"].map(|path| mean(&paths[path])), [1.0, 2.0, 1.0, 1.0]);
}

#[test]
fn roles_in_the_account_are_compared_exactly() {
    let path = |id: &str, is: bool, role: &str| json!({"id": id, "condition": {"roleInAccount": {"is": is, "role": [role]}}, "actions": []});
    let nodes = json!([{"id": "split", "kind": "splitPeople", "other": {"actions": []},
        "paths": [path("contractor", true, "contractor"), path("stranger", false, "owner")]}]);
    let mut tables = tables(1, 4);
    let roles = ["contractor|owner", "Contractor", "owner", ""];
    tables.people.add("personRoles", roles.into_iter().collect());
    let report = Case::new(nodes, json!([{"from": "in", "to": "split"}]), json!({}), json!({}), tables).run();
    let paths = &report.nodes[1].people.paths;
    assert_eq!(["contractor", "stranger", "other"].map(|path| mean(&paths[path])), [1.0, 2.0, 1.0]);
}
