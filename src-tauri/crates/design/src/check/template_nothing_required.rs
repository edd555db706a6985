//! Completeness is undefined without a card that is required for it.

use super::Look;
use crate::fix::Fix;
use crate::problem::Problem;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{RolesTemplate, Status};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let templates = look.workspace.roles_templates.items().iter();
    found.extend(templates.filter(|template| template.status == Status::Live).filter_map(problem));
}

pub(super) fn problem(template: &RolesTemplate) -> Option<Problem> {
    let nothing = !template.cards.is_empty() && template.cards.iter().all(|card| !card.required);
    let name = &template.name;
    nothing.then(|| {
        Problem::error(
            "template-nothing-required",
            format!("No card of \"{name}\" is required for completeness; require at least one."),
            format!(
                "Ninguna tarjeta de «{name}» es obligatoria para completar el grupo; haz obligatoria al menos una."
            ),
        )
        .with("template", template.id.as_str())
        .fixed(Fix::workspace("require-first", "Require the first role", "Exigir el primer rol", require))
    })
}

fn require(look: &Look<'_>, problem: &Problem) -> Vec<WorkspaceIntent> {
    super::mending::change_template(look, problem, |template| {
        if let Some(first) = template.cards.first_mut() {
            first.required = true;
        }
    })
}
