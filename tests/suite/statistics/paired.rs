//! Differences taken pair by pair, against numbers worked out by hand.

use std::sync::atomic::AtomicBool;

use design::Id;
use design::comparison::{Pairs, Says};
use design::report::{Estimate, Report, figure, figures};
use studio::runs::{compare, simulate};

use super::Sample;

const READY: &str = "solutionInterests[si-seeds].salesReady";

/// A report that says nothing but how many groups became ready.
fn report(sample: &Report, ready: Option<f64>) -> Report {
    let mut report = sample.clone();
    report.solution_interests[0].sales_ready = Estimate { mean: ready, low: ready, high: ready };
    report
}

fn verdict(sample: &Report, pairs: &[(Option<f64>, Option<f64>)]) -> (Estimate, Says, Option<u32>) {
    let mut taken = Pairs::default();
    for &(a, b) in pairs {
        taken.take(&report(sample, a), &report(sample, b));
    }
    let row = taken.differences().into_iter().find(|row| row.figure == READY).unwrap();
    let verdict = taken.verdict(READY).unwrap();
    assert_eq!(verdict.difference, row.difference);
    (row.difference, verdict.says, verdict.more)
}

#[test]
fn the_interval_is_students_t_of_the_pairs() {
    let sample = Sample::new(5);
    let one = simulate(&sample.job(), &|_| {}, &AtomicBool::new(false)).unwrap();
    // Differences 1, 2, 6: mean 3, deviation √7, t(0.975; 2) = 4.302653.
    let pairs = [(10.0, 11.0), (20.0, 22.0), (30.0, 36.0)].map(|(a, b)| (Some(a), Some(b)));
    let (difference, says, more) = verdict(&one, &pairs);
    let half = 4.302_652_729_911_275 * (7.0f64 / 3.0).sqrt();
    let near = |value: Option<f64>, expected: f64| (value.unwrap() - expected).abs() < 1e-9;
    assert!(near(difference.mean, 3.0) && near(difference.low, 3.0 - half), "{difference:?}");
    assert!(near(difference.high, 3.0 + half), "{difference:?}");
    // t(0.975; n − 1) · √7 / √n is 3.285 for 5, 2.777 for 6: three more than the three.
    assert_eq!((says, more), (Says::Noise, Some(3)));
    // The spread of A and B themselves is far larger than that of their difference.
    let pairs = [(10.0, 12.0), (20.0, 22.1), (30.0, 32.0)].map(|(a, b)| (Some(a), Some(b)));
    assert_eq!(verdict(&one, &pairs).1, Says::Higher);
    let pairs = [(12.0, 10.0), (22.1, 20.0)].map(|(a, b)| (Some(a), Some(b)));
    assert_eq!(verdict(&one, &pairs).1, Says::Lower);
}

#[test]
fn what_cannot_be_said_is_not_said() {
    let sample = Sample::new(5);
    let one = simulate(&sample.job(), &|_| {}, &AtomicBool::new(false)).unwrap();
    let (difference, says, _) = verdict(&one, &[(Some(1.0), Some(2.0)), (None, Some(2.0))]);
    assert_eq!((difference, says), (Estimate::default(), Says::Undefined));
    let (difference, says, more) = verdict(&one, &[(Some(1.0), Some(2.5))]);
    assert_eq!((difference.mean, difference.low, difference.high), (Some(1.5), Some(1.5), Some(1.5)));
    assert_eq!((says, more), (Says::OneReplication, None));
    assert_eq!(verdict(&one, &[(Some(4.0), Some(4.0)); 3]).1, Says::Same);
    // A difference of exactly nothing on the average: no number of replications would tell.
    let even = [(Some(1.0), Some(2.0)), (Some(2.0), Some(1.0))];
    assert_eq!((verdict(&one, &even).1, verdict(&one, &even).2), (Says::Noise, None));
}

#[test]
fn a_node_that_only_one_has_is_undefined_in_the_other() {
    let a = Sample::new(20);
    let mut b = Sample::new(20);
    let node = b.journey.nodes.iter_mut().find(|node| node.id.as_str() == "intro").unwrap();
    node.id = Id::new("hello").unwrap();
    for edge in &mut b.journey.edges {
        for end in [&mut edge.from, &mut edge.to] {
            if end.as_str() == "intro" {
                *end = Id::new("hello").unwrap();
            }
        }
    }
    let compared = compare(&a.job(), &b.job(), &|_| {}, &AtomicBool::new(false)).unwrap().comparison;
    let row = |figure: &str| compared.differences.iter().find(|row| row.figure == figure).unwrap();
    let entered = row("nodes[intro].entered");
    assert!(entered.a.mean.is_some() && entered.b.mean.is_none() && entered.difference.mean.is_none());
    let sent = row("nodes[hello].people.events[directMarketing.emailSent]");
    assert!(sent.a.mean.is_none() && sent.b.mean.is_some());
    let changes: Vec<_> = compared
        .journey_diff
        .iter()
        .map(|it| format!("{}: {}", it.node.as_ref().map_or("", Id::as_str), it.change))
        .collect();
    assert!(changes.contains(&"intro: action removed".to_owned()), "{changes:?}");
    assert!(changes.contains(&"hello: action added".to_owned()), "{changes:?}");
}

#[test]
fn every_figure_of_a_report_has_a_path() {
    let sample = Sample::new(20);
    let report = simulate(&sample.job(), &|_| {}, &AtomicBool::new(false)).unwrap();
    let of = |path: &str| figure(&report, path).unwrap_or_else(|| panic!("{path}"));
    assert_eq!(of("summary.cost"), report.summary.cost);
    assert_eq!(of(READY), report.solution_interests[0].sales_ready);
    assert_eq!(of("daily[90].groups[si-seeds].salesReady"), report.daily[90].groups[0].sales_ready);
    assert_eq!(of("roles[si-seeds/Decision Maker].fillEnd"), report.roles[0].fill_end);
    assert_eq!(of("kpis.cost.byChannel.email"), report.kpis.cost.by_channel.email);
    let estimates = serde_json::to_string(&report).unwrap().matches("\"low\"").count();
    assert_eq!(figures(&report).len(), estimates, "two figures share a path");
}

#[test]
fn the_means_of_pairs_are_those_of_the_reports() {
    let (a, mut b) = (Sample::new(30), Sample::new(30));
    b.scenario = native_with(&b, "\"open\": 0.32", "\"open\": 0.5");
    let compared = compare(&a.job(), &b.job(), &|_| {}, &AtomicBool::new(false)).unwrap().comparison;
    for (side, report) in [(0, &compared.a), (1, &compared.b)] {
        let all = figures(report);
        for row in &compared.differences {
            let of_row = if side == 0 { row.a } else { row.b };
            if let Some(of_report) = all.get(&row.figure) {
                assert_eq!(of_row, *of_report, "{}", row.figure);
            }
        }
    }
}

fn native_with(sample: &Sample, from: &str, to: &str) -> design::scenario::Scenario {
    let text = design::formats::native::write(&sample.scenario);
    let changed = match text.contains(from) {
        true => text.replacen(from, to, 1),
        false => text.replacen(
            "\"version\": 1,",
            "\"version\": 1, \"behaviour\": {\"email\": {\"open\": 0.5}},",
            1,
        ),
    };
    design::formats::native::read(&changed).unwrap()
}
