//! The end comes after the start.

use super::Look;
use super::mending::days_after_start;
use crate::edit::{Draft, EditError};
use crate::fix::Fix;
use crate::journey::Start;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let (Start::At(start), Some(end)) = (&look.journey.settings.start, look.journey.settings.end.get())
    else {
        return;
    };
    if end.get() <= start.get() {
        let fix = Fix::journey("set-end", "End it 90 days after its start", "Acabarlo 90 días después del inicio", set);
        found.push(Problem::error(
            "end-before-start",
            "The journey ends before it starts; change one of the two dates.",
            "El recorrido acaba antes de empezar; cambia una de las dos fechas.",
        ).fixed(fix));
    }
}

fn set(look: &Look<'_>, _: &Problem, draft: &mut Draft<'_>) -> Result<(), EditError> {
    if let Some(end) = days_after_start(look.journey, look.context.today, 90) {
        draft.change_head(|head| head.settings.end = end.into());
    }
    Ok(())
}
