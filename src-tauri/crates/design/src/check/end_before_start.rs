//! The end comes after the start.

use super::Look;
use crate::journey::Start;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let (Start::At(start), Some(end)) = (&look.journey.settings.start, look.journey.settings.end.get())
    else {
        return;
    };
    if end.get() <= start.get() {
        found.push(Problem::error(
            "end-before-start",
            "The journey ends before it starts; change one of the two dates.",
            "El recorrido acaba antes de empezar; cambia una de las dos fechas.",
        ));
    }
}
