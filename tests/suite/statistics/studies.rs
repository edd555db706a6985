//! Sensitivity, precision, goals and the sample of the window.

use std::sync::atomic::AtomicBool;

use design::formats::native;
use design::goals::{Goals, Standing, judge};
use design::report::Estimate;
use serde_json::json;
use studio::runs::{Precision, Span, live, sensitivity, simulate, simulate_to};

use super::Sample;

const READY: &str = "solutionInterests[si-seeds].salesReady";

fn go() -> AtomicBool {
    AtomicBool::new(false)
}

#[test]
fn what_plays_no_part_has_no_effect_and_what_does_comes_first() {
    let mut sample = Sample::new(60);
    sample.scenario.replications = 4.into();
    let cost = ["summary.cost".to_owned()];
    let found = sensitivity(&sample.job(), &cost, Span::Relative(0.2), &|_| {}, &go()).unwrap();
    let of = &found.figures[0];
    let effect = |path: &str| of.assumptions.iter().find(|it| it.assumption == path).unwrap();
    // The journey sends no SMS; a price moves the cost in proportion, the same in every replication's share.
    let sms = effect("costs.sms");
    assert_eq!((sms.low.difference.mean, sms.high.difference.mean), (Some(0.0), Some(0.0)));
    assert_eq!((effect("behaviour.email.open").low.value, effect("behaviour.email.open").high.value), {
        let open = effect("behaviour.email.open").value;
        let rounded = |value: f64| format!("{value:.12}").parse::<f64>().unwrap();
        (rounded(open * 0.8), rounded(open * 1.2))
    });
    let price = effect("costs.thousandImpressions");
    let (low, high) = (price.low.difference.mean.unwrap(), price.high.difference.mean.unwrap());
    assert!(low < 0.0 && (low + high).abs() < 1e-6, "{low} {high}");
    let reach: Vec<f64> = of
        .assumptions
        .iter()
        .map(|it| it.low.difference.mean.unwrap().abs().max(it.high.difference.mean.unwrap().abs()))
        .collect();
    assert!(reach.is_sorted_by(|a, b| a >= b), "{reach:?}");
    assert!(found.table().starts_with("summary.cost: "), "{}", found.table());
    // A second time, and whatever the threads: the same bytes.
    let again = sensitivity(
        &studio::runs::Job { threads: Some(1), ..sample.job() },
        &cost,
        Span::Relative(0.2),
        &|_| {},
        &go(),
    );
    assert_eq!(native::write(&again.unwrap()), native::write(&found));
}

#[test]
fn replications_go_on_until_the_precision_is_reached() {
    let mut sample = Sample::new(60);
    sample.scenario.replications = 2.into();
    let job = sample.job();
    let to = |relative: f64, most: u32| {
        let precision = Precision { relative, figures: Vec::new(), most };
        simulate_to(&job, &precision, &|_| {}, &go()).unwrap()
    };
    let reached = to(0.05, 500);
    let Estimate { mean, high, .. } = reached.report.solution_interests[0].sales_ready;
    let (mean, high) = (mean.unwrap(), high.unwrap());
    assert!(reached.reached && (high - mean) / mean <= 0.05, "{mean} {high}");
    let made = reached.report.replications;
    assert!(made > 10 && made.is_multiple_of(10), "{made}");
    assert!(reached.sentence(0.05).contains("within 5 % of its mean"), "{}", reached.sentence(0.05));
    // Its report is that of a run with so many replications, but for the quantiles, which may be in bins.
    sample.scenario.replications = made.into();
    let plain = simulate(&sample.job(), &|_| {}, &go()).unwrap();
    assert_eq!(reached.report.summary, plain.summary);
    assert_eq!(reached.report.nodes, plain.nodes);
    sample.scenario.replications = 2.into();
    let job = sample.job();
    let precision = Precision { relative: 0.0001, figures: vec![READY.into()], most: 12 };
    let short = simulate_to(&job, &precision, &|_| {}, &go()).unwrap();
    assert_eq!((short.reached, short.report.replications), (false, 12));
    assert!(short.sentence(0.0001).starts_with("12 replications are the most allowed"));
    let precision = Precision { relative: 0.01, figures: vec!["summary.nothing".into()], most: 10 };
    let none = simulate_to(&job, &precision, &|_| {}, &go()).err().unwrap();
    assert_eq!(none.code, "unknown-figure");
}

