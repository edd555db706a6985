//! A re-entry waits hours or days, and its limit lets somebody in.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(reentry) = look.journey.settings.reentry.get() else { return };
    let delay = &reentry.delay;
    if delay.minutes.is_some() || delay.weeks.is_some() || delay.months.is_some() {
        found.push(Problem::error(
            "reentry-invalid",
            "The delay of a re-entry is in hours or days; change its unit.",
            "El plazo para volver a entrar va en horas o días; cambia la unidad.",
        ));
    }
    if reentry.limit.get() == Some(&0) {
        found.push(Problem::error(
            "reentry-invalid",
            "The limit of entries is at least 1; raise it or leave it out.",
            "El límite de entradas es como mínimo 1; súbelo o quítalo.",
        ));
    }
}
