//! A group with more than five required roles is rarely complete.

use super::Look;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let used = look.interests();
    for template in look.workspace.roles_templates.items() {
        let count = template.cards.iter().filter(|card| card.required).count();
        let interests = look.workspace.solution_interests.items().iter();
        let in_use = interests
            .filter(|it| it.roles_template == template.id)
            .any(|it| used.contains_key(it.id.as_str()));
        if in_use && count > 5 {
            let name = &template.name;
            let problem = Problem::warning(
                "too-many-required-roles",
                format!(
                    "\"{name}\" requires {count} roles, and groups rarely fill more than 5; require fewer."
                ),
                format!(
                    "«{name}» exige {count} roles y los grupos rara vez completan más de 5; exige menos."
                ),
            );
            found.push(problem.with("template", template.id.as_str()));
        }
    }
}
