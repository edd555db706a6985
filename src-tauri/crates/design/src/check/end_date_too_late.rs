//! A journey lasts at most three years.

use super::Look;
use super::mending::midnight;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::Start;
use crate::document::length::first_day;
use crate::problem::Problem;
use jiff::ToSpan;
use jiff::civil::Time;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(end) = look.journey.settings.end.get() else { return };
    let first = first_day(look.journey, look.context.today);
    let last = first.checked_add(3.years()).unwrap_or(first);
    // A start that is given counts to the minute; one that comes with publishing, by its day.
    let time = match &look.journey.settings.start {
        Start::At(start) => start.get().time(),
        Start::Immediately => Time::MAX,
    };
    if end.get() > last.to_datetime(time) {
        found.push(
            Problem::error(
                "end-date-too-late",
                format!("The journey ends more than three years after its start; choose {last} or earlier."),
                format!("El recorrido acaba más de tres años después de su inicio; elige el {last} o antes."),
            )
            .with("latest", last.to_string())
            .fixed(Fix::journey("set-latest-end", "End it on the last possible day", "Acabarlo el último día posible", set)),
        );
    }
}

fn set(_: &Look<'_>, problem: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    let latest = problem.params.get("latest").and_then(|latest| latest.parse().ok()).and_then(midnight);
    if let Some(latest) = latest {
        draft.change_head(|head| head.settings.end = latest.into());
    }
    Ok(())
}
