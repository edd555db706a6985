//! What is asked of a run: who is behind a number, their story, what would help, what else may be assumed or tried.

use std::sync::{Arc, mpsc};

use serde_json::{Value, json};
use studio::{RunEvent, commands};

use super::desk::Desk;

/// The last event of a run, as the window gets it.
pub(super) fn last(desk: &Desk, name: &str, arguments: Value) -> Value {
    let (sender, receiver) = mpsc::channel();
    let listener = Arc::new(move |event: RunEvent| drop(sender.send(event)));
    commands::call(&desk.studio, name, arguments, listener).unwrap();
    serde_json::to_value(receiver.into_iter().last().unwrap()).unwrap()
}

/// The accounts behind a number of what Live shows, and how many they are.
fn behind(desk: &Desk, what: Value) -> (Vec<Value>, f64) {
    let found = desk.call("accountsBehind", json!({"journey": desk.journey(), "run": null, "behind": what}));
    (found["accounts"].as_array().unwrap().clone(), found["count"].as_f64().unwrap())
}

#[test]
fn the_accounts_behind_a_number_are_as_many_as_it_says() {
    let desk = Desk::new();
    let live = desk.call("live", json!({"journey": desk.journey()}));
    for node in live["numbers"]["nodes"].as_array().unwrap() {
        let (accounts, count) = behind(&desk, json!({"what": "entered", "node": node["id"]}));
        assert_eq!((json!(count), accounts.len() as f64), (node["entered"].clone(), count), "{node}");
        let (accounts, count) = behind(&desk, json!({"what": "here", "node": node["id"], "day": null}));
        assert_eq!(json!(count), node["here"]);
        assert!(accounts.iter().all(|account| account["here"] == node["id"]));
    }
    for edge in live["numbers"]["edges"].as_array().unwrap() {
        let what = json!({"what": "took", "from": edge["from"], "path": edge["path"], "to": edge["to"]});
        assert_eq!(json!(behind(&desk, what).1), edge["accounts"], "{edge}");
    }
    let ready = json!({"what": "ready", "solutionInterest": "si-seeds", "day": null});
    let (accounts, count) = behind(&desk, ready);
    assert_eq!(json!(count), live["numbers"]["ready"]);
    assert!(accounts.iter().all(|account| account["groups"][0]["readyDay"].is_number()));
    desk.check(
        "accountsBehind",
        json!({"journey": desk.journey(), "run": null, "behind": {"what": "entered", "node": "gone"}}),
        "unknown-part",
    );
}

#[test]
fn what_is_behind_the_causes_adds_up_to_the_role() {
    let desk = Desk::new();
    let missing = |cause: Value| {
        let what =
            json!({"what": "missing", "solutionInterest": "si-seeds", "role": "Champion", "cause": cause});
        behind(&desk, what).1
    };
    let causes = ["removed", "refused", "claimedByEarlierRole", "neverAssigned", "noMatchingTitle"];
    let all = missing(Value::Null);
    assert!(all > 0.0);
    assert_eq!(causes.map(|cause| missing(json!(cause))).iter().sum::<f64>(), all);
}

