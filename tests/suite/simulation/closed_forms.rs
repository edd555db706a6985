//! What probability theory says of small journeys, at 4 standard errors with fixed seeds.

use serde_json::{Value, json};

use super::{Case, check_poisson, check_probability, mean, on_edge, tables};

/// Sends a mail and listens seven days for a click.
fn mail_and_listen(behaviour: Value, people: usize) -> Case {
    let nodes = json!([
        {"id": "send", "kind": "action", "action": {"type": "sendEmail", "email": "mail"}},
        {"id": "listen", "kind": "listen",
         "triggers": [{"on": "people", "event": "directMarketing.emailClicked"}], "timeout": {"after": {"days": 7}}},
    ]);
    let edges = json!([{"from": "in", "to": "send"}, {"from": "send", "to": "listen"}]);
    Case::new(nodes, edges, json!({}), json!({"behaviour": {"email": behaviour}}), tables(40_000, people))
}

const AT_ONCE: &str = r#"{"bounce": 0.1, "open": 0.5, "click": 0.4, "unsubscribe": 0,
    "openDelay": {"fixed": {"minutes": 0}}, "clickDelay": {"fixed": {"minutes": 0}}}"#;

#[test]
fn a_click_comes_with_the_product_of_its_probabilities() {
    let p: f64 = 0.9 * 0.5 * 0.4;
    for people in [1, 3] {
        let report = mail_and_listen(serde_json::from_str(AT_ONCE).unwrap(), people).run();
        let any = 1.0 - (1.0 - p).powi(people as i32);
        check_probability("a click", on_edge(&report, "listen", Some("event")), 40_000.0, any);
    }
}

#[test]
fn a_slow_click_comes_before_the_timeout_as_the_exponential_says() {
    let mut behaviour: Value = serde_json::from_str(AT_ONCE).unwrap();
    behaviour["clickDelay"] = json!({"exponential": {"meanMinutes": 7.0 * 1440.0}});
    let report = mail_and_listen(behaviour, 1).run();
    let p = 0.9 * 0.5 * 0.4 * (1.0 - (-1.0f64).exp());
    check_probability("a click in time", on_edge(&report, "listen", Some("event")), 40_000.0, p);
}

/// Activates a destination with a role filter and leaves it on for twenty days.
fn advertise(scenario: Value, accounts: usize) -> Case {
    let nodes = json!([
        {"id": "on", "kind": "action", "action": {"type": "activateToDestination", "destination": "li"}},
        {"id": "wait", "kind": "wait", "for": {"days": 20}},
        {"id": "off", "kind": "action", "action": {"type": "deactivateFromDestination", "destination": "li"}},
    ]);
    let edges =
        json!([{"from": "in", "to": "on"}, {"from": "on", "to": "wait"}, {"from": "wait", "to": "off"}]);
    let card = |role: &str, title: &str| {
        json!({"role": role, "weighting": "vital", "required": true, "autoAssign":
            {"attribute": "person.extendedWorkDetails.jobTitle", "op": "is", "value": title}})
    };
    let workspace = json!({
        "destinations": [{"id": "li", "name": "LI", "roles": ["Decision Maker"], "form": "leadGen"}],
        "rolesTemplates": [{"id": "rt", "name": "RT", "status": "live", "cards":
            [card("Decision Maker", "Chief"), card("Champion", "Fan")]}],
        "titles": {"Decision Maker": ["Chief"], "Champion": ["Fan"], "Influencer": ["Voice"], "Practitioner": [],
            "Executive Steering Committee": []},
    });
    Case::new(nodes, edges, workspace, scenario, tables(accounts, 1))
}

#[test]
fn advertising_finds_people_as_a_poisson_process() {
    let ads = json!({"leadsPerAccountDay": 0.06, "formError": 0.25, "roleFilterPrecision": 0.7,
        "impressionsPerPersonDay": 0.5, "clickPerImpression": 0.1});
    let report = advertise(json!({"behaviour": {"ads": ads}}), 20_000).run();
    check_poisson("new people", mean(&report.summary.new_people), 20_000.0, 0.06 * 20.0 * 0.75);
    // The role stays missing where no lead with its title came; three roles have titles.
    let p = (-0.06 * 20.0 * 0.75 * (0.7 + 0.3 / 3.0f64)).exp();
    check_probability("still missing", mean(&report.roles[0].groups_missing), 20_000.0, p);
    assert_eq!(report.why[0].causes.no_matching_title, report.roles[0].groups_missing);
}

#[test]
fn impressions_and_their_clicks_have_the_stated_means() {
    let ads = json!({"leadsPerAccountDay": 0, "impressionsPerPersonDay": 0.5, "clickPerImpression": 0.1});
    let report = advertise(json!({"behaviour": {"ads": ads}}), 20_000).run();
    check_poisson("impressions", mean(&report.events["advertising.impressions"]), 20_000.0, 0.5 * 20.0);
    check_poisson("clicks", mean(&report.events["advertising.clicks"]), 20_000.0, 0.5 * 20.0 * 0.1);
}

#[test]
fn page_views_have_the_stated_mean_in_each_of_many_seeds() {
    let scenario = |seed: u32| json!({"seed": seed, "behaviour": {"web": {"visitsPerPersonDay": 0.3, "formFillPerVisit": 0.2}}});
    for seed in 1..=5 {
        let report = Case::new(json!([]), json!([]), json!({}), scenario(seed), tables(2_000, 2)).run();
        check_poisson(
            "page views",
            mean(&report.events["web.webpagedetails.pageViews"]),
            4_000.0,
            0.3 * 30.0,
        );
        check_poisson("forms", mean(&report.events["web.formFilledOut"]), 4_000.0, 0.3 * 30.0 * 0.2);
    }
}

#[test]
fn the_interval_of_the_mean_covers_the_truth() {
    let ads = json!({"leadsPerAccountDay": 0.05, "formError": 0});
    let report = advertise(json!({"replications": 30, "behaviour": {"ads": ads}}), 500).run();
    let new_people = report.summary.new_people;
    let (low, high) = (new_people.low.unwrap(), new_people.high.unwrap());
    let half = (high - low) / 2.0;
    // Twice the half-width of a 95 % interval is about 4 standard errors.
    assert!((mean(&new_people) - 500.0).abs() < 2.0 * half, "{new_people:?}");
    // The standard error of the mean of 30 Poisson numbers of mean 500 is √(500 / 30) = 4.08.
    assert!((4.0..16.0).contains(&half), "{new_people:?}");
}
