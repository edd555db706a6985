//! Figures of cases so small that they can be worked out by hand.

use design::tables::{Activity, Tables};
use serde_json::json;
use studio::calibrate::rates;

use crate::simulation::{Case, tables};

/// Of four groups one is ready after a day, one after three, and two never in five days.
#[test]
fn the_share_ready_by_day_is_that_of_kaplan_and_meier() {
    let assign = json!({"type": "assignToBuyingGroup", "solutionInterest": "si", "role": "Decision Maker"});
    let named = |name: &str| json!({"attribute": "account.accountName", "op": "is", "value": name});
    let nodes = json!([
        {"id": "s", "kind": "splitAccounts", "other": false, "paths": [
            {"id": "p1", "label": "", "condition": named("Account 0")},
            {"id": "p2", "label": "", "condition": named("Account 1")}]},
        {"id": "w1", "kind": "wait", "for": {"days": 1}},
        {"id": "w2", "kind": "wait", "for": {"days": 3}},
        {"id": "a1", "kind": "action", "action": assign},
        {"id": "a2", "kind": "action", "action": assign},
    ]);
    let edges = json!([
        {"from": "in", "to": "s"}, {"from": "s", "path": "p1", "to": "w1"}, {"from": "w1", "to": "a1"},
        {"from": "s", "path": "p2", "to": "w2"}, {"from": "w2", "to": "a2"},
    ]);
    let case = Case::new(nodes, edges, json!({}), json!({"horizonDays": 5}), tables(4, 1));
    let report = case.run();
    let of = &report.solution_interests[0];
    let near = |value: f64, expected: f64| assert!((value - expected).abs() < 1e-12, "{value} {expected}");
    for (share, expected) in of.ready_by_day.iter().zip([0.0, 0.25, 0.25, 0.5, 0.5, 0.5]) {
        near(*share, expected);
    }
    // Survival reaches one half at the second: the median is three days.
    near(of.median_days_to_ready.mean.unwrap(), 3.0);
    // With one replication the interval is the figure itself; an undefined figure has none.
    assert_eq!((of.sales_ready.low, of.sales_ready.high), (of.sales_ready.mean, of.sales_ready.mean));
    assert_eq!((report.summary.cost_per_lead.mean, report.summary.cost_per_lead.high), (None, None));
}

fn activities(list: &[(u32, &str, &str)]) -> Tables {
    let mut tables = tables(2, 2);
    tables.activities = list
        .iter()
        .map(|&(person, timestamp, event_type)| Activity {
            person,
            timestamp: timestamp.into(),
            event_type: event_type.into(),
            fields: Vec::new(),
        })
        .collect();
    tables
}

#[test]
fn rates_have_the_interval_of_wilson() {
    let (delivered, opened) = ("directMarketing.emailDelivered", "directMarketing.emailOpened");
    let mut list: Vec<_> = (0..10).map(|_| (0, "2026-11-01T10:00:00Z", delivered)).collect();
    list.extend((0..3).map(|_| (0, "2026-11-02T10:00:00Z", opened)));
    // Opened twice what was delivered once counts once.
    list.extend([
        (1, "2026-11-01T10:00:00Z", delivered),
        (1, "2026-11-05T10:00:00Z", opened),
        (1, "2026-11-05T11:00:00Z", opened),
    ]);
    list.push((2, "2026-11-10T10:00:00Z", "web.webpagedetails.pageViews"));
    let rates = rates(&activities(&list));
    let of = |path: &str| rates.iter().find(|rate| rate.assumption == path).unwrap();
    let open = of("behaviour.email.open");
    assert_eq!((open.times, open.of), (4, 11));
    // Wilson: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n) for 4 of 11.
    assert!((open.low - 0.151_66).abs() < 1e-4 && (open.high - 0.646_23).abs() < 1e-4, "{open:?}");
    let visits = of("behaviour.web.visitsPerPersonDay");
    assert_eq!((visits.times, visits.of), (1, 40));
    assert!(visits.low > 0.0 && visits.low < 1.0 / 40.0 && visits.high > 1.0 / 40.0, "{visits:?}");
    assert!(rates.iter().all(|rate| rate.assumption != "behaviour.sms.click"));
}
