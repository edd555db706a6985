//! How long the longest way through a journey takes.

use jiff::civil::Date;

use crate::journey::{Journey, Start};
use crate::kinds::Kind;
use crate::time::MustEndOn;
use crate::topology::Topology;

/// The longest way from the start in days: months of 30 days, "must end on" up to its next match, timeouts in full,
/// a listen without one until the journey ends. None where there is no start or there is a cycle.
pub(crate) fn longest_days(journey: &Journey, topology: &Topology<'_>, today: Date) -> Option<f64> {
    let start = topology.start()?;
    let arrivals = arrivals(journey, topology, today)?;
    let reached = topology.reachable(start);
    let ends = topology.order()?.into_iter().filter(|at| reached[at.index()]);
    let longest = ends
        .map(|at| leaving(journey, &topology.node(at).kind, arrivals[at.index()], today))
        .fold(0.0, f64::max);
    Some((longest * 1000.0).round() / 1000.0)
}

/// For each node the latest day, counted from the start, on which somebody arrives there.
pub(crate) fn arrivals(journey: &Journey, topology: &Topology<'_>, today: Date) -> Option<Vec<f64>> {
    let mut days = vec![0.0_f64; topology.graph.node_count()];
    for at in topology.order()? {
        let leaves = leaving(journey, &topology.node(at).kind, days[at.index()], today);
        for next in topology.behind(at) {
            days[next.index()] = days[next.index()].max(leaves);
        }
    }
    Some(days)
}

/// The latest day on which somebody who arrives on a day leaves the node.
fn leaving(journey: &Journey, kind: &Kind, arrives: f64, today: Date) -> f64 {
    match kind {
        Kind::Wait(wait) => {
            let after = match (wait.duration.get(), wait.until.get()) {
                (Some(duration), _) => arrives + duration.about_days(),
                (None, Some(until)) => arrives.max(days_until(journey, until.get().date(), today)),
                (None, None) => arrives,
            };
            after + wait.must_end_on.get().map_or(0.0, longest_gap)
        }
        Kind::Listen(listen) => match listen.timeout.get() {
            Some(timeout) => {
                let after = match (timeout.after.get(), timeout.at.get()) {
                    (Some(duration), _) => arrives + duration.about_days(),
                    (None, Some(at)) => arrives.max(days_until(journey, at.get().date(), today)),
                    (None, None) => arrives,
                };
                after + timeout.must_end_on.get().map_or(0.0, longest_gap)
            }
            None => journey
                .settings
                .end
                .get()
                .map_or(arrives, |end| arrives.max(days_until(journey, end.get().date(), today))),
        },
        Kind::ExternalAction(call) => arrives + f64::from(call.timeout.or(0)) / 1440.0,
        Kind::ExternalSplit(call) => arrives + f64::from(call.timeout.or(0)) / 1440.0,
        _ => arrives,
    }
}

/// The first day of the journey: its start, or today.
pub(crate) fn first_day(journey: &Journey, today: Date) -> Date {
    match &journey.settings.start {
        Start::Immediately => today,
        Start::At(at) => at.get().date(),
    }
}

pub(crate) fn days_until(journey: &Journey, day: Date, today: Date) -> f64 {
    first_day(journey, today).until(day).map_or(0.0, |span| f64::from(span.get_days()))
}

/// The longest time between two matching moments, in days.
fn longest_gap(must: &MustEndOn) -> f64 {
    let mut days: Vec<u8> = must.days.items().iter().map(|&day| day as u8).collect();
    days.sort_unstable();
    days.dedup();
    let Some((&first, &last)) = days.first().zip(days.last()) else { return 1.0 };
    let inside = days.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    f64::from(inside.max(first + 7 - last))
}
