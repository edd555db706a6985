//! Completeness is undefined without a card that is required for it.

use super::Look;
use crate::problem::Problem;
use crate::workspace::Status;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for template in look.workspace.roles_templates.items() {
        let nothing = !template.cards.is_empty() && template.cards.iter().all(|card| !card.required);
        if template.status == Status::Live && nothing {
            let name = &template.name;
            let problem = Problem::error(
                "template-nothing-required",
                format!("No card of \"{name}\" is required for completeness; require at least one."),
                format!(
                    "Ninguna tarjeta de «{name}» es obligatoria para completar el grupo; haz obligatoria al menos una."
                ),
            );
            found.push(problem.with("template", template.id.as_str()));
        }
    }
}
