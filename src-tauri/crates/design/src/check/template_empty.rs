//! A live roles template has at least one card.

use super::Look;
use crate::problem::Problem;
use crate::workspace::Status;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for template in look.workspace.roles_templates.items() {
        if template.status == Status::Live && template.cards.is_empty() {
            let name = &template.name;
            let problem = Problem::error(
                "template-empty",
                format!("The roles template \"{name}\" has no cards; add a role."),
                format!("La plantilla de roles «{name}» no tiene tarjetas; añade un rol."),
            );
            found.push(problem.with("template", template.id.as_str()));
        }
    }
}
