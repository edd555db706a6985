//! A journey lasts at most three years.

use super::Look;
use super::mending::midnight;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::document::length::first_day;
use crate::problem::Problem;
use jiff::ToSpan;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(end) = look.journey.settings.end.get() else { return };
    let first = first_day(look.journey, look.context.today);
    let last = first.checked_add(3.years()).unwrap_or(first);
    if end.get().date() > last {
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
