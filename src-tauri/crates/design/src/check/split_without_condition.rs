//! Each path of a split by accounts or people has a condition.

use super::Look;
use crate::kinds::Kind;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let without: Vec<_> = match &node.kind {
            Kind::SplitAccounts(split) => {
                let paths = split.paths.items().iter().filter(|path| !path.condition.is_given());
                paths.map(|path| &path.id).collect()
            }
            Kind::SplitPeople(split) => {
                let paths = split.paths.items().iter().filter(|path| !path.condition.is_given());
                paths.map(|path| &path.id).collect()
            }
            _ => continue,
        };
        for path in without {
            let problem = Problem::error(
                "split-without-condition",
                "This path has no condition; say who takes it, or delete the path.",
                "Esta rama no tiene condición; di quién la toma o bórrala.",
            );
            found.push(problem.at(&node.id).on(Some(path)));
        }
    }
}
