//! A journey needs an end to be published.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    if look.journey.settings.end.is_given() {
        return;
    }
    found.push(Problem::error(
        "end-date-missing",
        "The journey has no end date; set one in the journey's settings.",
        "El recorrido no tiene fecha de fin; ponla en los ajustes del recorrido.",
    ));
}
