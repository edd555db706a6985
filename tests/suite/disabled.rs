//! Nodes that are switched off: the journey runs, is checked, told and drawn as if they weren't there, and keeps them.

use design::check::check as findings;
use design::disabled::enabled;
use design::formats::native;
use design::journey::Journey;
use serde_json::{Value, json};

use crate::desk::{Desk, intent};
use crate::golden::fixture;
use crate::simulation::{Case, tables};

const SEEDS: &str = "seeds-buying-group/journey.json";

fn journey(nodes: Value, edges: Value) -> Journey {
    let document = json!({
        "format": "caravan/journey", "version": 1, "id": "test", "name": "Test", "kind": "account",
        "settings": {"timeZone": "UTC", "start": "immediately"},
        "nodes": nodes, "edges": edges,
    });
    native::read(&document.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

/// Where everybody goes behind the audience once the node "off" is disabled.
fn goes(kind: Value, edges: Value) -> Option<String> {
    let mut off = json!({"id": "off", "disabled": true});
    off.as_object_mut().unwrap().extend(kind.as_object().unwrap().clone());
    let wait = |id: &str| json!({"id": id, "kind": "wait", "for": {"days": 1}});
    let start = json!({"id": "in", "kind": "accountAudience", "audience": "all"});
    let mut all = vec![json!({"from": "in", "to": "off"})];
    all.extend(edges.as_array().unwrap().clone());
    let journey = journey(json!([start, off, wait("a"), wait("b")]), all.into());
    let rest = enabled(&journey);
    assert!(rest.nodes.iter().all(|node| node.id.as_str() != "off"));
    rest.edges.iter().find(|edge| edge.from.as_str() == "in").map(|edge| edge.to.to_string())
}

#[test]
fn everybody_goes_by_the_one_way_that_most_expect() {
    let check = |kind: Value, edges: Value, to: Option<&str>| {
        assert_eq!(goes(kind.clone(), edges).as_deref(), to, "{kind}");
    };
    let to = |path: &str, to: &str| json!({"from": "off", "path": path, "to": to});
    check(json!({"kind": "wait", "for": {"days": 9}}), json!([{"from": "off", "to": "a"}]), Some("a"));
    check(json!({"kind": "wait", "for": {"days": 9}}), json!([]), None);
    let split = json!({"kind": "splitAccounts", "paths": [{"id": "p1", "label": "One"}], "other": true});
    check(split.clone(), json!([to("p1", "a"), to("other", "b")]), Some("b"));
    check(split, json!([to("p1", "a")]), Some("a"));
    let listen = json!({"kind": "listen", "triggers": [], "timeout": {"after": {"days": 3}}});
    check(listen.clone(), json!([to("event", "a"), to("timeout", "b")]), Some("a"));
    check(listen, json!([to("timeout", "b")]), Some("b"));
    let variants = json!({"kind": "variantSplitAccounts", "paths": [
        {"id": "p1", "label": "", "percentage": 50}, {"id": "p2", "label": "", "percentage": 50}]});
    check(variants, json!([to("p1", "a"), to("p2", "b")]), Some("b"));
    let call = json!({"kind": "externalAction", "service": "s", "on": "accounts", "timeout": 5, "expectedFailure": 1});
    check(call, json!([to("done", "a"), to("timeoutOrError", "b")]), Some("a"));
}

/// A run with a disabled node finds what a run of the journey without it finds; the node itself lets everybody pass.
#[test]
fn a_run_is_the_one_without_the_node() {
    let mail = json!({"id": "mail", "kind": "action", "action": {"type": "sendEmail", "email": "mail"}});
    let mut off = json!({"id": "off", "kind": "wait", "for": {"days": 4}, "disabled": true});
    let split = json!({"id": "split", "kind": "splitAccounts", "paths": [{"id": "p1", "label": "",
        "condition": {"attribute": "account.accountName", "op": "is", "value": ["Account 1"]}}], "other": true});
    let rest =
        [json!({"from": "mail", "to": "split"}), json!({"from": "split", "path": "other", "to": "end"})];
    let end = json!({"id": "end", "kind": "wait", "for": {"days": 2}});
    let run = |nodes: Value, mut edges: Vec<Value>| {
        edges.extend(rest.clone());
        Case::new(nodes, edges.into(), json!({}), json!({}), tables(40, 3)).run()
    };
    let past = vec![json!({"from": "in", "to": "off"}), json!({"from": "off", "to": "mail"})];
    let with = run(json!([off, mail, split, end]), past.clone());
    let without = run(json!([mail, split, end]), vec![json!({"from": "in", "to": "mail"})]);
    let told = |report: &design::report::Report| {
        let mut told = serde_json::to_value(report).unwrap();
        told["nodes"].as_array_mut().unwrap().retain(|node| node["id"] != "off");
        told["edges"].as_array_mut().unwrap().retain(|edge| edge["from"] != "off" && edge["from"] != "in");
        for day in told["daily"].as_array_mut().unwrap() {
            day["here"].as_object_mut().unwrap().remove("off");
        }
        told
    };
    assert_eq!(told(&with), told(&without));
    let passed = with.nodes.iter().find(|node| node.id.as_str() == "off").unwrap();
    assert_eq!((passed.entered.mean, passed.here.mean), (Some(40.0), Some(0.0)));
    // What it is set to matters no more, not even where nothing could run it.
    off["kind"] = "action".into();
    off.as_object_mut().unwrap().remove("for");
    off["action"] = json!({"type": "sendEmail"});
    assert_eq!(told(&run(json!([off, mail, split, end]), past)), told(&without));
}

#[test]
fn disabling_is_one_step_and_leaves_no_trace() {
    let mut desk = Desk::open(SEEDS);
    let before = desk.bytes();
    desk.edit(intent(json!({"do": "disable", "nodes": ["intro", "clicked"], "disabled": true}))).unwrap();
    assert!(desk.bytes().contains("\"disabled\": true"));
    let again: Journey = native::read(&desk.bytes()).unwrap();
    assert_eq!(native::write(&again), desk.bytes());
    desk.edit(intent(json!({"do": "disable", "nodes": ["intro", "clicked"], "disabled": false}))).unwrap();
    assert_eq!(desk.bytes(), before);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.bytes(), before);
    let merge = intent(json!({"do": "disable", "nodes": ["known"], "disabled": true}));
    assert!(desk.edit(merge).is_err(), "a merge cannot be disabled");
    assert!(desk.edit(intent(json!({"do": "disable", "nodes": ["audience"], "disabled": true}))).is_err());
    let text = fixture(SEEDS).replacen(
        "\"kind\": \"accountAudience\",",
        "\"kind\": \"accountAudience\", \"disabled\": true,",
        1,
    );
    let refused = native::read::<Journey>(&text).unwrap_err().to_string();
    assert!(refused.contains("disabled"), "{refused}");
}

/// Nobody asks for the settings of a disabled node; what concerns the drawing is still said.
#[test]
fn checks_pass_over_disabled_nodes() {
    let mut desk = Desk::open(SEEDS);
    let errors = |desk: &Desk| -> Vec<String> {
        let problems = findings(desk.document.journey(), &desk.context());
        problems.iter().map(|it| it.code.clone()).collect()
    };
    let before = errors(&desk);
    let unset =
        json!({"do": "set", "node": {"id": "intro", "kind": "action", "action": {"type": "sendEmail"}}});
    desk.edit(intent(unset)).unwrap();
    assert!(errors(&desk).contains(&"missing-setting".to_owned()));
    desk.edit(intent(json!({"do": "disable", "nodes": ["intro", "clicked"], "disabled": true}))).unwrap();
    assert_eq!(errors(&desk), before);
    // Nothing sends an email before the listen any more: that concerns another node.
    desk.edit(intent(json!({"do": "disable", "nodes": ["alert"], "disabled": true}))).unwrap();
    assert!(errors(&desk).contains(&"no-sales-alert".to_owned()));
}

#[test]
fn exports_and_differences_say_that_a_node_is_disabled() {
    let mut desk = Desk::open(SEEDS);
    let before = desk.document.journey().clone();
    desk.edit(intent(json!({"do": "disable", "nodes": ["clicked"], "disabled": true}))).unwrap();
    let journey = desk.document.journey();
    let said = |format: &str| match design::formats::find(format).unwrap().writes {
        design::formats::Writes::Text(write) => write(&design::formats::Subject::of(journey)),
        _ => panic!("{format} is no text"),
    };
    assert!(said("svg").contains(">Disabled</text>") && said("svg").contains("opacity=\"0.5\""));
    assert!(
        said("mermaid").contains("(disabled)") || said("mermaid").contains("disabled"),
        "{}",
        said("mermaid")
    );
    assert!(said("mermaid").contains("classDef disabled"));
    assert!(
        said("markdown").contains("**Disabled: everybody goes past it by the path “Event”.**"),
        "{}",
        said("markdown")
    );
    assert!(said("bpmn").contains("(disabled)"));
    let sheet = said("buildsheet");
    assert!(sheet.contains("so not on this sheet: **Opened a link?**."), "{sheet}");
    assert!(!sheet.contains("### 3.3. Opened"));
    assert!(design::formats::thumbnail(journey).contains("class=\"off\""));
    let [difference] = design::diff::diff(&before, journey).try_into().unwrap();
    assert_eq!((difference.key.as_deref(), &difference.after), (Some("disabled"), &json!(true)));
}
