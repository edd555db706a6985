//! A timeout that comes after the journey's end is never taken.

use super::Look;
use super::mending::change;
use crate::document::length::{LONGEST, SHORTEST, arrivals, days_until, leaving};
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::kinds::Kind;
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::problem::Problem;
use crate::time::Duration;

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
            let left = (end - earliest[at.index()]).floor();
            let problem = problem.at(&node.id).on(Id::new("timeout").as_ref()).with("left", left.to_string()).in_setting(Some("timeout"));
            found.push(problem.fixed_if(left >= 1.0, || {
                Fix::journey("shorten-timeout", "Shorten the timeout to the end", "Acortar el plazo hasta el final", shorten)
            }));
        }
    }
}

fn shorten(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let left = problem.params.get("left").and_then(|left| left.parse().ok());
    let Some((id, left)) = problem.node.as_ref().zip(left) else { return Ok(()) };
    change(draft, id, |kind| {
        if let Kind::Listen(listen) = kind
            && let Maybe::Given(timeout) = &mut listen.timeout
        {
            timeout.after = Duration::days(left).into();
            if timeout.at.is_given() {
                timeout.at = Maybe::Absent;
            }
        }
    })
}
