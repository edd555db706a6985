//! A split has at most 25 paths, not counting the other one; a variant split 20.

use super::Look;
use super::look::{path_ids, percentages};
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let most = if percentages(node).is_some() { 20 } else { 25 };
        let count = path_ids(node).len();
        if count > most {
            let problem = Problem::error(
                "too-many-paths",
                format!(
                    "This split has {count} paths and may have {most}; delete some or split again behind it."
                ),
                format!(
                    "Esta división tiene {count} ramas y puede tener {most}; borra algunas o divide otra vez detrás."
                ),
            );
            found.push(problem.at(&node.id).in_setting(Some("paths")));
        }
    }
}
