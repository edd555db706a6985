//! What runs assume, through the door: set number by number and all at once, kept by name, taken up again, and all of it
//! taken back.

use design::formats::native;
use serde_json::{Value, json};

use super::answers::last;
use super::desk::Desk;

fn edit(desk: &Desk, intent: Value) -> Value {
    desk.call("editScenarios", json!({"intent": intent}))
}

fn assume(desk: &Desk, path: &str, value: Value) -> Value {
    edit(desk, json!({"do": "assume", "values": {path: value}}))
}

fn set(desk: &Desk, setting: Value) -> Value {
    edit(desk, json!({"do": "set", "setting": setting}))
}

#[track_caller]
fn refused(desk: &Desk, intent: Value, code: &str) {
    desk.check("editScenarios", json!({"intent": intent}), code);
}

fn value(view: &Value, path: &str) -> Value {
    let list = view["assumptions"].as_array().unwrap();
    list.iter().find(|of| of["path"] == path).map_or(Value::Null, |of| of["value"].clone())
}

/// By name, whether runs assume just this.
fn kept(view: &Value) -> Vec<(&str, bool)> {
    let line = |of: &'_ Value| of["atWork"] == true;
    view["kept"].as_array().unwrap().iter().map(|of| (of["name"].as_str().unwrap(), line(of))).collect()
}

/// What the scenarios are, without what could be done again.
fn standing(mut view: Value) -> Value {
    view.as_object_mut().unwrap().remove("redo");
    view
}

#[test]
fn every_gesture_is_one_step_that_undo_takes_back_even_after_a_kill() {
    let gestures = [
        json!({"do": "assume", "values": {"behaviour.email.open": 0.5}}),
        json!({"do": "assume", "values": {"behaviour.email.open": null, "costs.email": 0.5}}),
        json!({"do": "assume", "values": {"behaviour.custom[web.formFilledOut].perPersonDay": 0.2}}),
        json!({"do": "assume", "values": {"behaviour.byRole[Influencer].email.open": 1.5}}),
        json!({"do": "shape", "path": "behaviour.email.clickDelay", "shape": "lognormal"}),
        json!({"do": "preset", "preset": "optimistic"}),
        json!({"do": "keep", "name": "Usual"}),
        json!({"do": "set", "setting": {"horizonDays": 30}}),
        json!({"do": "set", "setting": {"startAt": "2027-02-01T08:00"}}),
        json!({"do": "set", "setting": {"timeZone": "America/Lima"}}),
        json!({"do": "set", "setting": {"seed": 9_007_199_254_740_991_u64}}),
        json!({"do": "set", "setting": {"replications": 3}}),
        json!({"do": "set", "setting": {"entry": {"evenlyOverDays": 14}}}),
        json!({"do": "set", "setting": {"groups": []}}),
        json!({"do": "set", "setting": {"currency": "USD"}}),
        json!({"do": "keep", "name": "Other"}),
        json!({"do": "use", "name": "Usual"}),
        json!({"do": "keep", "name": "Other"}),
        json!({"do": "forget", "name": "Usual"}),
    ];
    let desk = Desk::new();
    let mut seen = vec![standing(desk.call("scenarios", json!({})))];
    for intent in gestures {
        let after = standing(edit(&desk, intent.clone()));
        assert_ne!(&after, seen.last().unwrap(), "{intent}");
        assert_ne!(after["undo"], Value::Null, "{intent}");
        seen.push(after);
    }
    let mut desk = desk.killed();
    for before in seen.iter().rev().skip(1) {
        assert_eq!(&standing(desk.call("undoScenarios", json!({}))), before);
        assert_eq!(desk.call("start", json!({}))["scenario"], before["scenario"]);
    }
    assert_eq!(&standing(desk.call("undoScenarios", json!({}))), &seen[0]);
    desk = desk.killed();
    for after in &seen[1..] {
        assert_eq!(&standing(desk.call("redoScenarios", json!({}))), after);
    }
}

#[test]
fn a_number_that_goes_on_moving_is_one_step_and_says_from_where_to_where() {
    let desk = Desk::new();
    for value in [0.4, 0.5, 0.6] {
        assume(&desk, "behaviour.email.open", json!(value));
    }
    let moved = assume(&desk, "behaviour.email.click", json!(0.2));
    assert_eq!(moved["undo"]["params"]["after"], "0.2");
    let undone = desk.call("undoScenarios", json!({}));
    assert_eq!(undone["undo"]["code"], "assume");
    let told = |key: &str| undone["undo"]["params"][key].clone();
    assert_eq!((told("before"), told("after"), told("unit")), (json!("0.32"), json!("0.6"), json!("share")));
    assert_eq!(desk.call("undoScenarios", json!({}))["undo"], Value::Null);
    // What changes nothing is no step.
    assert_eq!(set(&desk, json!({"horizonDays": 90}))["undo"], Value::Null);
}

