//! A timeout that comes after the journey's end is never taken.

use super::Look;
use crate::document::length::{LONGEST, SHORTEST, arrivals, days_until, leaving};
use crate::kinds::Kind;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let (journey, today) = (look.journey, look.context.today);
    let Some(end) = journey.settings.end.get() else { return };
    let end = days_until(journey, end.get().date(), today);
    let Some(earliest) = arrivals(journey, &look.topology, today, SHORTEST) else { return };
    for at in look.topology.graph.node_indices() {
        let node = look.topology.node(at);
        let Kind::Listen(listen) = &node.kind else { continue };
        let over = leaving(
            journey,
            &node.kind,
            earliest[at.index()],
            today,
            crate::document::length::Pace { gaps: false, ..LONGEST },
        );
        if listen.timeout.is_given() && over > end {
            let problem = Problem::warning(
                "dead-timeout",
                "The journey ends before this timeout is over; shorten the timeout or end the journey later.",
                "El recorrido acaba antes de que se agote este plazo; acórtalo o acaba el recorrido más tarde.",
            );
            found.push(problem.at(&node.id).on(Id::new("timeout").as_ref()));
        }
    }
}