fn goals(list: serde_json::Value) -> Goals {
    let document = json!({"format": "caravan/goals", "version": 1, "goals": list});
    native::read(&document.to_string()).unwrap()
}

#[test]
fn goals_are_met_missed_or_unsure() {
    let sample = Sample::new(20);
    let mut report = simulate(&sample.job(), &|_| {}, &go()).unwrap();
    let estimate = |mean, low, high| Estimate { mean: Some(mean), low: Some(low), high: Some(high) };
    report.solution_interests[0].sales_ready_share = estimate(0.6, 0.55, 0.65);
    report.solution_interests[0].groups = 10;
    report.daily[30].groups[0].sales_ready = estimate(5.0, 4.0, 6.0);
    report.summary.cost_per_ready_group = Estimate::default();
    let share = |op: &str, value: f64| json!({"id": "g", "figure": "salesReadyShare", "solutionInterest": "si-seeds", "op": op, "value": value});
    let cases = [
        (share("atLeast", 0.55), Standing::Met),
        (share("greaterThan", 0.55), Standing::Unsure),
        (share("atLeast", 0.6), Standing::Unsure),
        (share("atLeast", 0.66), Standing::Missed),
        (share("atMost", 0.65), Standing::Met),
        (share("lessThan", 0.65), Standing::Unsure),
        (share("lessThan", 0.5), Standing::Missed),
        (
            json!({"id": "g", "figure": "summary.costPerReadyGroup", "op": "lessThan", "value": 400}),
            Standing::Unsure,
        ),
    ];
    for (goal, standing) in cases {
        let judged = judge(&goals(json!([goal.clone()])), &report).unwrap();
        assert_eq!(judged[0].standing, standing, "{goal}");
    }
    let by_day = json!([{"id": "g", "figure": "salesReadyShare", "solutionInterest": "si-seeds", "op": "atLeast", "value": 0.4, "byDay": 30}]);
    let judged = judge(&goals(by_day), &report).unwrap();
    assert_eq!(judged[0].standing, Standing::Met);
    assert!((judged[0].by.unwrap() - 0.1).abs() < 1e-9, "{:?}", judged[0]);
    let wrong = [
        (
            json!({"id": "g", "figure": "sales", "op": "atLeast", "value": 1}),
            "goals[0].figure: the report has no figure `sales`",
        ),
        (
            json!({"id": "g", "figure": "summary.finished", "op": "atLeast", "value": 1, "byDay": 3}),
            "goals[0].byDay: `summary.finished` is not told by day",
        ),
        (
            json!({"id": "g", "figure": "cost", "op": "atLeast", "value": 1, "byDay": 999}),
            "goals[0].byDay: the run ends at day ",
        ),
    ];
    for (goal, sentence) in wrong {
        let error = judge(&goals(json!([goal])), &report).unwrap_err().to_string();
        assert!(error.starts_with(sentence), "{error}");
    }
}

#[test]
fn a_sample_holds_whole_accounts() {
    let sample = Sample::new(50);
    let part = sample.tables.sample(10);
    assert_eq!(part.accounts.rows(), 10);
    assert_eq!(part.people.rows(), part.account_of.len());
    let key = |tables: &design::tables::Tables, row| {
        tables.accounts.cell("accountKey.sourceKey", row).unwrap().to_owned()
    };
    for (at, row) in (0..10).map(|at| (at, at * 5)) {
        assert_eq!(key(&part, at), key_of(&sample, row));
        let people = |tables: &design::tables::Tables, account: usize| {
            let rows = (0..tables.people.rows()).filter(|&row| tables.account_of[row] as usize == account);
            let emails =
                rows.filter_map(|row| tables.people.cell("workEmail.address", row)).map(str::to_owned);
            emails.collect::<Vec<_>>()
        };
        assert_eq!(people(&part, at), people(&sample.tables, row));
    }
    let numbers = live(&sample.job(), &go()).unwrap().unwrap();
    let since = numbers.since(&numbers);
    assert_eq!((since.ready, since.cost, since.cost_share), (0.0, 0.0, Some(0.0)));
    assert!(live(&sample.job(), &AtomicBool::new(true)).unwrap().is_none());
}

fn key_of(sample: &Sample, row: usize) -> String {
    sample.tables.accounts.cell("accountKey.sourceKey", row).unwrap().to_owned()
}