#[test]
fn assumptions_are_set_reset_and_kept() {
    let desk = Desk::new();
    let both = json!({"behaviour.email.open": 0.5, "behaviour.email.openDelay": 60.0});
    let both = edit(&desk, json!({"do": "assume", "values": both}));
    assert_eq!(value(&both, "behaviour.email.open"), 0.5);
    assert_eq!(value(&both, "behaviour.email.openDelay"), 60.0);
    let desk = desk.killed();
    assert_eq!(desk.call("start", json!({}))["scenario"], both["scenario"]);
    let reset = assume(&desk, "behaviour.email.open", Value::Null);
    assert_eq!(value(&reset, "behaviour.email.open"), 0.32);
    let bold = edit(&desk, json!({"do": "preset", "preset": "optimistic"}));
    assert!(value(&bold, "behaviour.email.open").as_f64().unwrap() > 0.32);
    let measured = desk.call("measured", json!({}));
    for rate in measured.as_array().unwrap() {
        let of = |key: &str| rate[key].as_f64().unwrap();
        assert!(of("low") <= of("mean") && of("mean") <= of("high"));
    }
}

#[test]
fn a_scenario_has_rates_of_events_factors_of_roles_and_delays_of_every_shape() {
    let desk = Desk::new();
    let before = desk.call("scenarios", json!({}));
    let rate = "behaviour.custom[web.formFilledOut].perPersonDay";
    let with = assume(&desk, rate, json!(0.05));
    assert_eq!(value(&with, rate), 0.05);
    // Once it is there, roles can have factors on it.
    let factors = with["factors"].as_array().unwrap();
    assert!(factors.iter().any(|of| of["path"] == "custom[web.formFilledOut].perPersonDay"));
    for of in factors {
        let path = format!("behaviour.byRole[Influencer].{}", of["path"].as_str().unwrap());
        assert_eq!(value(&assume(&desk, &path, json!(1.25)), &path), 1.25);
    }
    for of in factors {
        let path = format!("behaviour.byRole[Influencer].{}", of["path"].as_str().unwrap());
        assume(&desk, &path, Value::Null);
    }
    let without = assume(&desk, rate, Value::Null);
    assert_eq!(without["assumptions"], before["assumptions"]);
    let spread = "behaviour.sms.clickDelay.sigma";
    assert_eq!(value(&without, spread), Value::Null);
    let shaped =
        edit(&desk, json!({"do": "shape", "path": "behaviour.sms.clickDelay", "shape": "lognormal"}));
    assert_eq!(value(&shaped, "behaviour.sms.clickDelay"), value(&without, "behaviour.sms.clickDelay"));
    assert_eq!(value(&assume(&desk, spread, json!(0.7)), spread), 0.7);
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_place() {
    let desk = Desk::new();
    let assume = |path: &str, value: Value| json!({"do": "assume", "values": {path: value}});
    let set = |setting: Value| json!({"do": "set", "setting": setting});
    for (intent, code) in [
        (assume("behaviour.email.open", json!(1.5)), "bad-assumption"),
        (assume("behaviour.email.open", json!(-0.1)), "bad-assumption"),
        (assume("behaviour.nothing", json!(1)), "unknown-assumption"),
        (assume("behaviour.custom[nothing.known].perPersonDay", json!(1)), "bad-assumption"),
        (assume("behaviour.custom[web.formFilledOut].perPersonDay", json!(10_001)), "bad-assumption"),
        (assume("behaviour.byRole[Nobody].email.open", json!(1)), "bad-assumption"),
        (assume("behaviour.byRole[Influencer].email.openDelay", json!(1)), "unknown-assumption"),
        (assume("behaviour.byRole[Influencer].email.open", Value::Null), "unknown-assumption"),
        (json!({"do": "shape", "path": "behaviour.email.open", "shape": "fixed"}), "unknown-assumption"),
        (set(json!({"horizonDays": 3651})), "bad-assumption"),
        (set(json!({"replications": 0})), "bad-assumption"),
        (set(json!({"seed": 9_007_199_254_740_992_u64})), "bad-assumption"),
        (set(json!({"entry": {"evenlyOverDays": -1}})), "bad-assumption"),
        (set(json!({"groups": [{"solutionInterest": "gone"}]})), "bad-assumption"),
        (
            set(json!({"groups": [{"solutionInterest": "si-seeds"}, {"solutionInterest": "si-seeds"}]})),
            "bad-assumption",
        ),
        (json!({"do": "use", "name": "Bold"}), "unknown-scenario"),
        (json!({"do": "forget", "name": "Bold"}), "unknown-scenario"),
        (json!({"do": "keep", "name": " "}), "name-missing"),
    ] {
        refused(&desk, intent, code);
    }
    assert_eq!(desk.call("scenarios", json!({}))["undo"], Value::Null);
}

#[test]
fn scenarios_are_kept_by_name_taken_up_again_and_compared() {
    let desk = Desk::new();
    let keep = |desk: &Desk, name: &str| edit(desk, json!({"do": "keep", "name": name}));
    assert_eq!(kept(&desk.call("scenarios", json!({}))), []);
    assert_eq!(kept(&keep(&desk, " Usual ")), [("Usual", true)]);
    assume(&desk, "behaviour.email.open", json!(0.7));
    assert_eq!(kept(&keep(&desk, "Bold")), [("Usual", false), ("Bold", true)]);
    // The name of another one replaces that one, in its place.
    let both = keep(&desk, "Usual");
    assert_eq!(kept(&both), [("Usual", true), ("Bold", false)]);
    let desk = desk.killed();
    assert_eq!(kept(&desk.call("scenarios", json!({}))), kept(&both));
    let taken = edit(&desk, json!({"do": "use", "name": "Bold"}));
    assert_eq!(
        (&taken["scenario"]["name"], &taken["scenario"]["behaviour"]["email"]["open"]),
        (&json!("Bold"), &json!(0.7))
    );
    assume(&desk, "behaviour.email.open", json!(0.1));
    let side = |scenario: Value| json!({"journey": desk.journey(), "version": null, "scenario": scenario, "preset": null});
    let compared = last(&desk, "compare", json!({"a": side(Value::Null), "b": side(json!("Bold"))}));
    // More opens lead to more people at events, which cost.
    assert_eq!(compared["verdicts"][1]["says"], "higher", "{}", compared["verdicts"]);
    let [a, b] = ["a", "b"].map(|side| compared["comparison"][side]["scenario"].clone());
    assert_eq!((a, b), (json!("Bold"), json!("Bold")));
    assert_eq!(kept(&edit(&desk, json!({"do": "forget", "name": "Bold"}))), [("Usual", false)]);
    desk.check("compare", json!({"a": side(Value::Null), "b": side(json!("Bold"))}), "unknown-scenario");
}

#[test]
fn what_a_kept_scenario_names_stays_in_the_workspace() {
    let desk = Desk::new();
    edit(&desk, json!({"do": "keep", "name": "With seeds"}));
    set(&desk, json!({"groups": []}));
    let uses = desk.call("uses", json!({"of": "solutionInterest", "key": "si-seeds"}));
    assert!(uses.as_array().unwrap().iter().any(|of| of["name"] == "With seeds"), "{uses}");
}

#[test]
fn what_lies_beside_a_journey_is_given_away_as_the_command_line_reads_it() {
    let desk = Desk::new();
    let journey = desk.journey();
    let goal = json!({"id": "g1", "figure": "salesReadyShare", "solutionInterest": "si-seeds", "op": "atLeast", "value": 0.6});
    desk.call("saveGoals", json!({"journey": journey, "goals": {"goals": [goal]}}));
    let given = |of: Value| {
        let given = desk.call("exportDocument", json!({"of": of}));
        (given["name"].as_str().unwrap().to_owned(), given["text"].as_str().unwrap().to_owned())
    };
    let (name, text) = given(json!({"goals": journey}));
    let goals: design::goals::Goals = native::read(&text).unwrap();
    assert_eq!((name, goals.goals.len()), (format!("{}-goals.json", journey.as_str().unwrap()), 1));
    let (name, text) = given(json!("scenario"));
    let scenario: design::scenario::Scenario = native::read(&text).unwrap();
    assert_eq!((name.as_str(), scenario.days()), ("as-assumed-scenario.json", 90));
    assert_eq!(native::write(&scenario), text);
    let (name, text) = given(json!("workspace"));
    let workspace: design::workspace::Workspace = native::read(&text).unwrap();
    assert_eq!((name.as_str(), workspace.name.as_str()), ("seeds-desk-workspace.json", "Seeds desk"));
}
