//! The shares of a variant split sum to 100.

use super::Look;
use super::look::percentages;
use super::mending::rebalance_fix;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let Some(paths) = percentages(node).filter(|paths| !paths.is_empty()) else { continue };
        let sum = paths.iter().fold(0_i64, |sum, (_, share)| sum.saturating_add(*share));
        if sum != 100 {
            let problem = Problem::error(
                "percentages-not-100",
                format!("The percentages sum to {sum}; change them so that they sum to 100."),
                format!("Los porcentajes suman {sum}; cámbialos para que sumen 100."),
            );
            let problem = problem.at(&node.id).with("sum", sum.to_string()).in_setting(Some("paths"));
            found.push(problem.fixed_if((2..=100).contains(&paths.len()), rebalance_fix));
        }
    }
}
