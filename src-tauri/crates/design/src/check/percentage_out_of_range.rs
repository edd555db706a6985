//! Each share of a variant split is 1 to 99 percent.

use super::Look;
use super::look::percentages;
use super::mending::rebalance_fix;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let paths = percentages(node).unwrap_or_default();
        let several = (2..=100).contains(&paths.len());
        for (path, share) in paths {
            if !(1..=99).contains(&share) {
                let problem = Problem::error(
                    "percentage-out-of-range",
                    format!("{share} % is no share of a path; choose 1 to 99."),
                    format!("El {share} % no vale para una rama; elige de 1 a 99."),
                );
                found.push(problem.at(&node.id).on(Some(path)).fixed_if(several, rebalance_fix));
            }
        }
    }
}
