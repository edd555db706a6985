//! What holds of every run, over random journeys of both kinds and random tables.

use design::report::Report;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Case, mean, with_titles};

/// Grows a journey from numbers: each says what stands next, and splits grow branches of their own.
struct Growth<'a> {
    numbers: std::slice::Iter<'a, u8>,
    of_persons: bool,
    nodes: Vec<Value>,
    edges: Vec<Value>,
}

impl Growth<'_> {
    /// Adds nodes behind an exit until the numbers say stop.
    fn grow(&mut self, mut from: String, mut path: Option<&'static str>, depth: u32) {
        while let Some(&number) = self.numbers.next() {
            let id = format!("n{}", self.nodes.len());
            let (node, exits) = self.node(number);
            let mut node = node;
            node["id"] = json!(id);
            self.nodes.push(node);
            self.edges.push(json!({"from": from, "path": path, "to": id}));
            if exits.len() > 1 && depth < 3 {
                exits.into_iter().for_each(|exit| self.grow(id.clone(), exit, depth + 1));
                return;
            }
            (from, path) = (id, exits[0]);
        }
    }

    fn node(&self, number: u8) -> (Value, Vec<Option<&'static str>>) {
        let action = |action: Value| (json!({"kind": "action", "action": action}), vec![None]);
        let chief = json!({"attribute": "person.extendedWorkDetails.jobTitle", "op": "is", "value": "Chief"});
        let split = |kind: &str| {
            let paths = json!([{"id": "a", "condition": chief}]);
            (json!({"kind": kind, "paths": paths, "other": true}), vec![Some("a"), Some("other")])
        };
        match number % 10 {
            0 => action(json!({"type": "sendEmail", "email": "mail"})),
            1 => action(json!({"type": "assignToBuyingGroup", "solutionInterest": "si", "role": "Champion"})),
            2 => action(json!({"type": "removeFromBuyingGroup", "solutionInterest": "si"})),
            3 => (json!({"kind": "wait", "for": {"hours": 1 + u32::from(number)}}), vec![None]),
            4 => (
                json!({"kind": "listen", "timeout": {"after": {"days": 3}}, "triggers": [
                    {"on": "people", "event": "web.webpagedetails.pageViews"},
                    {"on": "people", "membership": "removed", "solutionInterest": "si"}]}),
                vec![Some("event"), Some("timeout")],
            ),
            5 => split(if self.of_persons { "splitPeople" } else { "splitAccounts" }),
            6 => {
                let kind = if self.of_persons { "variantSplitPeople" } else { "variantSplitAccounts" };
                let paths = json!([{"id": "a", "percentage": 40}, {"id": "b", "percentage": 60}]);
                (json!({"kind": kind, "paths": paths}), vec![Some("a"), Some("b")])
            }
            7 => (
                json!({"kind": "externalAction", "service": "s", "on": "people", "timeout": 5, "expectedFailure": 0.3}),
                vec![Some("done"), Some("timeoutOrError")],
            ),
            8 if !self.of_persons => action(json!({"type": "activateToDestination", "destination": "li"})),
            8 => {
                let paths = json!([{"id": "a", "expectedShare": 0.5}]);
                (json!({"kind": "nextBestPath", "paths": paths}), vec![Some("a"), Some("other")])
            }
            _ => action(json!({"type": "sendSms", "message": "m"})),
        }
    }
}

