//! Who meets no condition of a split leaves the journey, unless there is another path.

use super::Look;
use crate::journey::JourneyKind;
use crate::kinds::{Kind, OtherPeople};
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let (paths, other) = match &node.kind {
            Kind::SplitAccounts(split) => (split.paths.items().len(), split.other.or(false)),
            // In an account journey the people without a match go on by themselves.
            Kind::SplitPeople(split) if look.journey.kind == JourneyKind::Person => {
                (split.paths.items().len(), split.other.get() == Some(&OtherPeople::Path(true)))
            }
            _ => continue,
        };
        if paths > 0 && !other {
            let problem = Problem::warning(
                "no-other-path",
                "Whoever meets no condition leaves the journey here; switch the other path on to keep them.",
                "Quien no cumple ninguna condición sale aquí del recorrido; activa la otra rama para conservarlo.",
            );
            found.push(problem.at(&node.id));
        }
    }
}
