//! A journey needs an end to be published.

use super::Look;
use super::mending::days_after_start;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    if look.journey.settings.end.is_given() {
        return;
    }
    let fix = Fix::journey("set-end", "End it after 90 days", "Acabarlo a los 90 días", set);
    found.push(Problem::error(
        "end-date-missing",
        "The journey has no end date; set one in the journey's settings.",
        "El recorrido no tiene fecha de fin; ponla en los ajustes del recorrido.",
    ).fixed(fix));
}

fn set(look: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    if let Some(end) = days_after_start(look.journey, look.context.today, 90) {
        draft.change_head(|head| head.settings.end = end.into());
    }
    Ok(())
}
