//! A group with more than five required roles is rarely complete.

use super::Look;
use crate::fix::Fix;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;

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
            let fix = Fix::workspace(
                "require-five",
                "Require the five that weigh most",
                "Exigir los cinco de más peso",
                require,
            );
            found.push(problem.with("template", template.id.as_str()).fixed(fix));
        }
    }
}

/// Of equal weights the ones further up stay required.
fn require(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    super::mending::change_template(look, problem, |template| {
        let mut order: Vec<usize> = (0..template.cards.len()).filter(|&at| template.cards[at].required).collect();
        order.sort_by(|&a, &b| {
            template.cards[b].weighting.weight().total_cmp(&template.cards[a].weighting.weight())
        });
        for at in order.into_iter().skip(5) {
            template.cards[at].required = false;
        }
    })
}
