//! How long ways through a journey take.

use jiff::civil::Date;

use crate::journey::{Journey, Start};
use crate::kinds::Kind;
use crate::maybe::Maybe;
use crate::time::{Duration, LocalDateTime, MustEndOn};
use crate::topology::Topology;

/// How waits and listens are counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// Timeouts in full; else listens are over at once.
    pub(crate) timeouts: bool,
    /// "Must end on" up to its next match; else it adds nothing.
    pub(crate) gaps: bool,
}

pub(crate) const LONGEST: Pace = Pace { timeouts: true, gaps: true };
pub(crate) const SHORTEST: Pace = Pace { timeouts: false, gaps: false };

/// The longest way from the start in days, with months of 30 days; a listen without a timeout lasts until the journey
/// ends. None where there is no start or there is a cycle.
pub(crate) fn longest_days(journey: &Journey, topology: &Topology<'_>, today: Date) -> Option<f64> {
    let start = topology.start()?;
    let arrivals = arrivals(journey, topology, today, LONGEST)?;
    let reached = topology.reachable(start);
    let nodes = topology.graph.node_indices().filter(|at| reached[at.index()]);
    let leaves =
        nodes.map(|at| leaving(journey, &topology.node(at).kind, arrivals[at.index()], today, LONGEST));
    Some((leaves.fold(0.0, f64::max) * 1000.0).round() / 1000.0)
}

/// For each node the day, counted from the start, on which somebody arrives there at that pace: the latest one, or at
/// the shortest pace the earliest. None where there is a cycle.
pub(crate) fn arrivals(
    journey: &Journey,
    topology: &Topology<'_>,
    today: Date,
    pace: Pace,
) -> Option<Vec<f64>> {
    let mut days: Vec<Option<f64>> = vec![None; topology.graph.node_count()];
    for at in topology.order()? {
        let arrives = *days[at.index()].get_or_insert(0.0);
        let leaves = leaving(journey, &topology.node(at).kind, arrives, today, pace);
        for next in topology.behind(at) {
            let day = days[next.index()].get_or_insert(leaves);
            *day = if pace.timeouts { day.max(leaves) } else { day.min(leaves) };
        }
    }
    Some(days.into_iter().map(Option::unwrap_or_default).collect())
}

/// The day on which somebody who arrives on a day leaves the node.
pub(crate) fn leaving(journey: &Journey, kind: &Kind, arrives: f64, today: Date, pace: Pace) -> f64 {
    let until = |date: &LocalDateTime| arrives.max(days_until(journey, date.get().date(), today));
    let over = |length: &Maybe<Duration>, date: &Maybe<LocalDateTime>, must: &Maybe<MustEndOn>| {
        let after = match (length.get(), date.get()) {
            (Some(duration), _) => arrives + duration.about_days(),
            (None, Some(date)) => until(date),
            (None, None) => arrives,
        };
        after + must.get().filter(|_| pace.gaps).map_or(0.0, longest_gap)
    };
    match kind {
        Kind::Wait(wait) => over(&wait.duration, &wait.until, &wait.must_end_on),
        Kind::Listen(_) | Kind::ExternalAction(_) | Kind::ExternalSplit(_) if !pace.timeouts => arrives,
        Kind::Listen(listen) => match (listen.timeout.get(), journey.settings.end.get()) {
            (Some(timeout), _) => over(&timeout.after, &timeout.at, &timeout.must_end_on),
            (None, Some(end)) => until(end),
            (None, None) => arrives,
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

/// From the first day of the journey to a day; negative before it.
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
