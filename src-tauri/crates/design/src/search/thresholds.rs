//! The thresholds in a journey: from what score, how many people, how often and within how many days a condition holds.
//!
//! What makes a buying group sales-ready is no threshold of a journey: it is the measure by which journeys are compared,
//! and the lowest one would always win.

use serde_json::{Map, Value};

use super::choices::{Choice, Varied, number};
use crate::journey::Node;

/// How far a score is tried to either side of what it is.
const POINTS: f64 = 10.0;

/// The thresholds of a node, wherever they stand in its settings.
pub(super) fn thresholds(node: &Node, value: &Value, at: String, found: &mut Vec<Choice>) {
    match value {
        Value::Object(parts) => {
            // A score is named by its own key in conditions on groups, by the change that is heard in triggers, and as
            // an attribute of a person.
            let heard = parts.get("change").and_then(Value::as_str).and_then(score);
            let of_person = parts.get("attribute").is_some_and(|name| name == "person.engagementScore");
            if let Some(now) = parts.get("value").filter(|_| of_person) {
                found.extend(points(node, now, format!("{at}/value"), Varied::Engagement));
            }
            for (key, part) in parts {
                let at = format!("{at}/{key}");
                let what = if key == "to" { heard } else { score(key) };
                match (what, key.as_str(), part) {
                    (Some(what), _, Value::Object(comparison)) => {
                        let one = operand(comparison);
                        found.extend(one.and_then(|(op, now)| points(node, now, format!("{at}/{op}"), what)));
                    }
                    (_, "people", Value::Array(roles)) => {
                        for (place, role) in roles.iter().enumerate() {
                            let Some((op, now)) = role.as_object().and_then(operand) else { continue };
                            let at = format!("{at}/{place}/{op}");
                            found.extend(around(
                                node,
                                (now, 1.0),
                                at,
                                (Varied::Members, "people"),
                                &role["role"],
                            ));
                        }
                    }
                    (_, "eventHistory", Value::Object(history)) => {
                        let of = history.get("eventType").unwrap_or(&Value::Null);
                        if let Some(now) = history.get("atLeast") {
                            let at = format!("{at}/atLeast");
                            found.extend(around(node, (now, 1.0), at, (Varied::Times, "times"), of));
                        }
                        if let Some(now) = history.get("withinDays") {
                            let half = (now.as_f64().unwrap_or_default() / 2.0).round().max(1.0);
                            let at = format!("{at}/withinDays");
                            found.extend(around(node, (now, half), at, (Varied::Within, "days"), of));
                        }
                    }
                    _ => thresholds(node, part, at, found),
                }
            }
        }
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                thresholds(node, part, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

fn score(name: &str) -> Option<Varied> {
    match name {
        "completeness" => Some(Varied::Completeness),
        "engagement" => Some(Varied::Engagement),
        _ => None,
    }
}

/// The operator of a comparison with one number, and the number.
fn operand(comparison: &Map<String, Value>) -> Option<(&String, &Value)> {
    comparison.iter().find(|(_, value)| value.is_number())
}

/// Points of a score, some to either side.
fn points(node: &Node, now: &Value, at: String, what: Varied) -> Option<Choice> {
    let now = now.as_f64()?;
    let vary = number(node, at, (now - POINTS).max(0.0), (now + POINTS).min(100.0), POINTS);
    Some(Choice { nodes: vec![node.id.clone()], what, now: Some(now), unit: None, of: None, vary })
}

/// A count, a step less and a step more, and never none.
fn around(
    node: &Node,
    (now, step): (&Value, f64),
    at: String,
    (what, unit): (Varied, &str),
    of: &Value,
) -> Option<Choice> {
    let now = now.as_f64().filter(|now| *now >= 1.0)?;
    Some(Choice {
        nodes: vec![node.id.clone()],
        what,
        of: of.as_str().map(str::to_owned),
        now: Some(now),
        unit: Some(unit.to_owned()),
        vary: number(node, at, (now - step).max(1.0), now + step, step),
    })
}