fn case(of_persons: bool, numbers: &[u8], people: usize, reentry: bool, seed: u32) -> Case {
    let mut growth = Growth { numbers: numbers.iter(), of_persons, nodes: Vec::new(), edges: Vec::new() };
    growth.grow("in".into(), None, 0);
    let [nodes, edges] = [growth.nodes, growth.edges].map(Value::Array);
    let card = |role: &str, title: &str, members: u32| {
        json!({"role": role, "weighting": "vital", "required": true, "membersRequired": members, "autoAssign":
            {"attribute": "person.extendedWorkDetails.jobTitle", "op": "is", "value": title}})
    };
    let workspace = json!({
        "destinations": [{"id": "li", "name": "LI", "roles": ["Decision Maker"], "form": "leadGen"}],
        "rolesTemplates": [{"id": "rt", "name": "RT", "status": "live", "cards":
            [card("Decision Maker", "Chief", 1), card("Champion", "Fan", 2)]}],
        "titles": {"Decision Maker": ["Chief"], "Champion": ["Fan"]},
    });
    let scenario = json!({"seed": seed, "horizonDays": 12, "startAt": "2027-03-20T15:20", "timeZone": "Europe/Madrid",
        "behaviour": {"web": {"visitsPerPersonDay": 0.3}, "ads": {"leadsPerAccountDay": 0.3}, "email": {"open": 0.7}}});
    let tables = with_titles(9, people, |a, p| ["Chief", "Fan", "Clerk"][(a * 5 + p * p) % 3]);
    let mut case = if of_persons {
        let audience = json!({"condition": {"all": []}});
        Case::of_persons(audience, [nodes, edges], [workspace, scenario], tables)
    } else {
        Case::new(nodes, edges, workspace, scenario, tables)
    };
    if reentry {
        case.journey.settings.reentry =
            serde_json::from_value(json!({"from": "start", "delay": {"days": 2}, "limit": null})).unwrap();
    }
    case
}

fn check(case: &Case, report: &Report) {
    for node in &report.nodes {
        let of_node = |of: &&design::report::EdgeFigures| of.from == node.id;
        let out: f64 = report.edges.iter().filter(of_node).map(|edge| mean(&edge.accounts)).sum();
        let into = report.edges.iter().filter(|edge| edge.to.as_ref() == Some(&node.id));
        let into: f64 = into.map(|edge| mean(&edge.accounts)).sum();
        let entered = if node.id == report.nodes[0].id { mean(&report.summary.entered) } else { into };
        assert_eq!(mean(&node.entered), entered, "{}", node.id);
        assert_eq!(mean(&node.left), out, "{}", node.id);
        assert_eq!(mean(&node.entered), mean(&node.here) + mean(&node.left), "{}", node.id);
    }
    let summary = &report.summary;
    assert_eq!(mean(&summary.entered), mean(&summary.finished) + mean(&summary.still_inside));
    let interest = &report.solution_interests[0];
    for bands in [interest.bands.completeness, interest.bands.engagement] {
        assert_eq!(bands.iter().sum::<f64>(), interest.groups as f64);
    }
    for day in &report.daily {
        let of = &day.groups[0].completeness;
        for value in [of.mean, of.p10, of.p50, of.p90].into_iter().flatten() {
            assert!((0.0..=100.0).contains(&value), "day {}: {value}", day.day);
        }
    }
    let members = report.roles.iter().flat_map(|role| {
        let of = &role.members_by_source;
        [&of.system, &of.journey, &of.manual].map(mean)
    });
    // Each of the people is a member once at most, in one role.
    let people = report.people_at_start as f64 + mean(&summary.new_people);
    assert!(members.sum::<f64>() <= people, "more members than people");
    let found = report.roles.iter().map(|role| mean(&role.members_from_advertising)).sum::<f64>();
    assert!(found <= mean(&summary.new_people), "more members found by advertising than people");
    let causes = |why: &design::report::Why| {
        let of = &why.causes;
        let all = [
            &of.no_matching_title,
            &of.claimed_by_earlier_role,
            &of.never_assigned,
            &of.removed,
            &of.refused,
        ];
        all.map(mean).iter().sum::<f64>()
    };
    for why in &report.why {
        let role = report.roles.iter().find(|role| role.role == why.role).unwrap();
        assert_eq!(causes(why), mean(&role.groups_missing), "each missing role has one cause");
    }
    for trace in case.traces(3) {
        for line in trace.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            let minute = line["minute"].as_i64().unwrap();
            // Twelve days, one of them an hour short.
            assert!((0..12 * 1440 - 60).contains(&minute), "{line}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn runs_balance_and_stay_within_their_bounds(
        of_persons in any::<bool>(), numbers in prop::collection::vec(any::<u8>(), 0..14), people in 0..5usize,
        reentry in any::<bool>(), seed in any::<u32>(),
    ) {
        let case = case(of_persons, &numbers, people, reentry, seed);
        check(&case, &case.run());
    }
}
