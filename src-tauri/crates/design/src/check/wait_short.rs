//! Between two messages or activations an account has at least five days of rest.

use super::Look;
use super::look::actions_of;
use crate::actions::Action;
use crate::document::length::{LONGEST, Pace, arrivals, leaving};
use crate::journey::{JourneyKind, Node};
use crate::problem::Problem;

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
            found.push(problem(arrives).at(&node.id));
        }
        let day = latest[at.index()];
        let open = matches!(&node.kind, crate::kinds::Kind::Listen(listen) if !listen.timeout.is_given());
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
    let days = (days * 10.0).round() / 10.0;
    Problem::warning(
        "wait-short",
        format!("On some path the last message or activation was only {days} days ago; wait 5 days before this one."),
        format!("En alguna rama el último mensaje o activación fue hace solo {days} días; espera 5 antes de este."),
    )
    .with("days", days.to_string())
}
