//! What may vary in a journey, as a window or a script may offer it.

use indexmap::IndexMap;
use jiff::Span;
use jiff::civil::DateTime;
use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

use super::Vary;
use super::thresholds::thresholds;
use crate::actions::Action;
use crate::journey::{Edge, Journey, Node};
use crate::kinds::Kind;
use crate::primitives::{Id, Number};

/// One thing that a search could vary, with values to begin with.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Choice {
    /// The steps that it is about.
    pub nodes: Vec<Id>,
    pub what: Varied,
    /// The role of people, or the event type, that a threshold is about.
    pub of: Option<String>,
    /// What a number is now.
    pub now: Option<f64>,
    /// What a number counts: `minutes`, `hours`, `days`, `weeks` or `months`, `people` or `times`; none: points of a score
    /// of 0 to 100.
    pub unit: Option<String>,
    pub vary: Vary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Varied {
    Wait,
    Timeout,
    /// The completeness from which a condition holds or a change is heard.
    Completeness,
    /// The same of the engagement.
    Engagement,
    /// How many people a condition asks for in a role.
    Members,
    /// How often a condition asks for an event.
    Times,
    /// How far back a condition looks for an event.
    Within,
    /// The date until which a step waits.
    Until,
    /// The date at which a step listens no longer.
    TimeoutAt,
    /// The percentages of a variant split.
    Shares,
    /// The order of two steps.
    Order,
    /// Behind which step accounts are activated to a destination: sooner or later on its way.
    Activation,
}

/// Everything of the journey that a search can vary, in the order of its nodes.
pub fn choices(journey: &Journey) -> Vec<Choice> {
    // Nobody comes to a step that is switched off.
    let on = journey.nodes.iter().filter(|node| !node.is_disabled());
    on.flat_map(|node| {
        let settings = serde_json::to_value(node).unwrap_or_default();
        let mut found = Vec::new();
        found.extend(duration(node, &settings, "/for", Varied::Wait));
        found.extend(duration(node, &settings, "/timeout/after", Varied::Timeout));
        found.extend(date(node, &settings, "/until", Varied::Until));
        found.extend(date(node, &settings, "/timeout/at", Varied::TimeoutAt));
        thresholds(node, &settings, String::new(), &mut found);
        found.extend(shares(node, &settings));
        found.extend(order(journey, node));
        found.extend(activation(journey, node));
        found
    })
    .collect()
}

/// A duration of one part is a number that may vary: by half of it up and down.
fn duration(node: &Node, settings: &Value, at: &str, what: Varied) -> Option<Choice> {
    let parts = settings.pointer(at)?.as_object()?;
    let mut given =
        parts.iter().filter_map(|(unit, count)| Some((unit, count.as_f64().filter(|of| *of > 0.0)?)));
    let (unit, now) = given.next()?;
    if given.next().is_some() {
        return None;
    }
    let step = (now / 2.0).round().max(1.0);
    let vary = number(node, format!("{at}/{unit}"), (now - step).max(1.0), now + step, step);
    Some(Choice {
        nodes: vec![node.id.clone()],
        what,
        now: Some(now),
        unit: Some(unit.clone()),
        of: None,
        vary,
    })
}

/// By how many weeks a date is tried earlier and later.
const WEEKS: [i64; 4] = [-2, -1, 1, 2];

/// A date, at the same time of the same weekday some weeks earlier and later.
fn date(node: &Node, settings: &Value, at: &str, what: Varied) -> Option<Choice> {
    let now: DateTime = settings.pointer(at)?.as_str()?.parse().ok()?;
    let moved = WEEKS.iter().filter_map(|weeks| now.checked_add(Span::new().weeks(*weeks)).ok());
    let option = |date: DateTime| {
        IndexMap::from([(at.to_owned(), json!(date.strftime("%Y-%m-%dT%H:%M").to_string()))])
    };
    let vary = Vary::Options { node: node.id.clone(), options: moved.map(option).collect() };
    Some(Choice { nodes: vec![node.id.clone()], what, now: None, unit: None, of: None, vary })
}

pub(super) fn number(node: &Node, at: String, from: f64, to: f64, step: f64) -> Vary {
    let [from, to, step] = [from, to, step].map(Number::from);
    Vary::Number { node: node.id.clone(), at, from, to, step }
}

