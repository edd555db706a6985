//! A re-entry waits hours or days, and its limit lets somebody in.

use super::Look;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::maybe::Maybe;
use crate::problem::Problem;
use crate::time::Duration;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let Some(reentry) = look.journey.settings.reentry.get() else { return };
    let delay = &reentry.delay;
    if delay.minutes.is_some() || delay.weeks.is_some() || delay.months.is_some() {
        found.push(Problem::error(
            "reentry-invalid",
            "The delay of a re-entry is in hours or days; change its unit.",
            "El plazo para volver a entrar va en horas o días; cambia la unidad.",
        ).fixed(Fix::journey("delay-in-days", "Write the delay in days", "Escribir el plazo en días", in_days)));
    }
    if reentry.limit.get() == Some(&0) {
        found.push(Problem::error(
            "reentry-invalid",
            "The limit of entries is at least 1; raise it or leave it out.",
            "El límite de entradas es como mínimo 1; súbelo o quítalo.",
        ).fixed(Fix::journey("one-entry", "Allow one entry", "Permitir una entrada", one_entry)));
    }
}

fn in_days(_: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    draft.change_head(|head| {
        if let Maybe::Given(reentry) = &mut head.settings.reentry {
            let days = reentry.delay.about_days().ceil().clamp(1.0, f64::from(u32::MAX));
            reentry.delay = Duration::days(days as u32);
        }
    });
    Ok(())
}

fn one_entry(_: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    draft.change_head(|head| {
        if let Maybe::Given(reentry) = &mut head.settings.reentry {
            reentry.limit = Maybe::Given(1);
        }
    });
    Ok(())
}
