//! What the kinds that call an outside service have in common.

use super::{Exit, named};
use crate::maybe::Maybe;
use crate::problem::Problem;

/// The longest that the platform waits for a service, in minutes.
const LONGEST: u32 = 240;

/// The exit for whoever the service did not answer, or answered with an error.
pub(super) const FAILED: &str = "timeoutOrError";

pub(super) fn failed() -> Exit {
    named(FAILED, ("Timeout or error", "Plazo o error"))
}

/// Whether the service gets longer than the platform waits.
pub(super) fn wrong_timeout(minutes: &Maybe<u32>) -> Vec<Problem> {
    if minutes.or(0) <= LONGEST {
        return Vec::new();
    }
    vec![
        Problem::error(
            "missing-setting",
            "The timeout is at most 240 minutes; shorten it.",
            "El plazo es como mucho de 240 minutos; acórtalo.",
        )
        .in_setting(Some("timeout")),
    ]
}