#[test]
fn an_account_has_its_story_in_both_languages() {
    let desk = Desk::new();
    let (accounts, _) = behind(&desk, json!({"what": "ready", "solutionInterest": "si-seeds", "day": null}));
    let account = &accounts[0];
    let asked = json!({"journey": desk.journey(), "run": null, "account": account["account"]});
    let story = desk.call("story", asked);
    assert_eq!(story["name"], account["name"]);
    let told = story["happenings"].as_array().unwrap();
    assert!(told.iter().any(|of| of["what"] == "ready"));
    for of in told {
        let (en, es) = (of["sentence"]["en"].as_str().unwrap(), of["sentence"]["es"].as_str().unwrap());
        assert!(en.ends_with('.') && es.ends_with('.') && en != es, "{en} / {es}");
        assert!(!en.contains('{') && !es.contains('{') && !en.contains("  "), "{en} / {es}");
    }
    let entered = told.iter().find(|of| of["node"] == "audience").unwrap();
    assert_eq!(entered["sentence"]["en"], "The account enters the journey.");
    // What the group has in the end is what it began with and what the story adds and takes away.
    let group = &story["groups"][0];
    let mut members: Vec<(Value, Value)> = Vec::new();
    for of in told.iter().filter(|of| !of["member"].is_null()) {
        let member = &of["member"];
        let one = (member["role"].clone(), member["person"].clone());
        if member["added"] == true { members.push(one) } else { members.retain(|of| *of != one) }
    }
    let missing = account["groups"][0]["missing"].as_array().unwrap().len();
    let empty = group["roles"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|role| role["required"] == true && !members.iter().any(|(of, _)| *of == role["role"]));
    assert_eq!(empty.count(), missing);
    // It ends with how the group stands, and with a sentence for each role that is missing.
    assert_eq!(story["ending"].as_array().unwrap().len(), 1 + missing);
    desk.check(
        "story",
        json!({"journey": desk.journey(), "run": null, "account": "gone"}),
        "unknown-account",
    );
}

#[test]
fn a_story_has_the_days_of_the_list_and_tells_a_message_once() {
    let desk = Desk::new();
    let (ready, _) = behind(&desk, json!({"what": "ready", "solutionInterest": "si-seeds", "day": null}));
    let late = ready.iter().find(|of| of["groups"][0]["readyDay"].as_u64() > Some(0)).unwrap();
    let tell = |account: &Value| {
        let asked = json!({"journey": desk.journey(), "run": null, "account": account["account"]});
        desk.call("story", asked)
    };
    let story = tell(late);
    let told = story["happenings"].as_array().unwrap();
    let became = told.iter().find(|of| of["what"] == "ready").unwrap();
    assert_eq!(became["day"], late["groups"][0]["readyDay"]);
    let day = became["day"].as_u64().unwrap();
    let ending = story["ending"][0]["en"].as_str().unwrap();
    assert!(ending.ends_with(&format!("was first ready for sales on day {day}.")), "{ending}");
    let words = |of: &Value| of["sentence"]["en"].as_str().unwrap().to_owned();
    let sent = told.iter().filter(|of| of["node"] == "intro" && words(of).contains(" is sent to "));
    assert_eq!(sent.count(), 1);
    // Nobody is called by a key.
    for of in told {
        assert!(!words(of).contains('~'), "{of}");
    }
    let (all, _) = behind(&desk, json!({"what": "all"}));
    let outside = all.iter().find(|of| of["entries"] == 0).unwrap();
    assert_eq!(tell(outside)["ending"][0]["en"], "The account never enters the journey.");
}

#[test]
fn accounts_are_found_by_name_paged_through_and_told_of_each_replication() {
    let desk = Desk::new();
    let view = last(&desk, "simulate", json!({"journey": desk.journey()}))["view"].clone();
    let ask = |page: Value| {
        let all = json!({"what": "entered", "node": "audience"});
        desk.call(
            "accountsBehind",
            json!({"journey": desk.journey(), "run": view["run"], "behind": all, "page": page}),
        )
    };
    let whole = ask(json!({}));
    let accounts = whole["accounts"].as_array().unwrap();
    assert_eq!((whole["found"].as_u64(), whole["from"].as_u64()), (whole["count"].as_u64(), Some(0)));
    let rest = ask(json!({"from": 7}));
    assert_eq!(rest["accounts"].as_array().unwrap()[..], accounts[7..]);
    assert_eq!(ask(json!({"from": 1_000_000}))["accounts"], json!([]));
    let name = accounts[3]["name"].as_str().unwrap();
    let named = ask(json!({"search": name.to_uppercase()}));
    assert!(named["accounts"].as_array().unwrap().contains(&accounts[3]));
    assert_eq!(
        (&named["count"], named["found"].as_u64()),
        (&whole["count"], Some(named["accounts"].as_array().unwrap().len() as u64))
    );
    // Over all replications the accounts are, on the average, as many as the report says.
    let ready = json!({"what": "ready", "solutionInterest": "si-seeds", "day": null});
    let replications = view["report"]["replications"].as_u64().unwrap();
    let counts: Vec<f64> = (0..replications)
        .map(|replication| {
            let asked = json!({"journey": desk.journey(), "run": view["run"], "behind": ready, "page": {"replication": replication}});
            desk.call("accountsBehind", asked)["count"].as_f64().unwrap()
        })
        .collect();
    let mean = counts.iter().sum::<f64>() / replications as f64;
    let told = view["report"]["solutionInterests"][0]["salesReady"]["mean"].as_f64().unwrap();
    assert!((mean - told).abs() < 1e-9, "{mean} {told}");
    let story = |replication: u64| {
        desk.call("story", json!({"journey": desk.journey(), "run": view["run"], "account": accounts[0]["account"], "replication": replication}))
    };
    assert_ne!(story(0), story(1));
    desk.check(
        "story",
        json!({"journey": desk.journey(), "run": view["run"], "account": accounts[0]["account"], "replication": replications}),
        "unknown-replication",
    );
}

