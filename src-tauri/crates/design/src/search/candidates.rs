//! All combinations of what may vary.

use serde_json::{Value, json};

use super::{Search, SearchError, Vary};
use crate::comparison::{NodeDifference, node_differences};
use crate::intent::Intent;
use crate::journey::{Edge, Journey, Node};
use crate::maybe::Maybe;
use crate::primitives::Id;

/// One journey to be tried.
pub struct Candidate {
    pub journey: Journey,
    pub changes: Vec<String>,
    pub intents: Vec<Intent>,
}

/// More journeys than these are refused.
pub const MOST: usize = 200;

/// The journey as it is, then every combination, each once and in the order of `vary`.
pub fn candidates(journey: &Journey, search: &Search) -> Result<Vec<Candidate>, SearchError> {
    let found = combinations(journey, &search.vary)?;
    Ok(found.into_iter().map(|other| candidate(journey, other)).collect())
}

/// The journeys themselves.
pub fn combinations(journey: &Journey, all: &[Vary]) -> Result<Vec<Journey>, SearchError> {
    let mut found = vec![journey.clone()];
    for (at, vary) in all.iter().enumerate() {
        let mut more = Vec::new();
        // What can't be had of the journey itself is a mistake. What another variation took the ground from is left out.
        variations(journey, vary, at)?;
        for base in &found {
            more.push(base.clone());
            for other in variations(base, vary, at).unwrap_or_default() {
                if !more.contains(&other) {
                    more.push(other);
                }
            }
        }
        if more.len() > MOST {
            return Err(SearchError::TooMany { count: more.len() });
        }
        found = more;
    }
    Ok(found)
}

fn candidate(journey: &Journey, other: Journey) -> Candidate {
    let changes = node_differences(journey, &other);
    let told = |of: NodeDifference| match of.node {
        Some(node) => format!("{node}: {}", of.change),
        None => of.change,
    };
    let changes = changes.into_iter().map(told).collect();
    let changed = other.nodes.iter().filter(|node| journey.node(&node.id) != Some(*node));
    let mut intents: Vec<Intent> = changed.map(|node| Intent::Set { node: node.clone() }).collect();
    // Edges are cut first, so that no step on the way makes a cycle or a second way in.
    let gone = journey.edges.iter().filter(|edge| !other.edges.contains(edge));
    let drawn = other.edges.iter().filter(|edge| !journey.edges.contains(edge));
    let cut = gone.map(|edge| (edge, None));
    let drawn = drawn.map(|edge| (edge, Some(edge.to.clone())));
    intents.extend(cut.chain(drawn).map(|(edge, to)| Intent::Connect {
        from: edge.from.clone(),
        path: edge.path.get().cloned(),
        to,
    }));
    Candidate { journey: other, changes, intents }
}

fn variations(journey: &Journey, vary: &Vary, at: usize) -> Result<Vec<Journey>, SearchError> {
    match vary {
        Vary::Number { node, at: pointer, from, to, step } => {
            let (from, to, step) = (from.get(), to.get(), step.get());
            let steps = ((to - from) / step + 1e-9).floor();
            if !(step > 0.0 && (0.0..=100.0).contains(&steps)) {
                return Err(SearchError::NoSteps { at });
            }
            let values = (0..=steps as u32).map(|number| from + f64::from(number) * step);
            let set = |value: f64| {
                // Whole numbers are written as such: days and minutes take no fractions.
                let value = if value.fract() == 0.0 { json!(value as i64) } else { json!(value) };
                with(journey, node.as_str(), [(pointer.as_str(), &value)], at)
            };
            values.map(set).collect()
        }
        Vary::Options { node, options } => options
            .iter()
            .map(|option| {
                with(
                    journey,
                    node.as_str(),
                    option.iter().map(|(pointer, value)| (pointer.as_str(), value)),
                    at,
                )
            })
            .collect(),
        Vary::Swap { first, second } => {
            let none =
                || SearchError::NoNeighbours { at, first: first.to_string(), second: second.to_string() };
            let out = |id| journey.edges.iter().filter(move |edge| edge.from == id).count();
            let behind = journey.edges.iter().any(|edge| edge.from == *first && edge.to == *second);
            let named = journey
                .edges
                .iter()
                .any(|edge| (edge.from == *first || edge.from == *second) && edge.path.get().is_some());
            let into = journey.edges.iter().filter(|edge| edge.to == *first).count();
            if !behind || named || out(first.clone()) != 1 || out(second.clone()) > 1 || into == 0 {
                return Err(none());
            }
            let mut other = journey.clone();
            for edge in &mut other.edges {
                if edge.from == *first {
                    edge.from = second.clone();
                    edge.to = first.clone();
                } else if edge.from == *second {
                    edge.from = first.clone();
                } else if edge.to == *first {
                    edge.to = second.clone();
                }
            }
            Ok(vec![other])
        }
        Vary::Place { node, behind } => {
            behind.iter().map(|behind| placed(journey, node, behind, at)).collect()
        }
    }
}

/// The journey with a node taken out of its place and put behind another one.
fn placed(journey: &Journey, node: &Id, behind: &Id, at: usize) -> Result<Journey, SearchError> {
    let none = || SearchError::NoPlaceBehind { at, node: node.to_string(), behind: behind.to_string() };
    let single = |id: &Id| journey.node(id).is_some_and(|of| journey.exits(of).len() == 1);
    let begins = !journey.edges.iter().any(|edge| edge.to == *node);
    if node == behind || begins || !single(node) || !single(behind) {
        return Err(none());
    }
    if journey.target(behind, None) == Some(node) {
        return Ok(journey.clone());
    }
    let mut other = journey.clone();
    let next = journey.target(node, None).cloned();
    other.edges.retain_mut(|edge| match (&next, edge.to == *node) {
        (Some(next), true) => {
            edge.to = next.clone();
            true
        }
        // At the end of a path nothing closes up behind it.
        (None, true) => false,
        (_, false) => edge.from != *node,
    });
    let edge = |from: &Id, to: &Id| Edge { from: from.clone(), path: Maybe::Absent, to: to.clone() };
    match other.edges.iter_mut().find(|edge| edge.from == *behind) {
        Some(out) => {
            let after = std::mem::replace(&mut out.to, node.clone());
            other.edges.push(edge(node, &after));
        }
        None => other.edges.push(edge(behind, node)),
    }
    Ok(other)
}

/// The journey with other values in a node.
fn with<'v>(
    journey: &Journey,
    node: &str,
    values: impl IntoIterator<Item = (&'v str, &'v Value)>,
    at: usize,
) -> Result<Journey, SearchError> {
    let mut other = journey.clone();
    let found = other.nodes.iter_mut().find(|of| of.id.as_str() == node);
    let found = found.ok_or_else(|| SearchError::Unknown { at, node: node.to_owned() })?;
    let mut whole = serde_json::to_value(&*found)
        .map_err(|error| SearchError::Setting { at, message: error.to_string() })?;
    for (pointer, value) in values {
        let place = whole.pointer_mut(pointer);
        *place.ok_or_else(|| SearchError::NoPlace { at, pointer: pointer.to_owned() })? = value.clone();
    }
    *found = serde_json::from_value::<Node>(whole).map_err(|error| SearchError::Setting {
        at,
        message: crate::tagged::path_of(&error.to_string()).1,
    })?;
    Ok(other)
}
