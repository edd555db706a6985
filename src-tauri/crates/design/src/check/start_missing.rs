//! Every journey starts with an audience.

use super::Look;
use crate::journey::JourneyKind;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    if look.start.is_some() {
        return;
    }
    let problem = match look.journey.kind {
        JourneyKind::Account => Problem::error(
            "start-missing",
            "The journey has no start; add an account audience.",
            "El recorrido no tiene inicio; añade una audiencia de cuentas.",
        ),
        JourneyKind::Person => Problem::error(
            "start-missing",
            "The journey has no start; add a person audience.",
            "El recorrido no tiene inicio; añade una audiencia de personas.",
        ),
    };
    found.push(problem);
}
