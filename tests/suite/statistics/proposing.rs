//! What is proposed for causes that the sample's run hardly shows: its report is told to show them.

use std::sync::atomic::AtomicBool;

use design::behind::MissingCause;
use design::journey::Node;
use design::proposals::{Asking, Mends, Proposal, ProposedEdit, proposals};
use design::report::Report;
use serde_json::{Value, json};
use studio::runs::simulate;

use super::Sample;
use crate::desk::Desk;

/// The proposals for a run of which something else is told.
fn proposed(sample: &Sample, retell: impl FnOnce(&mut Value)) -> Vec<Proposal> {
    let report = simulate(&sample.job(), &|_| {}, &AtomicBool::new(false)).unwrap();
    let mut told = serde_json::to_value(&report).unwrap();
    retell(&mut told);
    let report: Report = serde_json::from_value(told).unwrap();
    let (journey, workspace) = (&sample.journey, &sample.workspace);
    proposals(&Asking { journey, workspace, report: &report, unplaced: &|_| Vec::new() })
}

#[test]
fn what_was_refused_is_mended_where_the_journey_gives_another_role() {
    let mut sample = Sample::new(30);
    let action = json!({"id": "other", "kind": "action",
        "action": {"type": "assignToBuyingGroup", "solutionInterest": "si-seeds", "role": "Influencer"}});
    let node: Node = serde_json::from_value(action).unwrap();
    sample.journey.nodes.push(node);
    let refused = |told: &mut Value| {
        told["why"][0]["causes"]["refused"] = json!({"mean": 20.0, "low": 18.0, "high": 22.0});
    };
    let found: Vec<Proposal> = proposed(&sample, refused)
        .into_iter()
        .filter(|of| matches!(&of.mends, Mends::Missing { cause: MissingCause::Refused, .. }))
        .collect();
    // The sample's own split gives other roles, too.
    let [split, give, out] = &found[..] else { panic!("{found:?}") };
    assert!(split.sentence.en.ends_with("out of the paths of “Into the buying group”."), "{split:?}");
    assert_eq!((give.count, out.count), (20.0, 20.0));
    assert!(
        give.sentence.en.starts_with("Let “") && out.sentence.es.starts_with("Quitar el paso «"),
        "{found:?}"
    );
    for proposal in [give, out] {
        let ProposedEdit::Journey(intent) = &proposal.edit else { panic!("{proposal:?}") };
        let mut desk = Desk::of(sample.journey.clone(), sample.workspace.clone());
        desk.edit(intent.clone()).unwrap();
        let other = desk.document.journey().nodes.iter().find(|node| node.id.as_str() == "other");
        let role = other.map(|node| serde_json::to_value(node).unwrap()["action"]["role"].clone());
        assert_ne!(role, Some(json!("Influencer")));
    }
}

#[test]
fn groups_that_end_just_below_their_threshold_are_told_of() {
    let sample = Sample::new(30);
    let at = |completeness: f64| {
        let spread = json!({"mean": completeness, "p10": 10.0, "p50": completeness, "p90": completeness});
        move |told: &mut Value| {
            let ready = json!({"mean": 2.0, "low": 2.0, "high": 2.0});
            let last = told["daily"].as_array_mut().unwrap().last_mut().unwrap();
            last["groups"][0]["completeness"] = spread;
            last["groups"][0]["salesReady"] = ready;
        }
    };
    let missed = |completeness: f64| -> Vec<Proposal> {
        let all = proposed(&sample, at(completeness)).into_iter();
        all.filter(|of| matches!(of.mends, Mends::JustMissed { .. })).collect()
    };
    let found = missed(66.7);
    let [proposal] = &found[..] else { panic!("{found:?}") };
    assert!(proposal.sentence.en.ends_with("as ready from a completeness of 66 on."), "{proposal:?}");
    assert!(proposal.sentence.es.ends_with("desde una integridad de 66."), "{proposal:?}");
    assert!(proposal.count > 0.0 && matches!(proposal.edit, ProposedEdit::Workspace(_)));
    // Far below, or ready: nothing was missed just so.
    assert_eq!(missed(40.0), []);
    assert_eq!(missed(70.0), []);
}