#[test]
fn all_accounts_behind_a_number_are_given_away_whatever_page_is_shown() {
    let desk = Desk::new();
    let view = last(&desk, "simulate", json!({"journey": desk.journey()}))["view"].clone();
    let rows = |run: &Value, behind: &Value, page: Value, form: &str, language: &str| -> Vec<Vec<String>> {
        let sheet =
            json!({"of": "accounts", "journey": desk.journey(), "run": run, "behind": behind, "page": page});
        let given = desk.call("exportSheet", json!({"sheet": sheet, "form": form, "language": language}));
        let text = given["text"].as_str().unwrap().trim_start_matches('\u{feff}').to_owned();
        let row = |line: &str| line.split('\t').map(str::to_owned).collect();
        text.lines().map(row).collect()
    };
    let all = json!({"what": "entered", "node": "audience"});
    for run in [&view["run"], &Value::Null] {
        let asked = json!({"journey": desk.journey(), "run": run, "behind": all});
        let shown = desk.call("accountsBehind", asked);
        let lines = shown["accounts"].as_array().unwrap();
        let given = rows(run, &all, json!({"from": 400}), "tsv", "en");
        assert_eq!(given.len() as u64, shown["count"].as_u64().unwrap() + 1);
        assert_eq!(given[0][..4], ["Account", "Key", "People", "Is at"].map(str::to_owned));
        for (line, row) in lines.iter().zip(&given[1..]) {
            assert_eq!(
                (&row[0], &row[1]),
                (&line["name"].as_str().unwrap().to_owned(), &line["account"].as_str().unwrap().to_owned())
            );
            assert_eq!(row[2], line["people"].to_string());
            let group = &line["groups"][0];
            let near = |cell: &str, of: &Value, by: f64| {
                (cell.parse::<f64>().unwrap() - of.as_f64().unwrap()).abs() <= by
            };
            assert!(
                near(&row[4], &line["cost"], 0.00005) && near(&row[5], &group["completeness"], 0.05),
                "{row:?} {line}"
            );
            assert_eq!(row[7], group["readyDay"].as_u64().map(|day| day.to_string()).unwrap_or_default());
            let missing: Vec<&str> =
                group["missing"].as_array().unwrap().iter().map(|of| of["role"].as_str().unwrap()).collect();
            assert_eq!(row[8], missing.join("; "));
        }
    }
    // What is looked for, and in which replication, is as in the list.
    let page = json!({"replication": 3, "search": "an", "from": 0});
    let asked = json!({"journey": desk.journey(), "run": view["run"], "behind": all, "page": page});
    let shown = desk.call("accountsBehind", asked);
    let given = rows(&view["run"], &all, page, "tsv", "es");
    assert_eq!(given.len() as u64, shown["found"].as_u64().unwrap() + 1);
    assert_eq!(given[0][3], "Está en");
    assert!(
        rows(&view["run"], &all, json!({}), "csv", "en")[0][0].starts_with("Account,Key,People,Is at,Cost,")
    );
    let gone = json!({"of": "accounts", "journey": desk.journey(), "run": view["run"], "behind": all, "page": {"replication": 1000}});
    desk.check("exportSheet", json!({"sheet": gone, "form": "csv", "language": "en"}), "unknown-replication");
}

