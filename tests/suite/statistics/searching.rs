//! The search for a better journey: its candidates, its promise, and that its edits lead there.

use std::sync::atomic::AtomicBool;

use design::Id;
use design::formats::native;
use design::journey::Node;
use design::search::{Aim, CandidateStanding, Race, Search, Varied, candidates, choices};
use serde_json::json;
use studio::runs::search;

use super::Sample;
use crate::desk::Desk;

fn over(vary: serde_json::Value) -> Search {
    let document = json!({"format": "caravan/search", "version": 1, "vary": vary, "figure": "summary.cost",
        "aim": "least", "difference": 1, "most": 12});
    native::read(&document.to_string()).unwrap()
}

#[test]
fn the_best_of_known_means_is_selected() {
    // Means 0, 0 and 1 with the same noise: the third is better by the difference asked for. The promise is 95 % of
    // the time; with these 60 races the third must win at least 51 (4 standard errors below 57).
    let mut state = 1u64;
    let mut uniform = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    let mut normal = move || (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
    let mut right = 0;
    for _ in 0..60 {
        let mut race = Race::new(3, vec![0, 1, 2], Aim::Most, 1.0, 0.95, 10);
        for replication in 0..10_000 {
            let common = normal();
            for candidate in race.left().to_vec() {
                let mean = if candidate == 2 { 1.0 } else { 0.0 };
                race.take(candidate, mean + common + normal());
            }
            race.screen();
            assert!(replication < 9_999, "the race does not end");
            if race.left().len() == 1 {
                break;
            }
        }
        right += u32::from(race.left() == [2]);
    }
    assert!(right >= 51, "{right} of 60");
}

#[test]
fn candidates_are_all_combinations_and_their_edits_lead_there() {
    let sample = Sample::new(5);
    let wait = wait(&sample);
    let pair = sample.journey.edges.iter().find(|edge| {
        let plain = |id: &Id| sample.journey.node(id).unwrap().kind.tag() == "action";
        edge.path.get().is_none() && plain(&edge.from) && plain(&edge.to)
    });
    let mut vary =
        vec![json!({"number": {"node": wait.id, "at": "/for/days", "from": 2, "to": 4, "step": 1}})];
    if let Some(pair) = pair {
        vary.push(json!({"swap": {"first": pair.from, "second": pair.to}}));
    }
    let all = candidates(&sample.journey, &over(json!(vary))).unwrap();
    assert!(all[0].changes.is_empty() && all[0].intents.is_empty());
    assert!(all.len() >= 3, "{}", all.len());
    for candidate in &all[1..] {
        let mut desk = Desk::of(sample.journey.clone(), sample.workspace.clone());
        for intent in &candidate.intents {
            desk.edit(intent.clone()).unwrap();
        }
        let sorted = |journey: &design::journey::Journey| {
            let mut edges: Vec<_> = journey.edges.iter().map(|edge| format!("{edge:?}")).collect();
            edges.sort();
            (journey.nodes.clone(), edges)
        };
        assert_eq!(sorted(desk.document.journey()), sorted(&candidate.journey), "{:?}", candidate.changes);
    }
    let wrong = [
        (
            json!({"number": {"node": "gone", "at": "/for/days", "from": 1, "to": 2, "step": 1}}),
            "vary[0]: there is no node \"gone\"",
        ),
        (
            json!({"number": {"node": wait.id, "at": "/for/years", "from": 1, "to": 2, "step": 1}}),
            "vary[0]: the node has nothing at /for/years",
        ),
        (
            json!({"number": {"node": wait.id, "at": "/for/days", "from": 1, "to": 2, "step": 0}}),
            "vary[0]: from, to and step",
        ),
        (json!({"swap": {"first": wait.id, "second": wait.id}}), "vary[0]: "),
    ];
    for (vary, sentence) in wrong {
        let error = candidates(&sample.journey, &over(json!([vary]))).err().unwrap().to_string();
        assert!(error.starts_with(sentence), "{error}");
    }
}

#[test]
fn a_search_ranks_its_candidates_and_keeps_to_the_budget() {
    let mut sample = Sample::new(40);
    sample.scenario.replications = 3.into();
    let wait = wait(&sample);
    let mut wanted =
        over(json!([{"number": {"node": wait.id, "at": "/for/days", "from": 1, "to": 2, "step": 1}}]));
    let run = |wanted: &Search| {
        search(&sample.job(), wanted, &|_| false, &|_| {}, &AtomicBool::new(false)).unwrap()
    };
    let found = run(&wanted);
    assert!(found.candidates.iter().all(|of| of.replications >= 10), "{found:?}");
    assert!(found.candidates.is_sorted_by(|a, b| a.standing <= b.standing));
    assert_eq!(native::write(&run(&wanted)), native::write(&found));
    wanted.budget = design::Number::from(0.01).into();
    let none = run(&wanted);
    assert!(none.candidates.iter().all(|of| of.standing == CandidateStanding::OverBudget) && !none.decided);
    let blocked = search(&sample.job(), &wanted, &|_| true, &|_| {}, &AtomicBool::new(false)).unwrap();
    assert!(blocked.candidates.iter().all(|of| of.standing == CandidateStanding::Blocked));
}

/// A wait of some days.
fn wait(sample: &Sample) -> &Node {
    let in_days = |node: &&Node| {
        serde_json::to_value(node).unwrap().pointer("/for/days").is_some_and(|days| days.is_u64())
    };
    sample.journey.nodes.iter().find(in_days).unwrap()
}

#[test]
fn what_a_journey_offers_can_be_searched() {
    let mut sample = Sample::new(5);
    let activate = |node: &&Node| {
        serde_json::to_value(node).unwrap().pointer("/action/type") == Some(&json!("activateToDestination"))
    };
    let of = |journey: &design::journey::Journey| -> Vec<(String, Varied)> {
        choices(journey).into_iter().map(|choice| (choice.nodes[0].to_string(), choice.what)).collect()
    };
    let found = of(&sample.journey);
    let kinds = |what: Varied| found.iter().filter(|(_, of)| *of == what).count();
    assert!(kinds(Varied::Wait) > 0 && kinds(Varied::Timeout) > 0 && kinds(Varied::Order) > 0, "{found:?}");
    assert!(kinds(Varied::Completeness) > 0 && kinds(Varied::Activation) > 0, "{found:?}");
    // What one variation takes the ground from is left out of the others' combinations, and is no mistake.
    let orders = choices(&sample.journey).into_iter().filter(|of| of.what == Varied::Order);
    let all =
        candidates(&sample.journey, &over(json!(orders.map(|of| of.vary).collect::<Vec<_>>()))).unwrap();
    assert!(all.len() > kinds(Varied::Order), "{}", all.len());
    for choice in choices(&sample.journey) {
        let all = candidates(&sample.journey, &over(json!([choice.vary]))).unwrap();
        assert!(all.len() > 1, "{choice:?}");
        let known =
            all.iter().map(|of| format!("{:?}", of.journey)).collect::<std::collections::HashSet<_>>();
        assert_eq!(known.len(), all.len(), "{choice:?}");
    }
    let node = sample.journey.nodes.iter().find(activate).map(|node| node.id.clone());
    if let Some(node) = node {
        let behind = json!([{"place": {"node": node, "behind": [node]}}]);
        let error = candidates(&sample.journey, &over(behind)).err().unwrap().to_string();
        assert!(error.contains("cannot be put behind"), "{error}");
    }
    sample.journey.nodes.iter_mut().for_each(|node| node.disabled = true.into());
    assert_eq!(of(&sample.journey), []);
}

#[test]
fn thresholds_and_dates_of_every_kind_are_offered_and_their_edits_lead_there() {
    let sample = Sample::new(5);
    let journey = json!({
        "format": "caravan/journey", "version": 1, "id": "j", "name": "J", "description": "", "kind": "account",
        "settings": {"timeZone": "Europe/Madrid", "start": "immediately", "end": "2027-12-01T00:00", "reentry": null, "emailDeduplication": false},
        "nodes": [
            {"id": "a", "kind": "accountAudience", "audience": "aud-agri"},
            {"id": "w", "kind": "wait", "for": null, "until": "2027-01-15T09:00", "mustEndOn": null},
            {"id": "l", "kind": "listen", "triggers": [{"on": "accounts", "change": "engagement", "solutionInterest": "si-seeds", "to": {"atLeast": 95}, "from": null}],
             "timeout": {"at": "2027-02-01T00:00"}},
            {"id": "s", "kind": "splitAccounts", "other": true, "paths": [{"id": "p1", "label": "", "condition": {"all": [
                {"attribute": "person.engagementScore", "op": "atLeast", "value": 30},
                {"matchedBuyingGroup": {"solutionInterest": "si-seeds", "completeness": {"between": [10, 20]},
                    "people": [{"role": "Champion", "atLeast": 1}, {"role": "Influencer", "exactly": 3}]}},
                {"eventHistory": {"eventType": "web.formFilledOut", "withinDays": 30, "atLeast": 2}}]}}]}
        ],
        "edges": [{"from": "a", "to": "w"}, {"from": "w", "to": "l"}, {"from": "l", "path": "event", "to": "s"}],
        "layout": {}
    });
    let journey: design::journey::Journey = native::read(&journey.to_string()).unwrap();
    let found = choices(&journey);
    let told: Vec<_> = found.iter().map(|of| (of.nodes[0].as_str(), of.what, of.now)).collect();
    assert_eq!(
        told,
        [
            ("w", Varied::Until, None),
            ("l", Varied::TimeoutAt, None),
            ("l", Varied::Engagement, Some(95.0)),
            ("s", Varied::Engagement, Some(30.0)),
            ("s", Varied::Members, Some(1.0)),
            ("s", Varied::Members, Some(3.0)),
            ("s", Varied::Times, Some(2.0)),
            ("s", Varied::Within, Some(30.0)),
        ]
    );
    for choice in found {
        for candidate in &candidates(&journey, &over(json!([choice.vary]))).unwrap()[1..] {
            let mut desk = Desk::of(journey.clone(), sample.workspace.clone());
            let together = design::intent::Intent::Together { intents: candidate.intents.clone() };
            desk.edit(together).unwrap();
            assert_eq!(desk.document.journey().nodes, candidate.journey.nodes, "{:?}", candidate.changes);
            // One step, and undo leads back to the byte.
            desk.undo();
            assert_eq!(native::write(desk.document.journey()), native::write(&journey));
        }
    }
    let dates = candidates(&journey, &over(json!([choices(&journey)[0].vary]))).unwrap();
    let until = |of: &design::search::Candidate| {
        serde_json::to_value(&of.journey.nodes[1]).unwrap()["until"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        dates.iter().map(until).collect::<Vec<_>>(),
        ["2027-01-15T09:00", "2027-01-01T09:00", "2027-01-08T09:00", "2027-01-22T09:00", "2027-01-29T09:00"]
    );
}

#[test]
fn a_figure_that_no_report_has_is_refused() {
    let mut sample = Sample::new(5);
    sample.scenario.replications = 1.into();
    let wait = wait(&sample);
    let mut wanted =
        over(json!([{"number": {"node": wait.id, "at": "/for/days", "from": 1, "to": 2, "step": 1}}]));
    wanted.figure = "summary.costs".to_owned();
    let refused = search(&sample.job(), &wanted, &|_| false, &|_| {}, &AtomicBool::new(false)).unwrap_err();
    assert_eq!(
        (refused.code, refused.message.as_str()),
        (
            "unknown-figure",
            "figure: the report has no figure `summary.costs`; use the path of one, such as summary.cost"
        )
    );
}
