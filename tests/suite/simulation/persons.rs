//! Person journeys: each person enters by itself and goes its own way.

use serde_json::{Value, json};
use simulator::murmur::murmur3;

use super::{Case, check_probability, mean, on_edge, tables, with_titles};

/// Everybody enters at once.
fn everybody() -> Value {
    json!({"condition": {"all": []}})
}

fn custom(rate: f64) -> Value {
    json!({"behaviour": {"custom": {"demo.requested": {"perPersonDay": rate}}}})
}

fn demo_events() -> Value {
    json!({"eventTypes": [{"type": "demo.requested", "name": "Demo requested"}]})
}

/// The trace's lines about one person, each as `minute what node`.
fn course(case: &Case, account: &str, person: &str) -> Vec<String> {
    let trace = case.trace(account);
    let lines = trace.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let of_person = lines.filter(|line| line["person"] == person);
    let told = |line: Value| {
        let what = line["what"].as_str().unwrap();
        let more = if what == "event" { line["detail"]["type"].as_str() } else { line["node"].as_str() };
        format!("{} {what} {}", line["minute"], more.unwrap_or("-"))
    };
    of_person.map(told).collect()
}

#[test]
fn a_click_moves_its_person_and_nobody_else() {
    let nodes = json!([
        {"id": "send", "kind": "action", "action": {"type": "sendEmail", "email": "mail"}},
        {"id": "listen", "kind": "listen",
         "triggers": [{"on": "people", "event": "directMarketing.emailClicked"}], "timeout": {"after": {"days": 7}}},
    ]);
    let edges = json!([{"from": "in", "to": "send"}, {"from": "send", "to": "listen"}]);
    let email = json!({"bounce": 0.1, "open": 0.5, "click": 0.4, "unsubscribe": 0,
        "openDelay": {"fixed": {"minutes": 0}}, "clickDelay": {"fixed": {"minutes": 0}}});
    let scenario = json!({"behaviour": {"email": email}});
    let case = Case::of_persons(everybody(), [nodes, edges], [json!({}), scenario], tables(4_000, 4));
    let report = case.run();
    assert_eq!(mean(&report.summary.entered), 16_000.0);
    assert_eq!(mean(&report.nodes[1].people.reached), 16_000.0);
    check_probability("a click", on_edge(&report, "listen", Some("event")), 16_000.0, 0.9 * 0.5 * 0.4);
    assert_eq!(
        on_edge(&report, "listen", Some("event")) + on_edge(&report, "listen", Some("timeout")),
        16_000.0
    );
}

#[test]
fn variants_of_persons_are_those_of_the_published_hash() {
    let nodes = json!([{"id": "split", "kind": "variantSplitPeople", "paths": [
        {"id": "a", "percentage": 20}, {"id": "b", "percentage": 30}, {"id": "c", "percentage": 50}]}]);
    let edges = json!([{"from": "in", "to": "split"}]);
    let case = Case::of_persons(everybody(), [nodes, edges], [json!({}), json!({})], tables(1_000, 3));
    let report = case.run();
    let mut expected = [0.0; 3];
    for (account, person) in (0..1_000).flat_map(|account| (0..3).map(move |person| (account, person))) {
        let bucket = murmur3(format!("A{account}P{person}test").as_bytes(), 0) % 10_000;
        expected[usize::from(bucket >= 2_000) + usize::from(bucket >= 5_000)] += 1.0;
    }
    for (path, expected) in ["a", "b", "c"].into_iter().zip(expected) {
        assert_eq!(on_edge(&report, "split", Some(path)), expected, "{path}");
        assert_eq!(mean(&report.nodes[1].people.paths[path]), expected, "{path}");
    }
}

#[test]
fn the_next_best_path_is_taken_by_the_stated_shares() {
    let nodes = json!([
        {"id": "best", "kind": "nextBestPath",
         "paths": [{"id": "warm", "expectedShare": 0.4}, {"id": "cold", "expectedShare": 0.25}]},
        {"id": "call", "kind": "externalSplit", "service": "s", "on": "people", "timeout": 60, "expectedFailure": 0.2,
         "paths": [{"id": "x", "expectedShare": 0.3}, {"id": "y", "expectedShare": 0.1}]},
    ]);
    let edges = json!([{"from": "in", "to": "best"}, {"from": "best", "path": "other", "to": "call"}]);
    let case = Case::of_persons(everybody(), [nodes, edges], [json!({}), json!({})], tables(4_000, 4));
    let report = case.run();
    for (path, share) in [("warm", 0.4), ("cold", 0.25), ("other", 0.35)] {
        check_probability(path, on_edge(&report, "best", Some(path)), 16_000.0, share);
    }
    let called = on_edge(&report, "best", Some("other"));
    for (path, share) in [("timeoutOrError", 0.2), ("x", 0.6), ("y", 0.2)] {
        check_probability(path, on_edge(&report, "call", Some(path)), called, share);
    }
}

#[test]
fn a_split_of_persons_branches() {
    let of =
        |title: &str| json!({"attribute": "person.extendedWorkDetails.jobTitle", "op": "is", "value": title});
    for (other, exit) in [(json!(true), Some("other")), (json!(false), None)] {
        let nodes = json!([
            {"id": "split", "kind": "splitPeople", "other": other, "paths": [
                {"id": "chief", "condition": of("Chief")}, {"id": "fan", "condition": of("Fan")}]},
            {"id": "wait", "kind": "wait", "for": {"days": 40}},
        ]);
        let edges = json!([{"from": "in", "to": "split"}, {"from": "split", "path": "fan", "to": "wait"}]);
        let tables = with_titles(100, 4, |_, person| ["Chief", "Fan", "Fan", "Clerk"][person]);
        let report = Case::of_persons(everybody(), [nodes, edges], [json!({}), json!({})], tables).run();
        let counts = [Some("chief"), Some("fan"), exit].map(|path| on_edge(&report, "split", path));
        assert_eq!(counts, [100.0, 200.0, 100.0]);
        assert_eq!(mean(&report.nodes[2].here), 200.0);
        assert_eq!(report.daily[5].here[&report.nodes[2].id], 200.0);
    }
}

#[test]
fn an_event_admits_its_person_in_its_minute_and_again_after_the_delay() {
    let audience = json!({"events": [{"on": "people", "event": "demo.requested"}]});
    let nodes = json!([{"id": "wait", "kind": "wait", "for": {"hours": 6}}]);
    let edges = json!([{"from": "in", "to": "wait"}]);
    let mut case = Case::of_persons(audience, [nodes, edges], [demo_events(), custom(0.5)], tables(3, 2));
    case.journey.settings.reentry =
        serde_json::from_value(json!({"from": "end", "delay": {"days": 2}, "limit": 3})).unwrap();
    for account in 0..3 {
        for person in 0..2 {
            let key = format!("A{account}P{person}");
            let course = course(&case, &format!("A{account}"), &key);
            // What should happen, from the events alone.
            let mut expected = Vec::new();
            let (mut from, mut entries) = (0, 0);
            for line in course.iter().filter(|line| line.ends_with("event demo.requested")) {
                let minute: i32 = line.split(' ').next().unwrap().parse().unwrap();
                if minute > from && entries < 3 {
                    expected.push(format!("{minute} entered in"));
                    (from, entries) = (minute + 360 + 2 * 1440, entries + 1);
                }
            }
            let entered: Vec<_> = course.into_iter().filter(|line| line.ends_with("entered in")).collect();
            assert_eq!(entered, expected, "{key}");
            assert!(entries >= 2, "{key}");
        }
    }
}
