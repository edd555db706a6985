//! A solution interest that the journey does nothing for.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let used = look.interests();
    for interest in look.workspace.solution_interests.items() {
        if !used.contains_key(interest.id.as_str()) {
            let name = &interest.name;
            let problem = Problem::warning(
                "unused-solution-interest",
                format!(
                    "Nothing in this journey is about \"{name}\"; use it in a condition or an action, or delete it."
                ),
                format!(
                    "Nada en este recorrido trata de «{name}»; úsalo en una condición o una acción, o bórralo."
                ),
            );
            found.push(problem.with("solutionInterest", interest.id.as_str()));
        }
    }
}
