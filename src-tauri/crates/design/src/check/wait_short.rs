//! Between two messages or activations an account has at least five days of rest.

use super::Look;
use super::look::actions_of;
use super::mending::{change, wait_before};
use crate::actions::Action;
use crate::document::length::{LONGEST, Pace, arrivals, leaving};
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::{JourneyKind, Node};
use crate::kinds::Kind;
use crate::maybe::Maybe;
use crate::problem::Problem;
use crate::time::Duration;

const REST: f64 = 5.0;

/// Waits count for what is sure, timeouts in full.
const PACE: Pace = Pace { timeouts: true, gaps: false };

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let (journey, today) = (look.journey, look.context.today);
    if journey.kind == JourneyKind::Person {
        return;
    }
    let Some(latest) = arrivals(journey, &look.topology, today, LONGEST) else { return };
    let Some(order) = look.topology.order() else { return };
    // For each node the shortest time since a touch on a way to it.
    let mut since = vec![f64::INFINITY; latest.len()];
    for at in order {
        let node = look.topology.node(at);
        let arrives = since[at.index()];
        let touches = touches(node);
        if touches && arrives < REST {
            let waits = look.topology.before(at).any(|before| {
                matches!(&look.topology.node(before).kind, Kind::Wait(wait) if wait.duration.is_given())
            });
            let fix = || {
                if waits {
                    Fix::journey("lengthen-wait", "Lengthen the wait to 5 days", "Alargar la espera a 5 días", rest)
                } else {
                    Fix::journey("insert-wait", "Insert a wait before it", "Insertar antes una espera", rest)
                }
            };
            found.push(problem(arrives).at(&node.id).fixed_if(look.topology.incoming(at) == 1, fix));
        }
        let day = latest[at.index()];
        let open = matches!(&node.kind, Kind::Listen(listen) if !listen.timeout.is_given());
        let stays = if open { f64::INFINITY } else { leaving(journey, &node.kind, day, today, PACE) - day };
        let leaves = if touches { 0.0 } else { arrives + stays };
        for next in look.topology.behind(at) {
            since[next.index()] = since[next.index()].min(leaves);
        }
    }
}

fn touches(node: &Node) -> bool {
    actions_of(node).iter().any(|(_, action)| {
        matches!(
            action,
            Action::SendEmail(_)
                | Action::SendSms(_)
                | Action::SendWhatsApp(_)
                | Action::ActivateToDestination(_)
        )
    })
}

fn problem(days: f64) -> Problem {
    let missing = (REST - days).ceil();
    let days = (days * 10.0).round() / 10.0;
    Problem::warning(
        "wait-short",
        format!("On some path the last message or activation was only {days} days ago; wait 5 days before this one."),
        format!("En alguna rama el último mensaje o activación fue hace solo {days} días; espera 5 antes de este."),
    )
    .with("days", days.to_string())
    .with("missing", missing.to_string())
}

/// Makes up for the missing days in the wait that is there, or in a new one.
fn rest(look: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let missing = problem.params.get("missing").and_then(|days| days.parse::<u32>().ok());
    let Some((id, missing)) = problem.node.as_ref().zip(missing) else { return Ok(()) };
    let at = look.topology.find(id);
    let before = at.and_then(|at| look.topology.before(at).next()).map(|at| look.topology.node(at));
    match before.map(|node| (&node.id, &node.kind)) {
        Some((wait, Kind::Wait(settings))) if settings.duration.is_given() => {
            let length = settings.duration.get().map_or(0.0, Duration::about_days);
            change(draft, wait, |kind| {
                if let Kind::Wait(settings) = kind {
                    settings.duration = Maybe::Given(Duration::days(length.ceil() as u32 + missing));
                }
            })
        }
        _ => wait_before(draft, id, missing),
    }
}