#[test]
fn a_run_is_asked_as_it_was_after_the_journey_and_the_scenario_have_changed() {
    let desk = Desk::new();
    let view = last(&desk, "simulate", json!({"journey": desk.journey()}))["view"].clone();
    let asked = json!({"journey": desk.journey(), "run": view["run"], "behind": {"what": "entered", "node": "audience"}});
    let before = desk.call("accountsBehind", asked.clone());
    assert_eq!(json!(before["count"].as_f64()), view["report"]["nodes"][0]["entered"]["mean"]);
    desk.insert_wait();
    desk.call("editScenarios", json!({"intent": {"do": "assume", "values": {"behaviour.email.open": 0.9}}}));
    assert_eq!(desk.killed().call("accountsBehind", asked), before);
}

#[test]
fn proposals_are_edits_that_can_be_made() {
    let desk = Desk::new();
    let journey = desk.journey();
    let view = last(&desk, "simulate", json!({"journey": journey}))["view"].clone();
    let found = desk.call("proposals", json!({"journey": journey, "run": view["run"]}));
    let found = found.as_array().unwrap();
    assert!(found.iter().any(|of| of["edit"]["workspace"].is_object()), "{found:?}");
    assert!(found.iter().any(|of| of["edit"]["journey"].is_object()), "{found:?}");
    for proposal in found {
        for text in [&proposal["sentence"], &proposal["because"]] {
            assert!(
                text["en"].as_str().unwrap().ends_with('.') && text["es"].as_str().unwrap().ends_with('.')
            );
        }
        let edit = &proposal["edit"];
        if edit["journey"].is_object() {
            desk.call("edit", json!({"journey": journey, "intent": edit["journey"]}));
            desk.call("undo", json!({"journey": journey}));
        } else {
            desk.call("editWorkspace", json!({"intent": edit["workspace"]}));
            desk.call("undoWorkspace", json!({}));
        }
    }
}

#[test]
fn a_journey_is_compared_with_a_version_and_with_a_preset() {
    let desk = Desk::new();
    let journey = desk.journey();
    let side =
        |version: Value, preset: Value| json!({"journey": journey, "version": version, "preset": preset});
    let now = side(Value::Null, Value::Null);
    desk.insert_wait();
    let version = desk.call("listVersions", json!({"journey": journey}))["versions"][0]["id"].clone();
    let compared = last(&desk, "compare", json!({"a": side(version, Value::Null), "b": now}));
    assert_eq!(compared["comparison"]["journeyDiff"][0]["change"], "wait added");
    let compared = last(&desk, "compare", json!({"a": now, "b": side(Value::Null, json!("optimistic"))}));
    assert_eq!(compared["verdicts"][0]["says"], "higher", "{}", compared["verdicts"]);
}

#[test]
fn a_search_gives_candidates_and_the_best_is_applied_as_one_step() {
    let desk = Desk::new();
    let journey = desk.journey();
    let search = json!({
        "vary": [{"number": {"node": "clicked", "at": "/timeout/after/days", "from": 5, "to": 10, "step": 5}}],
        "figure": "solutionInterests[si-seeds].salesReady", "aim": "most", "difference": 1, "most": 20
    });
    let found = last(&desk, "search", json!({"journey": journey, "search": search}))["candidates"].clone();
    let candidates = found["candidates"].as_array().unwrap();
    assert_eq!(candidates.len(), 2, "{found}");
    let other = candidates.iter().find(|of| !of["intents"].as_array().unwrap().is_empty()).unwrap();
    let together = json!({"do": "together", "intents": other["intents"]});
    let update = desk.call("edit", json!({"journey": journey, "intent": together}));
    assert_eq!(update["nodes"]["clicked"]["timeout"]["after"]["days"], 5);
    assert_eq!(update["undo"]["code"], "together");
    assert_eq!(
        desk.call("undo", json!({"journey": journey}))["nodes"]["clicked"]["timeout"]["after"]["days"],
        10
    );
}
