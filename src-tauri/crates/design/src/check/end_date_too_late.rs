//! A journey lasts at most three years.

use super::Look;
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
            .with("latest", last.to_string()),
        );
    }
}