/// Of two paths, each may have more; of several, all the same, or one of them half of all.
fn shares(node: &Node, settings: &Value) -> Option<Choice> {
    if !matches!(node.kind, Kind::VariantSplitAccounts(_) | Kind::VariantSplitPeople(_)) {
        return None;
    }
    let paths = settings.get("paths")?.as_array()?.len();
    let sets: Vec<Vec<u64>> = match paths {
        0 | 1 => return None,
        2 => vec![vec![30, 70], vec![50, 50], vec![70, 30]],
        _ => {
            let favoured = (0..paths).map(|favourite| {
                let mut rest = split(50, paths - 1);
                rest.insert(favourite, 50);
                rest
            });
            std::iter::once(split(100, paths)).chain(favoured).collect()
        }
    };
    let set = |shares: Vec<u64>| {
        let pointer = |(at, share)| (format!("/paths/{at}/percentage"), json!(share));
        shares.into_iter().enumerate().map(pointer).collect()
    };
    let vary = Vary::Options { node: node.id.clone(), options: sets.into_iter().map(set).collect() };
    Some(Choice { nodes: vec![node.id.clone()], what: Varied::Shares, now: None, unit: None, of: None, vary })
}

/// So many per cent in whole parts that differ by one at most.
fn split(all: u64, parts: usize) -> Vec<u64> {
    let (each, more) = (all / parts as u64, all % parts as u64);
    (0..parts as u64).map(|part| each + u64::from(part < more)).collect()
}

/// Two actions or waits, one right behind the other.
fn order(journey: &Journey, first: &Node) -> Option<Choice> {
    let plain = |node: &Node| !node.is_disabled() && matches!(node.kind, Kind::Action(_) | Kind::Wait(_));
    let second = journey.node(&out(journey, first)?.to)?;
    if !plain(first) || !plain(second) || !journey.edges.iter().any(|edge| edge.to == first.id) {
        return None;
    }
    let vary = Vary::Swap { first: first.id.clone(), second: second.id.clone() };
    let nodes = vec![first.id.clone(), second.id.clone()];
    Some(Choice { nodes, what: Varied::Order, now: None, unit: None, of: None, vary })
}

/// Advertising may begin behind each of the steps before and after it that lead on by one way only.
fn activation(journey: &Journey, node: &Node) -> Option<Choice> {
    let Kind::Action(settings) = &node.kind else { return None };
    let Action::ActivateToDestination(_) = settings.action else { return None };
    let mut behind = Vec::new();
    let mut at = before(journey, node);
    while let Some(earlier) = at.and_then(|of| before(journey, of)) {
        behind.push(earlier.id.clone());
        at = Some(earlier);
    }
    let mut at = Some(node);
    while let Some(later) = at.and_then(|of| after(journey, of)) {
        behind.push(later.id.clone());
        at = Some(later);
    }
    if behind.is_empty() {
        return None;
    }
    let vary = Vary::Place { node: node.id.clone(), behind };
    Some(Choice {
        nodes: vec![node.id.clone()],
        what: Varied::Activation,
        now: None,
        unit: None,
        of: None,
        vary,
    })
}

/// The one step before a node, if its one way out leads there and nowhere else.
fn before<'j>(journey: &'j Journey, node: &Node) -> Option<&'j Node> {
    let mut into = journey.edges.iter().filter(|edge| edge.to == node.id);
    let edge = into.next().filter(|edge| edge.path.get().is_none())?;
    let found = journey.node(&edge.from)?;
    (into.next().is_none() && journey.exits(found).len() == 1).then_some(found)
}

/// The one step behind a node, if nothing else leads there and it leads on by one way.
fn after<'j>(journey: &'j Journey, node: &Node) -> Option<&'j Node> {
    let found = journey.node(&out(journey, node)?.to)?;
    let ways = journey.edges.iter().filter(|edge| edge.to == found.id).count();
    (ways == 1 && journey.exits(found).len() == 1).then_some(found)
}

/// The edge out of a node that has no other exit.
fn out<'j>(journey: &'j Journey, node: &Node) -> Option<&'j Edge> {
    journey.edges.iter().find(|edge| edge.from == node.id && edge.path.get().is_none())
}
